"""The tables, as the newest migration leaves them.

Every row belongs to a `household`. Times are UTC text of one width, so that they sort alike on every database.
An unknown merchant is "" here, since keys hold no NULL. `parcels` lists the numbers that facts name: by these a carrier's
mail finds its order.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from okawari.store import tracking_schema
from okawari.store.columns import MailText, UtcText

metadata = tracking_schema.metadata

evidence = Table(
    "evidence",
    metadata,
    Column("household", String(64)),
    Column("sha256", String(64)),
    Column("same_mail", String(64), nullable=False),
    Column("source", MailText, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("size", Integer, nullable=False),
    Column("imported_at", UtcText, nullable=False),
    Column("sent_at", UtcText),
    Column("sender", MailText, nullable=False),
    Column("subject", MailText, nullable=False),
    Column("merchant", MailText, nullable=False),
    Column("kind", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("reader", MailText, nullable=False),
    Column("reader_version", Integer, nullable=False),
    PrimaryKeyConstraint("household", "sha256", name="evidence_pk"),
    UniqueConstraint("household", "same_mail", name="evidence_same_mail"),
    Index("evidence_by_import", "household", "imported_at", "sha256"),
    Index("evidence_by_kind", "household", "kind", "imported_at", "sha256"),
    Index("evidence_by_merchant", "household", "merchant", "imported_at", "sha256"),
)

IS_RENUMBERING = text("kind = 'order_renumbered'")
"""Which rows of `facts` are in the index of renumberings; a query has to say just this to use it."""

facts = Table(
    "facts",
    metadata,
    Column("household", String(64)),
    Column("evidence", String(64)),
    Column("position", Integer),
    Column("merchant", MailText, nullable=False),
    Column("order_number", MailText, nullable=False),
    Column("at", UtcText),
    Column("kind", Text, nullable=False),
    Column("payload", MailText, nullable=False),
    PrimaryKeyConstraint("household", "evidence", "position", name="facts_pk"),
    ForeignKeyConstraint(
        ["household", "evidence"], ["evidence.household", "evidence.sha256"], name="facts_evidence", ondelete="CASCADE"
    ),
    Index("facts_by_order", "household", "order_number", "merchant"),
    Index("facts_renumbered", "household", sqlite_where=IS_RENUMBERING, postgresql_where=IS_RENUMBERING),
)

parcels = Table(
    "parcels",
    metadata,
    Column("household", String(64)),
    Column("evidence", String(64)),
    Column("position", Integer),
    Column("number", MailText),
    PrimaryKeyConstraint("household", "evidence", "position", "number", name="parcels_pk"),
    ForeignKeyConstraint(
        ["household", "evidence", "position"],
        ["facts.household", "facts.evidence", "facts.position"],
        name="parcels_facts",
        ondelete="CASCADE",
    ),
    Index("parcels_by_number", "household", "number"),
)

answers = Table(
    "answers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("household", String(64), nullable=False),
    Column("merchant", MailText, nullable=False),
    Column("order_number", MailText, nullable=False),
    Column("said_at", UtcText, nullable=False),
    Column("kind", Text, nullable=False),
    Column("payload", MailText, nullable=False),
    Index("answers_by_order", "household", "order_number", "merchant"),
)

evidence_pieces = Table(
    "evidence_pieces",
    metadata,
    Column("household", String(64)),
    Column("evidence", String(64)),
    Column("number", Integer),
    Column("packed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("household", "evidence", "number", name="evidence_pieces_pk"),
    ForeignKeyConstraint(
        ["household", "evidence"],
        ["evidence.household", "evidence.sha256"],
        name="evidence_pieces_evidence",
        ondelete="CASCADE",
    ),
)
"""The bytes of files that may be too large to be held whole, in their order; `evidence.raw` is then empty."""

_NAMES_ORDER = text("order_number <> ''")

statement_lines = Table(
    "statement_lines",
    metadata,
    Column("household", String(64)),
    Column("source", MailText),
    Column("card", MailText),
    Column("day", String(10)),
    Column("merchant", MailText),
    Column("amount", BigInteger),
    Column("kind", String(16)),
    Column("ordinal", Integer),
    Column("note", MailText, nullable=False),
    Column("order_number", MailText, nullable=False),
    Column("evidence", String(64), nullable=False),
    Column("row", Integer, nullable=False),
    PrimaryKeyConstraint(
        "household", "source", "card", "day", "merchant", "amount", "kind", "ordinal", name="statement_lines_pk"
    ),
    ForeignKeyConstraint(
        ["household", "evidence"],
        ["evidence.household", "evidence.sha256"],
        name="statement_lines_evidence",
        ondelete="CASCADE",
    ),
    Index("statement_lines_by_day", "household", "day", "amount"),
    Index("statement_lines_by_evidence", "household", "evidence"),
    Index(
        "statement_lines_by_order",
        "household",
        "order_number",
        sqlite_where=_NAMES_ORDER,
        postgresql_where=_NAMES_ORDER,
    ),
)
"""What a line says is what it is known by: `ordinal` tells equal ones of one file apart. `amount` is in whole yen."""

statement_layouts = Table(
    "statement_layouts",
    metadata,
    Column("household", String(64)),
    Column("name", MailText),
    Column("told_at", UtcText, nullable=False),
    Column("payload", Text, nullable=False),
    PrimaryKeyConstraint("household", "name", name="statement_layouts_pk"),
)

mailboxes = Table(
    "mailboxes",
    metadata,
    Column("household", String(64)),
    Column("name", Text),
    Column("provider", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("port", Integer, nullable=False),
    Column("security", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("watched", Boolean, nullable=False),
    Column("looked_at", UtcText),
    Column("trouble", Text, nullable=False),
    Column("detail", MailText, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("next_try_at", UtcText),
    PrimaryKeyConstraint("household", "name", name="mailboxes_pk"),
)

mailbox_folders = Table(
    "mailbox_folders",
    metadata,
    Column("household", String(64)),
    Column("mailbox", Text),
    Column("folder", LargeBinary),
    Column("uid_validity", BigInteger, nullable=False),
    Column("first_uid", BigInteger, nullable=False),
    Column("last_uid", BigInteger, nullable=False),
    PrimaryKeyConstraint("household", "mailbox", "folder", name="mailbox_folders_pk"),
)

mailbox_mails = Table(
    "mailbox_mails",
    metadata,
    Column("household", String(64)),
    Column("mail", String(64)),
    Column("mailbox", Text),
    PrimaryKeyConstraint("household", "mail", "mailbox", name="mailbox_mails_pk"),
)

secrets = Table(
    "secrets",
    metadata,
    Column("household", String(64)),
    Column("name", Text),
    Column("sealed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("household", "name", name="secrets_pk"),
    info={"secret": True},
)

sightings = Table(
    "sightings",
    metadata,
    Column("household", String(64)),
    Column("merchant", MailText),
    Column("order_number", MailText),
    Column("leg", MailText),
    Column("payload", MailText, nullable=False),
    PrimaryKeyConstraint("household", "order_number", "merchant", "leg", name="sightings_pk"),
)
"""What account rows show of shares of money: found anew whenever evidence or answers change."""

money_answers = Table(
    "money_answers",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("household", String(64), nullable=False),
    Column("merchant", MailText, nullable=False),
    Column("order_number", MailText, nullable=False),
    Column("leg", MailText, nullable=False),
    Column("said_at", UtcText, nullable=False),
    Column("payload", MailText, nullable=False),
    Index("money_answers_by_order", "household", "order_number", "merchant"),
)

alarms = Table(
    "alarms",
    metadata,
    Column("household", String(64)),
    Column("key", MailText),
    Column("raised_on", String(10), nullable=False),
    Column("payload", MailText, nullable=False),
    PrimaryKeyConstraint("household", "key", name="alarms_pk"),
    Index("alarms_by_day", "household", "raised_on"),
)

digests = Table(
    "digests",
    metadata,
    Column("household", String(64)),
    Column("day", String(10)),
    PrimaryKeyConstraint("household", "day", name="digests_pk"),
)
"""The days whose digest was made, be it that nothing was to be said."""

unreadable = Table(
    "unreadable",
    metadata,
    Column("household", String(64)),
    Column("root", MailText),
    Column("position", Integer),
    Column("file", MailText, nullable=False),
    Column("code", Text, nullable=False),
    Column("detail", MailText, nullable=False),
    Column("met_at", UtcText, nullable=False),
    PrimaryKeyConstraint("household", "root", "position", name="unreadable_pk"),
    Index("unreadable_by_time", "household", "met_at"),
)
"""What could not be read when a file or folder (`root`) was last imported."""

attachments = Table(
    "attachments",
    metadata,
    Column("household", String(64)),
    Column("merchant", MailText),
    Column("order_number", MailText),
    Column("sha256", String(64)),
    Column("name", MailText, nullable=False),
    Column("media", String(16), nullable=False),
    Column("size", Integer, nullable=False),
    Column("added_at", UtcText, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("household", "order_number", "merchant", "sha256", name="attachments_pk"),
)
"""Files that the person added to an order, by the hash of their bytes: no reader reads them, no page shows them."""
