"""What servers do wrong, and what providers do that no server of ours does: each is its own trouble."""

import base64
import resource

import pytest

from okawari.domain.mailbox import Account, Credentials, Login, Security, Trouble
from okawari.errors import MailboxError
from okawari.fetching.imap import client
from okawari.fetching.imap.answers import worth_reading
from okawari.fetching.imap.session import Session
from tests.fetching.imap.certificates import server_context
from tests.fetching.imap.fake_imap import HangUp, fake_imap

PASSWORD = "pässwörd ひみつ"


def account(port, **changes):
    given = {"name": "a", "user": "hanako@example.jp", "host": "127.0.0.1", "port": port, "security": Security.PLAIN}
    return Account(**(given | changes))


def opened(server, context=None, **changes):
    return Session(account(server.port, **changes), Credentials(password=PASSWORD, access_token="t0ken"), context)


def looking(server):
    session = opened(server)
    session.examine(session.folders()[0])
    return session


def trouble_of(work):
    with pytest.raises(MailboxError) as error:
        work()
    assert PASSWORD not in str(error.value)
    assert "\n" not in str(error.value)
    return error.value.trouble


def hang_up(last=b""):
    def answer(_command):
        raise HangUp(last)

    return answer


@pytest.mark.parametrize(
    ("refusal", "trouble"),
    [
        (b"NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", Trouble.WRONG_PASSWORD),
        (b"NO LOGIN failed.", Trouble.WRONG_PASSWORD),
        (b"NO [ALERT] Application-specific password required: https://x.example", Trouble.APP_PASSWORD_NEEDED),
        (b"NO [ALERT] BasicAuthBlocked", Trouble.PASSWORD_NOT_TAKEN),
        (b"NO [THROTTLED] slow down", Trouble.THROTTLED),
        (b"NO [ALERT] Too many simultaneous connections. (Failure)", Trouble.THROTTLED),
        (b"NO [UNAVAILABLE] later", Trouble.THROTTLED),
        (b"NO [OVERQUOTA] full", Trouble.OVER_QUOTA),
    ],
)
def test_refusals_of_a_login(refusal, trouble):
    with fake_imap(answers={"AUTHENTICATE": b"%s " + refusal + b"\r\n"}) as server:
        assert trouble_of(lambda: opened(server)) is trouble


def test_a_password_goes_whole_to_a_server_without_sasl():
    answers = {"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n%s OK done\r\n", "LOGIN": b"+ go on\r\n"}
    with fake_imap(answers=answers) as server:
        usual = server.answer_to
        tags = []

        def answer_to(line):
            if b" LOGIN " in line:
                tags.append(line.split()[0])
            return tags[0] + b" OK done\r\n" if PASSWORD.encode() in line else usual(line)

        server.answer_to = answer_to
        opened(server).close()
        assert any(line.strip() == PASSWORD.encode() for line in server.heard)


def test_a_server_that_takes_no_passwords():
    answers = {"CAPABILITY": b"* CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=XOAUTH2\r\n%s OK done\r\n"}
    with fake_imap(answers=answers) as server:
        assert trouble_of(lambda: opened(server)) is Trouble.PASSWORD_NOT_TAKEN
        assert PASSWORD.encode() not in b"".join(server.heard)


def test_a_revoked_token_is_refused_in_two_steps():
    said = base64.b64encode(b'{"status":"400","schemes":"Bearer"}')
    with fake_imap(answers={"AUTHENTICATE": b"+ \r\n"}) as server:
        usual, steps = server.answer_to, []

        def answer_to(line):
            if b" AUTHENTICATE " in line:
                steps.append(line.split()[0])
                return b"+ \r\n"
            if len(steps) == 1:
                steps.append(line)
                return b"+ " + said + b"\r\n"
            if len(steps) == 2:
                steps.append(line)
                return steps[0] + b" NO [AUTHENTICATIONFAILED] Invalid credentials\r\n"
            return usual(line)

        server.answer_to = answer_to
        assert trouble_of(lambda: opened(server, login=Login.OAUTH2)) is Trouble.TOKEN_REFUSED
    assert base64.b64decode(steps[1]) == b"user=hanako@example.jp\x01auth=Bearer t0ken\x01\x01"
    assert steps[2] == b"\r\n"


