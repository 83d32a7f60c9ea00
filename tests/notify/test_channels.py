"""Channels against servers on this machine: what arrives, and the reason where it does not."""

import email
import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from email import policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from okawari.notify.channels import ChannelError, kind_of, send
from okawari.notify.mail import mail_route
from okawari.notify.message import Message

MESSAGE = Message("abc-1", "在庫あり：水筒\nBcc: x@example.jp", "1点ずつ、今すぐ買う。", "https://shop.example.jp/1")


@pytest.fixture
def service():
    """A web service that notes what is posted, and answers with `status`."""

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self):
            service.posted.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(service.status)
            self.end_headers()

        def log_message(self, *_):
            pass

    service = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    service.posted, service.status = [], 200
    threading.Thread(target=service.serve_forever, args=(0.02,), daemon=True).start()
    yield service
    service.shutdown()
    service.server_close()


class Mailer:
    """A mail server that answers as told: one line for each command it knows."""

    def __init__(self, **answers):
        self.answers = {"RCPT": "250 ok"} | answers
        self.mails = []
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection, connection.makefile("rwb") as line:
                self.talk(line)

    def talk(self, line):
        def say(text):
            line.write(text.encode() + b"\r\n")
            line.flush()

        say("220 mail")
        for told in line:
            word = told.split()[0].decode().upper()
            if word == "EHLO":
                say("250-mail\r\n250 AUTH PLAIN")
            elif word == "AUTH":
                say(self.answers.get("AUTH", "235 ok"))
            elif word == "DATA":
                say("354 go")
                body = []
                while (part := line.readline()) != b".\r\n":
                    body.append(part)
                self.mails.append(email.message_from_bytes(b"".join(body), policy=policy.default))
                say("250 ok")
            elif word == "QUIT":
                say("221 bye")
                return
            else:
                say(self.answers.get(word, "250 ok"))


@pytest.fixture
def mailer():
    made = []

    def start(**answers):
        made.append(Mailer(**answers))
        return made[-1]

    yield start
    for one in made:
        one.socket.close()


def test_a_service_of_apprise_gets_title_body_and_address(service):
    send(f"json://127.0.0.1:{service.server_port}/", MESSAGE)
    (posted,) = service.posted
    assert posted["title"].startswith("在庫あり")
    assert posted["message"].endswith("https://shop.example.jp/1")


@pytest.mark.parametrize(("status", "permanent"), [(401, True), (404, True), (503, False)])
def test_a_service_that_refuses_is_quoted(service, status, permanent):
    service.status = status
    with pytest.raises(ChannelError) as refused:
        send(f"json://127.0.0.1:{service.server_port}/", MESSAGE)
    assert str(status) in refused.value.detail
    assert refused.value.permanent == permanent


def test_each_service_is_quoted_for_what_it_said_itself_while_others_are_sent_to(service):
    service.status = 404
    with socket.create_server(("127.0.0.1", 0)) as unused:
        dead = unused.getsockname()[1]
    addresses = [f"json://127.0.0.1:{port}/" for port in (service.server_port, dead) * 8]

    def refusal(address):
        with pytest.raises(ChannelError) as refused:
            send(address, MESSAGE)
        return refused.value

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(refusal, addresses))
    assert {(one.code, one.permanent) for one in told[::2]} == {("refused", True)}
    assert {(one.code, one.permanent) for one in told[1::2]} == {("no_answer", False)}
    assert all(one.detail.count("404") == 1 for one in told[::2])
    assert not any("404" in one.detail for one in told[1::2])


def test_a_mail_bears_the_same_id_each_time_and_one_subject_line(mailer):
    server = mailer()
    address = f"smtp://me%40example.jp:secret@127.0.0.1:{server.port}/?to=you@example.jp"
    send(address, MESSAGE)
    send(address, MESSAGE)
    first, second = server.mails
    assert first["Message-ID"] == second["Message-ID"] == "<abc-1@okawari.invalid>"
    assert (first["To"], first["From"], first["Bcc"]) == ("you@example.jp", "me@example.jp", None)
    assert first["Subject"].startswith("在庫あり：水筒 Bcc")
    assert "今すぐ買う" in first.get_content()


@pytest.mark.parametrize(
    ("answers", "code", "permanent"),
    [
        ({"AUTH": "535 5.7.8 wrong password"}, "535", True),
        ({"RCPT": "550 no such user"}, "550", True),
        ({"RCPT": "451 try later"}, "451", False),
    ],
)
def test_the_reason_of_a_mail_server_is_given(mailer, answers, code, permanent):
    server = mailer(**answers)
    with pytest.raises(ChannelError) as refused:
        send(f"smtp://me%40example.jp:secret@127.0.0.1:{server.port}/?to=you@example.jp", MESSAGE)
    assert code in refused.value.detail
    assert refused.value.permanent == permanent
    assert "secret" not in str(refused.value)


def test_a_server_that_is_not_there_may_come_back():
    with pytest.raises(ChannelError) as refused:
        send("smtp://127.0.0.1:9/?to=you@example.jp", MESSAGE)
    assert (refused.value.code, refused.value.permanent) == ("no_answer", False)


def test_the_log_shows_title_body_and_address(capsys):
    send("log:", MESSAGE)
    assert "今すぐ買う。\nhttps://shop.example.jp/1" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address", ["", "nonsense", "foo://x", "smtp://host/", "smtp://h:x/?to=a@b", "smtps://h/?to=a"]
)
def test_what_is_no_address_of_a_channel(address):
    with pytest.raises(ChannelError) as refused:
        kind_of(address)
    assert refused.value.code == "bad_address"


def test_a_route_does_not_show_its_password():
    assert "secret" not in repr(mail_route("smtps://me:secret@mail.example.jp/?to=you@example.jp&from=me@example.jp"))
