"""Carriers' tracking pages and look-up services on this machine, in the forms that public programs describe."""

import json
import threading
import time
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

from okawari.fetching.api import ApiGate
from okawari.fetching.pages import PageGate
from okawari.services.tracking import TrackingAccess
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
KEYS = {"17track.key": "5ecre717", "aftership.key": "5ecre7aftership"}


def yamato_page(number, state, *rows):
    """Rows are (status, "11月18日 09:12", office)."""
    lines = "".join(
        f'<li><div class="item">{item}</div><div class="date">{date}</div><div class="name">{name}</div></li>'
        for item, date, name in rows
    )
    shown = f"{number[:4]}-{number[4:8]}-{number[8:]}"
    return (
        '<html><head><meta charset="utf-8"></head><body><div class="parts-tracking-invoice-block">'
        f'<div class="tracking-invoice-block-title">1件目：{shown}</div>'
        f'<h4 class="tracking-invoice-block-state-title">{state}</h4>'
        f'<div class="tracking-invoice-block-detail"><ol>{lines}</ol></div></div></body></html>'
    ).encode()


def japan_post_page(*rows, said=""):
    """Rows are ("2026/11/18 09:12", status, office, prefecture)."""
    lines = "".join(
        f"<tr><td rowspan=2>{at}</td><td rowspan=2>{status}</td><td rowspan=2></td><td>{office}</td><td rowspan=2>{where}</td></tr>"
        "<tr><td>100-0001</td></tr>"
        for at, status, office, where in rows
    )
    table = (
        '<table class="tableType01" summary="履歴情報"><tr><th>状態発生日</th><th>配送履歴</th><th>詳細</th><th>取扱局</th>'
        f"<th>県名等</th></tr><tr><th>郵便番号</th></tr>{lines}</table>"
        if rows
        else ""
    )
    return f"<html><head><meta charset=utf-8></head><body><p>{said}</p>{table}</body></html>".encode()


def sagawa_page(*rows, state="", said=""):
    lines = "".join(f"<tr><td>{status}</td><td>{at}</td><td>{office}</td></tr>" for status, at, office in rows)
    return (
        '<html><head><meta charset="Windows-31J"></head><body>'
        f'<span class="state">{state}</span><table id="list1"><tr><td>1</td></tr><tr><td>{said}</td></tr></table>'
        "<dl><dd id=detail1><table><tr><td>出荷日</td><td>2026年11月17日</td></tr></table>"
        f"<table><tr><th>荷物状況</th><th>日時</th><th>営業所</th></tr>{lines}</table></dd></dl></body></html>"
    ).encode("cp932")


def track17_answer(number, status, *events):
    """Events are (iso time, description, location, stage)."""
    made = [dict(zip(("time_iso", "description", "location", "stage"), event, strict=True)) for event in events]
    info = {"latest_status": {"status": status}, "tracking": {"providers": [{"events": made}]}}
    return {"code": 0, "data": {"accepted": [{"number": number, "track_info": info}], "rejected": []}}


def track17_refusal(number, code):
    return {"code": 0, "data": {"accepted": [], "rejected": [{"number": number, "error": {"code": code}}]}}


def aftership_answer(number, tag, *events, slug="taqbin-jp"):
    """Events are (iso time, message, location, tag)."""
    made = [dict(zip(("checkpoint_time", "message", "location", "tag"), event, strict=True)) for event in events]
    row = {"tracking_number": number, "slug": slug, "tag": tag, "checkpoints": made}
    return {"meta": {"code": 200}, "data": {"trackings": [row] if tag else []}}


class Service(BaseHTTPRequestHandler):
    """Answers each path with what stands in its server's `answers`: bytes, JSON, a status, or "slow"."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.answer("GET")

    def do_POST(self):
        self.answer("POST")

    def answer(self, method):
        parts = urlsplit(self.path)
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        if parts.path == "/robots.txt":
            self.send(200, self.server.robots)
            return
        self.server.asked.append((method, parts.path, parse_qs(parts.query), sent, dict(self.headers)))
        told = self.server.answers.get(parts.path, 404)
        if told == "slow":
            time.sleep(0.6)
            told = b""
        if isinstance(told, int):
            self.send(told, b"refused")
        elif isinstance(told, bytes):
            self.send(200, told)
        else:
            self.send(200, json.dumps(told).encode())

    def send(self, status, body):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        with suppress(OSError):  # who asked may have gone by now
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_):
        pass


@contextmanager
def serving(monkeypatch):
    """Yield the server in the place of all carriers and services."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.daemon_threads = True
    server.answers, server.asked, server.robots = {}, [], b""
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    for name in ("yamato", "japan_post", "sagawa", "seventeen_track", "aftership"):
        url = f"http://127.0.0.1:{server.server_port}/{name}"
        monkeypatch.setattr(f"okawari.sources.{name}.tracking.URL", url)
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def tracking_access(store, folder, server, now=lambda: NOW):
    """What a look needs, with a gate that knows the server."""
    trusted = [("127.0.0.1", server.server_port)] if server else []
    return TrackingAccess(
        store=store,
        pages=PageGate(seconds=0.4, trusted=trusted),
        api=ApiGate(seconds=0.4, trusted=trusted, sleep=lambda _: None),
        secrets=Secrets(store, keys_at(folder, "file")),
        now=now,
        sleep=lambda _: None,
    )
