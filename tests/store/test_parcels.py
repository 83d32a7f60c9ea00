"""The list of parcels is filled from what was kept before there was one."""

from alembic import command
from alembic.config import Config
from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from okawari.store.engine import connect, writing_connection
from okawari.store.orders import scans_with_orders
from okawari.store.upgrade import MIGRATIONS, upgrade

SHIPMENT = '{"parcels":[{"carrier":"yamato","number":"444413758703"},{"carrier":"yamato","number":"444413758703"}]}'


def test_the_numbers_of_kept_shipments_are_listed(tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'old.sqlite3'}")
    with writing_connection(engine) as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0003")
    with writing_connection(engine) as connection:
        connection.execute(
            text(
                "INSERT INTO evidence VALUES ('home', 'a', 'a', '', x'00', 1, '', NULL, '', '', '', 'shipped', 'genuine', '', 1)"
            )
        )
        for position, (kind, payload) in enumerate((("shipment_notified", SHIPMENT), ("order_placed", "{}"))):
            connection.execute(
                text("INSERT INTO facts VALUES ('home', 'a', :position, '', '1', NULL, :kind, :payload)"),
                {"position": position, "kind": kind, "payload": payload},
            )
    upgrade(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT * FROM parcels")).all() == [("home", "a", 0, "444413758703")]


def test_carriers_mails_are_not_held_against_every_parcel_of_an_export(tmp_path):
    engine = connect(f"sqlite:///{tmp_path / 'okawari.sqlite3'}")
    upgrade(engine)
    for digests in (None, ["a"]):
        query = scans_with_orders("home", digests).compile(
            dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}
        )
        with engine.connect() as connection:
            steps = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")]
        assert steps.count("MATERIALIZE anon_1") + steps.count("MATERIALIZE anon_2") == 2, steps
        assert any("parcels_by_number (household=? AND number>? AND number<?)" in step for step in steps), steps
        assert steps[-1].startswith("SEARCH facts"), steps
        assert steps[-1].endswith("(household=? AND evidence=? AND position=?)"), steps
