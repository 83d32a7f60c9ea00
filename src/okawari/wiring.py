"""The composition root: the only place where settings meet the rooms."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from okawari.domain.judge import Trust
from okawari.settings import Settings

if TYPE_CHECKING:  # commands that keep nothing start without the database's libraries
    from okawari.services.alerting import Say
    from okawari.services.household import Household
    from okawari.services.mailboxes import MailAccess
    from okawari.services.offers import PriceAccess
    from okawari.services.rounds import Lookout
    from okawari.services.tracking import TrackingAccess
    from okawari.services.uploads import Uploads
    from okawari.store.engine import Store
    from okawari.store.secrets import Secrets
    from okawari.workflows.durable_jobs import DurableJobs
    from okawari.workflows.engine import JobDatabase
    from okawari.workflows.worker import Worker


def trust(settings: Settings) -> Trust:
    """Return what the set-up lets us trust."""
    return Trust(authserv_ids=settings.authserv_ids, check_dkim=settings.check_dkim)


def open_store(settings: Settings) -> Store:
    """Return the store in its newest shape; UnusableInputError where the database cannot be used."""
    from okawari.store.engine import Store, connect
    from okawari.store.upgrade import upgrade

    engine = connect(settings.url())
    upgrade(engine)
    return Store(engine)


def has_kept(settings: Settings) -> bool:
    """Return whether there may be anything kept, without opening a database or making one."""
    return bool(settings.database_url) or (settings.data_dir / "okawari.db").is_file()


def household(settings: Settings) -> Household:
    """Return the household whose things the settings keep."""
    from okawari.services.household import Household

    return Household(open_store(settings), trust(settings))


def secrets(settings: Settings, store: Store) -> Secrets:
    """Return the household's secrets, with the keys in the keyring or the data folder."""
    from okawari.store.keys import keys_at
    from okawari.store.secrets import Secrets

    return Secrets(store, keys_at(settings.data_dir, settings.key_place))


def mail_access(settings: Settings) -> MailAccess:
    """Return the household with what opens its mailboxes."""
    from okawari.services.mailboxes import MailAccess

    house = household(settings)
    return MailAccess(house, secrets(settings, house.store))


def price_access(settings: Settings, store: Store | None = None) -> PriceAccess:
    """Return the gate to the price services with the keys that open it."""
    from okawari.fetching.api import ApiGate
    from okawari.services.offers import PriceAccess

    sealed = secrets(settings, store or open_store(settings))
    return PriceAccess(ApiGate(), sealed)


def tracking_access(settings: Settings, store: Store | None = None) -> TrackingAccess:
    """Return what looks at parcels need."""
    from okawari.fetching.api import ApiGate
    from okawari.services.tracking import TrackingAccess
    from okawari.services.watching import open_gate

    store = store or open_store(settings)
    return TrackingAccess(
        store, open_gate(settings.proxy), ApiGate(), secrets(settings, store), lambda: datetime.now(UTC)
    )


def lookout(settings: Settings, say: Say) -> Lookout:
    """Return what a round of the watching needs."""
    from okawari.services.rounds import Lookout
    from okawari.services.watching import open_gate

    store = open_store(settings)
    sealed = secrets(settings, store)
    prices = price_access(settings, store)
    return Lookout(
        store,
        open_gate(settings.proxy, settings.browser),
        sealed,
        say,
        lambda: datetime.now(UTC),
        settings.digest_time(),
        settings.profile(),
        prices,
        trust(settings),
    )


def uploads(settings: Settings) -> Uploads:
    """Return where files wait that a job takes in."""
    from okawari.services.uploads import Uploads

    return Uploads(settings.data_dir / "uploads")


def jobs(settings: Settings) -> DurableJobs:
    """Return where jobs are handed in."""
    from okawari.workflows.durable_jobs import DurableJobs

    return DurableJobs(_job_database(settings))


def worker(settings: Settings, access: MailAccess, role: str, handed_in: DurableJobs | None = None) -> Worker:
    """Return a worker for the jobs, not yet started."""
    from okawari.services.work import kinds_of_work
    from okawari.workflows.watching import Watching
    from okawari.workflows.worker import Worker

    handed_in = handed_in or jobs(settings)
    tracking = tracking_access(settings, access.household.store)
    work = kinds_of_work(access, handed_in, uploads(settings), pause=settings.mail_pause, tracking=tracking)
    return Worker(_job_database(settings), handed_in, work, Watching(access, handed_in), role)


def _job_database(settings: Settings) -> JobDatabase:
    from okawari.workflows.engine import JobDatabase

    url = settings.url()
    own = f"sqlite:///{settings.data_dir / 'workflows.db'}"
    return JobDatabase(own if url.startswith("sqlite") else url, settings.data_dir)
