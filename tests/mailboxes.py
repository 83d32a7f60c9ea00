"""A household that may read mailboxes, with its key in a file."""

from okawari.domain.judge import Trust
from okawari.services.household import Household
from okawari.services.mailboxes import MailAccess
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets


def mail_access(store, folder):
    return MailAccess(Household(store, Trust()), Secrets(store, keys_at(folder, "file")))
