"""What a person gives to connect a mailbox, made into an account and what opens it, or the name of what is wrong."""

from __future__ import annotations

from dataclasses import replace

from okawari.domain.mailbox import Account, Credentials, Login, Security
from okawari.fetching.connections import is_loopback
from okawari.fetching.imap.providers import Provider, providers
from okawari.services.mailboxes import provider_of

SECURITIES = tuple(security.value for security in Security)
OTHER = "other"
"""The provider of those that no preset knows."""

_LONGEST = 255


def account_of(
    user: str,
    *,
    provider: str = "",
    host: str = "",
    port: int = 0,
    security: str = "",
    oauth: bool = False,
    name: str = "",
) -> tuple[Account | None, str]:
    """Return the account, or None with the name of what is wrong.

    That is `no_user`, `unknown_provider`, `no_host`, `bad_port`, `unknown_security`, `plain_outside` or `needs_oauth`. Where no provider is named, the address tells it, unless a host is given.
    """
    user, host = user.strip(), host.strip()
    known = providers()
    if not user or not user.isprintable() or len(user) > _LONGEST:
        return None, "no_user"
    if provider not in {"", OTHER, *known}:
        return None, "unknown_provider"
    preset = known.get(provider) or (provider_of(user) if not host and not provider else None)
    where = host or (preset.host if preset else "")
    wrong = _wrong(preset, where, port, security, oauth=oauth)
    if wrong:
        return None, wrong
    return Account(
        name=name.strip() or user,
        user=user,
        host=where,
        port=port or (preset.port if preset else 993),
        security=Security(security or Security.TLS),
        login=Login.OAUTH2 if oauth else Login.PASSWORD,
        provider=preset.id if preset else "",
    ), ""


def _wrong(preset: Provider | None, host: str, port: int, security: str, *, oauth: bool) -> str:
    if not host or len(host) > _LONGEST or not host.isprintable() or " " in host:
        return "no_host"
    if not 0 <= port <= 65535:
        return "bad_port"
    if security not in {"", *SECURITIES}:
        return "unknown_security"
    if security == Security.PLAIN and not is_loopback(host):
        return "plain_outside"
    if preset and not oauth and Login.PASSWORD not in preset.logins:
        return "needs_oauth"
    return ""


def complete(account: Account, given: Credentials) -> tuple[Credentials | None, str]:
    """Return the credentials as they are used, or None with `no_password` or `no_token`."""
    preset = providers().get(account.provider)
    if account.login is Login.PASSWORD:
        password = preset.password(given.password) if preset else given.password
        return (replace(given, password=password), "") if password else (None, "no_password")
    token_url = given.token_url or (preset.token_url if preset else "")
    whole = replace(given, token_url=token_url)
    can_refresh = bool(whole.refresh_token and token_url)
    return (whole, "") if whole.access_token or can_refresh else (None, "no_token")
