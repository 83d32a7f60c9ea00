"""Mailboxes: connect one, see whether it opens, read it, watch it, forget it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from okawari.domain.mailbox import Credentials, Login, Mailbox
from okawari.errors import MailboxError
from okawari.i18n.troubles import trouble_words
from okawari.services import mailboxes
from okawari.services.connecting import OTHER, SECURITIES, account_of, complete
from okawari.services.jobs import JobKind
from okawari.services.work import Background
from okawari.web.forms import Fields, read_fields
from okawari.web.site import page, see_other, site_of, words_of
from okawari.web.views.jobs import SHOWN, job_path, job_view
from okawari.web.words import Words

router = APIRouter()

_JOBS_SHOWN = 10
_FIELD_OF = {
    "no_user": "user",
    "no_host": "host",
    "bad_port": "port",
    "unknown_provider": "provider",
    "unknown_security": "security",
    "plain_outside": "security",
    "needs_oauth": "refresh_token",
    "no_password": "password",
    "no_token": "refresh_token",
}
_SECRET = ("password", "access_token", "refresh_token", "client_secret")


def background_of(request: Request) -> Background:
    """Return what does work in the background; 404 where nothing does, as in the demo."""
    background = site_of(request).background
    if background is None:
        raise HTTPException(404)
    return background


@router.get("/mailboxes")
def mailboxes_page(request: Request) -> HTMLResponse:
    """Show the mailboxes and what was imported last."""
    return _listed(request)


@router.get("/mailboxes/new")
def new_mailbox(request: Request) -> HTMLResponse:
    """Show the form that connects a mailbox."""
    background_of(request)
    return _form(request, {"provider": "gmail", "login": Login.PASSWORD, "security": "tls", "watch": "yes"}, {})


@router.post("/mailboxes")
async def connect(request: Request) -> Response:
    """Connect a mailbox if it opens, and begin to read it."""
    background = background_of(request)
    fields = await read_fields(request, words_of(request))
    return await run_in_threadpool(_connect, request, background, fields)


@router.post("/mailboxes/{what}")
async def change(request: Request, what: str) -> Response:
    """Check, import, watch, unwatch or forget the mailbox that the form names."""
    background = background_of(request)
    fields = await read_fields(request, words_of(request))
    return await run_in_threadpool(_change, request, background, what, fields.values.get("name", ""))


def _connect(request: Request, background: Background, fields: Fields) -> Response:
    given, words = fields.values, fields.words
    oauth = given.get("login") == Login.OAUTH2
    other = given.get("provider") == OTHER
    port = fields.text("port", 5)
    account, wrong = account_of(
        fields.text("user"),
        provider=given.get("provider", ""),
        host=fields.text("host") if other else "",
        port=int(port) if other and port.isascii() and port.isdigit() else 0,
        security=given.get("security", "") if other else "",
        oauth=oauth,
    )
    credentials = None
    if account is not None:
        said = {name: given.get(name, "").strip("\r\n") for name in (*_SECRET, "client_id", "token_url")}
        credentials, wrong = complete(account, Credentials(**said))  # type: ignore[arg-type]
    if account is None or credentials is None:
        return _form(request, given, {_FIELD_OF[wrong]: _wrong(words, wrong)}, 422)
    try:
        mailboxes.check(account, credentials, background.access.now())
    except MailboxError as error:
        what, mend = trouble_words(error.trouble, error.detail, account.provider, words.locale)
        field = ("refresh_token" if oauth else "password") if error.trouble.waits_for_person else "user"
        return _form(request, given, {field: words.words("mailboxes.state_trouble", what=what, mend=mend)}, 422)
    mailboxes.add(background.access, account, credentials, watched=given.get("watch") == "yes")
    return see_other(job_path(background.jobs.enqueue(JobKind.MAILBOX_IMPORT, account.name)))


def _change(request: Request, background: Background, what: str, name: str) -> Response:
    mailbox = mailboxes.get(background.access, name)
    if mailbox is None:
        raise HTTPException(404)
    match what:
        case "check":
            return _checked(request, background, mailbox)
        case "import":
            return see_other(job_path(background.jobs.enqueue(JobKind.MAILBOX_IMPORT, name)))
        case "watch" | "unwatch":
            mailboxes.watch(background.access, name, watched=what == "watch")
        case "forget":
            mailboxes.forget(background.access, name)
        case _:
            raise HTTPException(404)
    return see_other("/mailboxes")


def _checked(request: Request, background: Background, mailbox: Mailbox) -> Response:
    words, name = words_of(request), mailbox.account.name
    try:
        found = mailboxes.check_kept(background.access, mailbox)
    except MailboxError:
        return _listed(request)  # the trouble stands beside the mailbox now
    return _listed(request, words.words("mailboxes.checked", name=name, folders=found.folders))


def _listed(request: Request, told: str = "") -> HTMLResponse:
    background, words = background_of(request), words_of(request)
    return page(
        request,
        "mailboxes.html",
        told=told,
        mailboxes=[_view(mailbox, words) for mailbox in mailboxes.every(background.access)],
        jobs=[job_view(job, words) for job in background.jobs.newest(SHOWN, _JOBS_SHOWN)],
    )


def _view(mailbox: Mailbox, words: Words) -> dict[str, object]:
    account = mailbox.account
    trouble = None
    if mailbox.trouble:
        what, mend = trouble_words(mailbox.trouble, mailbox.detail, account.provider, words.locale)
        trouble = words.words("mailboxes.state_trouble", what=what, mend=mend)
    looked = words.words("mailboxes.state_read", at=words.moment(mailbox.looked_at)) if mailbox.looked_at else ""
    return {
        "name": account.name,
        "host": account.host,
        "watched": mailbox.watched,
        "trouble": trouble,
        "next": words.moment(mailbox.next_try_at) if mailbox.next_try_at else "",
        "looked": looked or words.words("mailboxes.state_new"),
    }


def _form(request: Request, values: object, errors: dict[str, str], status: int = 200) -> HTMLResponse:
    words = words_of(request)
    known = [(one.id, one.name_ja if words.locale == "ja" else one.name_en) for one in _providers()]
    return page(
        request,
        "mailbox_new.html",
        status,
        providers=[*known, (OTHER, words.words("mailboxes.provider_other"))],
        hints=[(shown, words.words(f"mailboxes.hint_{provider}")) for provider, shown in known],
        securities=[(security, words.words(f"mailboxes.security_{security}")) for security in SECURITIES],
        logins=[(login.value, words.words(f"mailboxes.login_{login}")) for login in Login],
        values=values,
        errors=errors,
    )


def _providers() -> list[mailboxes.Provider]:
    return list(mailboxes.offered_providers().values())


def _wrong(words: Words, entry: str) -> str:
    known = ", ".join(SECURITIES)
    mend = words.words(f"mailboxes.{entry}_mend_page") if entry == "no_password" else ""
    return words.words(
        "mailboxes.state_trouble",
        what=words.words(f"mailboxes.{entry}", given=""),
        mend=mend or words.words(f"mailboxes.{entry}_mend", known=known),
    )
