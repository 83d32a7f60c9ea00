"""What is wrong with a mailbox, in words."""

from __future__ import annotations

from okawari.domain.mailbox import Trouble
from okawari.i18n import has, text

_ABOUT_THE_PASSWORD = frozenset({Trouble.WRONG_PASSWORD, Trouble.APP_PASSWORD_NEEDED, Trouble.PASSWORD_NOT_TAKEN})


def trouble_words(trouble: Trouble, detail: str, provider: str, locale: str) -> tuple[str, str]:
    """Return what is wrong, with the server's own words where there are some, and what to do about it."""
    what = text(f"mailboxes.trouble_{trouble}", locale)
    if detail:
        what += text("mailboxes.server_said", locale).format(detail=detail)
    hint = f"mailboxes.hint_{provider}"
    own = provider and trouble in _ABOUT_THE_PASSWORD and has(hint)
    return what, text(hint if own else f"mailboxes.trouble_{trouble}_mend", locale)