@pytest.mark.parametrize(
    ("greeting", "trouble"),
    [
        (b"* BYE Too many connections, try again later\r\n", Trouble.THROTTLED),
        (b"* BYE closing\r\n", Trouble.CONNECTION_LOST),
        (b"HTTP/1.1 400 Bad Request\r\n\r\n", Trouble.NOT_IMAP),
        (b"220 smtp.example.jp ESMTP\r\n", Trouble.NOT_IMAP),
    ],
)
def test_greetings_of_others(greeting, trouble):
    with fake_imap(greeting=greeting) as server:
        assert trouble_of(lambda: opened(server)) is trouble


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (hang_up(), Trouble.CONNECTION_LOST),
        (hang_up(b"* BYE Account exceeded command or bandwidth limits.\r\n"), Trouble.THROTTLED),
        (hang_up(b"* BYE Session expired\r\n"), Trouble.CONNECTION_LOST),
        (hang_up(b"* 1 FETCH (UID 1 BODY[HEADER]<0> {900}\r\nFrom: a"), Trouble.CONNECTION_LOST),
        (hang_up(b"* 1 FETCH (UI"), Trouble.CONNECTION_LOST),
        (b"* 1 FETCH (UI\n%s OK done\r\n", Trouble.NOT_IMAP),
        (b"* 1 FETCH (UID 1 BODY[HEADER]<0> {3}\r\nFrom: somebody\r\n%s OK done\r\n", Trouble.NOT_IMAP),
        (b"* 1 FETCH (UID 1 BODY[HEADER]<0> {99999999999}\r\nFrom: a", Trouble.NOT_IMAP),
        (b"%s NO [OVERQUOTA] daily limit\r\n", Trouble.OVER_QUOTA),
        (b"%s NO [SERVERBUG] internal\r\n", Trouble.SERVER_REFUSED),
        (b"%s BAD what?\r\n", Trouble.SERVER_REFUSED),
        (b"\x00\xff nonsense\r\n", Trouble.NOT_IMAP),
    ],
)
def test_what_goes_wrong_while_fetching(answer, trouble):
    with fake_imap(answers={"UID FETCH": answer}) as server, opened(server) as session:
        session.examine(session.folders()[0])
        assert trouble_of(lambda: session.headers([1])) is trouble


def test_a_line_that_never_ends_takes_no_memory(monkeypatch):
    monkeypatch.setattr(client, "LINE_BYTES", 100_000)
    with fake_imap(answers={"UID FETCH": b"* " + b"x" * 10_000_000}) as server, looking(server) as session:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert trouble_of(lambda: session.headers([1])) is Trouble.NOT_IMAP
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000


def test_an_answer_without_end_is_cut_off(monkeypatch):
    monkeypatch.setattr(client, "ANSWER_BYTES", 100_000)
    with fake_imap(answers={"UID FETCH": b"* 1 FETCH (FLAGS ())\r\n" * 100_000}) as server, looking(server) as session:
        assert trouble_of(lambda: session.headers([1])) is Trouble.NOT_IMAP


def test_a_server_that_says_nothing_is_given_up(monkeypatch):
    monkeypatch.setattr(client, "SILENCE_S", 0.3)
    with fake_imap(answers={"UID FETCH": b""}) as server, looking(server) as session:
        assert trouble_of(lambda: session.headers([1])) is Trouble.TIMED_OUT


@pytest.mark.parametrize(
    ("host", "trouble"),
    [
        ("no-such-host.invalid", Trouble.UNKNOWN_HOST),
        ("169.254.169.254", Trouble.ADDRESS_REFUSED),
        ("0.0.0.0", Trouble.ADDRESS_REFUSED),
        ("::ffff:169.254.169.254", Trouble.ADDRESS_REFUSED),
    ],
)
def test_hosts_that_are_not_connected_to(host, trouble):
    def work():
        Session(account(993, host=host, security=Security.TLS), Credentials(password=PASSWORD))

    assert trouble_of(work) is trouble


def test_nobody_listens():
    with fake_imap() as server:
        port = server.port
    assert trouble_of(lambda: Session(account(port), Credentials(password=PASSWORD))) is Trouble.NOT_REACHED


def test_plain_text_stays_on_this_machine():
    def work():
        Session(account(143, host="imap.example.jp"), Credentials(password=PASSWORD))

    assert trouble_of(work) is Trouble.TLS_FAILED


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_must_be_trusted_and_for_the_host(tmp_path, security):
    context, trusting = server_context(tmp_path)
    with fake_imap(
        context=context,
        tls_at_once=security is Security.TLS,
        answers={"CAPABILITY": b"* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\n%s OK done\r\n"},
    ) as server:
        opened(server, trusting, host="localhost", security=security).close()
        assert trouble_of(lambda: opened(server, host="localhost", security=security)) is Trouble.TLS_FAILED
        assert trouble_of(lambda: opened(server, trusting, security=security)) is Trouble.TLS_FAILED


