"""What the receiving server proved about a mail's sender (RFC 8601, RFC 7489)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from okawari.domain.hosts import belongs, organisation
from okawari.domain.mail import AuthenticationResult, AuthenticationResults, Mail

_FAILED = frozenset(("fail", "softfail"))
_AUTHOR_HEADERS = frozenset(
    ("from", "to", "subject", "date", "message-id", "mime-version", "content-type", "dkim-signature")
)
_BY = re.compile(r"\bby\s+([\w.-]+)", re.IGNORECASE)
_RESENT = re.compile(r"\bsrs[01][=+-]|\+caf_=", re.IGNORECASE)
_OUTLOOK = "outlook.com"
# Operators whose receiving servers and results bear several names.
_SAME_OPERATOR = {
    "cloudflare-email.net": "cloudflare.net",
    "me.com": "icloud.com",
    "apple.com": "icloud.com",
    "office365.com": _OUTLOOK,
}
_PASSED_ON_BY = frozenset(("list-post", "resent-from", "x-forwarded-to", "x-forwarded-for"))


class Checked(NamedTuple):
    """The trusted receiver's results; `by` is its authserv-id ("" where it names none).

    `doubted`: its passes were left out, since the author may have written them.
    """

    by: str
    results: tuple[AuthenticationResult, ...]
    doubted: bool = False

    def passes(self, domain: str, official: Iterable[str]) -> Iterator[AuthenticationResult]:
        """Yield the passes that prove a From domain: DKIM, SPF or DMARC for the same listed domain it belongs to."""
        if any(
            r.method == "dmarc" and r.result == "fail" and aligned(r.domain, domain, official) for r in self.results
        ):
            return
        for result in self.results:
            proves = result.result == "pass" and result.method in {"dmarc", "dkim", "spf"}
            if proves and aligned(result.domain, domain, official):
                yield result

    def failures(self) -> tuple[AuthenticationResult, ...]:
        """Return what the receiver says failed."""
        return tuple(r for r in self.results if r.method in {"dmarc", "dkim", "spf"} and r.result in _FAILED)

    def passed_for(self) -> tuple[str, ...]:
        """Return the domains for which anything passed."""
        passed = (r.domain for r in self.results if r.result == "pass" and r.domain)
        return tuple(dict.fromkeys(passed))


def aligned(proven: str, domain: str, official: Iterable[str]) -> bool:
    """Return whether a pass for `proven` speaks for `domain`: both below one listed domain."""
    return any(belongs(domain, listed) and belongs(proven, listed) for listed in official)


def trusted_results(mail: Mail, authserv_ids: tuple[str, ...] = ()) -> Checked | None:
    """Return what the trusted receiver found, None where no trusted Authentication-Results are there.

    Trusted is the topmost unbroken run of one receiver, or of those the person names. Where none is named and a server
    of another name received the mail after that run was written, the run may be the author's own: no pass of it counts.
    """
    headers = [i for i, (name, _) in enumerate(mail.headers) if name == "authentication-results"]
    at = headers if len(headers) == len(mail.authentication) else [0] * len(mail.authentication)
    found = list(zip(at, mail.authentication, strict=True))
    named = {name.lower() for name in authserv_ids}
    if named:
        while found and found[0][1].authserv_id.lower() not in named:
            found.pop(0)
    if not found:
        return None
    run = [found[0]]
    for position, results in found[1:]:
        if not _goes_on(mail, run[-1], (position, results)):
            break
        run.append((position, results))
    kept = tuple(_topmost_of_each_method(results for _, results in run))
    by = found[0][1].authserv_id
    if not named and _may_be_the_authors(mail, *found[0]):
        believed = tuple(result for result in kept if result.result != "pass")
        return Checked(by, believed, doubted=believed != kept)
    return Checked(by, kept)


def passed_on(mail: Mail) -> bool:
    """Return whether a mailing list or a forwarding address handed the mail on, which breaks SPF and often DKIM."""
    return bool(_RESENT.search(mail.return_path)) or any(name in _PASSED_ON_BY for name, _ in mail.headers)


def _may_be_the_authors(mail: Mail, position: int, results: AuthenticationResults) -> bool:
    """Return whether a server of another name stands above a run: one that writes none leaves the author's."""
    above = mail.headers[:position]
    servers = [by[1].lower() for name, value in above if name == "received" and (by := _BY.search(str(value)))]
    own = _operator(results.authserv_id.lower())
    if not own:
        # Outlook names no server in its results; then the servers above must at least be its own.
        return any(_operator(host) != _OUTLOOK for host in servers if not _internal(host))
    return any(_operator(host) != own for host in servers if not _internal(host))


def _operator(host: str) -> str:
    domain = organisation(host)
    return _SAME_OPERATOR.get(domain, domain)


def _internal(host: str) -> bool:
    """Return whether a host bears no public name: an address, a bare name, a name of a private network."""
    return "." not in host or not host[-1].isalpha() or host.endswith((".internal", ".local", ".lan", ".localdomain"))


def _goes_on(mail: Mail, last: tuple[int, AuthenticationResults], found: tuple[int, AuthenticationResults]) -> bool:
    between = {name for name, _ in mail.headers[last[0] + 1 : found[0]]}
    one_receiver = organisation(last[1].authserv_id.lower()) == organisation(found[1].authserv_id.lower())
    return one_receiver and "received" not in between and not between & _AUTHOR_HEADERS


def _topmost_of_each_method(run: Iterable[AuthenticationResults]) -> Iterator[AuthenticationResult]:
    """Yield each method's results from the topmost header that has any: one further down cannot soften it."""
    seen: set[str] = set()
    for header in run:
        yield from (result for result in header.results if result.method not in seen)
        seen.update(result.method for result in header.results)