def test_what_is_slipped_in_before_starttls_counts_for_nothing(tmp_path):
    context, trusting = server_context(tmp_path)
    answers = {
        "CAPABILITY": b"* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN\r\n%s OK done\r\n",
        "STARTTLS": b"%s OK done\r\n* BYE slipped in\r\n",
    }
    with fake_imap(context=context, tls_at_once=False, answers=answers) as server:
        opened(server, trusting, host="localhost", security=Security.STARTTLS).close()
        assert not any(b"AUTHENTICATE" in line for line in server.heard[:2])


def test_a_server_without_tls_where_tls_is_spoken():
    with fake_imap() as server:
        assert trouble_of(lambda: opened(server, host="localhost", security=Security.TLS)) is Trouble.TLS_FAILED


def test_labels_are_read_once_where_one_folder_holds_all():
    listed = (
        b'* LIST (\\HasNoChildren) "/" "INBOX"\r\n'
        b'* LIST (\\HasChildren \\Noselect) "/" "[Gmail]"\r\n'
        b'* LIST (\\All \\HasNoChildren) "/" "[Gmail]/&MFkweTBmMG4w4TD8MOs-"\r\n'
        b'* LIST (\\HasNoChildren \\Junk) "/" "[Gmail]/Spam"\r\n%s OK done\r\n'
    )
    with fake_imap(answers={"LIST": listed}) as server, opened(server) as session:
        assert [folder.name for folder in worth_reading(session.folders())] == ["[Gmail]/すべてのメール"]


def test_junk_bin_drafts_and_names_that_are_broken():
    listed = (
        b'* LIST () "/" INBOX\r\n* LIST (\\Trash) "/" Bin\r\n* LIST (\\Drafts) "/" D\r\n* LIST (\\Noselect) "/" N\r\n'
        b'* LIST () NIL "&broken"\r\n* LIST () "/" {5}\r\na"b\\c\r\nnonsense\r\n%s OK done\r\n'
    ).replace(b"nonsense\r\n", b"")
    with fake_imap(answers={"LIST": listed}) as server, opened(server) as session:
        assert [folder.wire for folder in worth_reading(session.folders())] == [b"INBOX", b"&broken", b'a"b\\c']


def test_a_search_may_find_very_many():
    found = b"* SEARCH " + b" ".join(b"%d" % uid for uid in range(1, 200_001)) + b"\r\n"
    with fake_imap(answers={"UID SEARCH": lambda _: found + b"%s OK done\r\n"}) as server, looking(server) as session:
        assert len(session.search(1, 10**6)) == 200_000


def test_a_server_that_knows_no_utf8_finds_nothing_by_it():
    with (
        fake_imap(answers={"UID SEARCH": b"%s NO [BADCHARSET (US-ASCII)] no\r\n"}) as server,
        looking(server) as session,
    ):
        assert session.search(1, 9, "SUBJECT", "注文".encode()) == ()


def test_only_looking_commands_are_sent():
    fetched = b"* 1 FETCH (UID 1 RFC822.SIZE 9 BODY[]<0> {9}\r\nFrom: a\r\n)\r\n%s OK done\r\n"
    with fake_imap(answers={"UID FETCH": fetched, "IDLE": b"+ idling\r\n* 4 EXISTS\r\n"}) as server:
        usual, tags = server.answer_to, []

        def answer_to(line):
            if line.rstrip().endswith(b" IDLE"):
                tags.append(line.split()[0])
            return tags[-1] + b" OK done\r\n" if line == b"DONE\r\n" else usual(line)

        server.answer_to = answer_to
        with opened(server) as session:
            session.examine(session.folders()[0])
            session.search(1, 3)
            assert [mail.raw for mail in session.bodies([1], 100)] == [b"From: a\r\n"]
            assert session.wait(5)
    said = b"".join(server.heard).upper()
    assert b"BODY.PEEK[]<0.100>" in said
    for word in (b" SELECT ", b"STORE", b"EXPUNGE", b"MOVE", b"COPY", b"APPEND", b"DELETE", b"BODY[", b"RENAME"):
        assert word not in said
