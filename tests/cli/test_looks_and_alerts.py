"""`okawari serve` and `okawari work` as they run: they look at a shop on this machine, and tell a flip to a webhook."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from okawari.domain.watch.watch import Standing, Watch
from okawari.fetching.pages import PageGate
from okawari.services import alerting, watching
from okawari.store.engine import Store, connect
from okawari.store.keys import keys_at
from okawari.store.secrets import Secrets
from okawari.store.upgrade import upgrade
from tests.shop_server import IN_STOCK, SOLD_OUT, running_shop

# The gate opens no address of this machine, except for a test.
COMMAND = """
import sys
from okawari.fetching.pages import PageGate
from okawari.services import watching
port = int(sys.argv.pop(1))
watching.open_gate = lambda *_, **__: PageGate(trusted=[("127.0.0.1", port)])
from okawari.cli.main import run
run()
"""


@pytest.fixture
def sink():
    """A webhook: its port, and what it was told."""
    told = []

    class Sink(BaseHTTPRequestHandler):
        def do_POST(self):
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Sink)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, told
    server.shutdown()


def until(holds, seconds=120):
    give_up = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < give_up
        time.sleep(0.1)


@pytest.mark.slow
@pytest.mark.parametrize("command", [("work",), ("serve", "--port", "0")])
def test_a_flip_is_seen_and_told(command, sink, tmp_path):
    store = Store(connect(f"sqlite:///{tmp_path / 'okawari.db'}"))
    upgrade(store.engine)
    alerting.add_channel(store, Secrets(store, keys_at(tmp_path, "file")), "hook", f"json://127.0.0.1:{sink[0]}/")
    with running_shop() as shop:
        wished = Watch(id="", url=shop.put("/1", SOLD_OUT), added_at=datetime.now(UTC), every=1)
        ((watch, _),) = watching.add(store, PageGate(trusted=shop.trusted), wished)
        settings = {"OKAWARI_DATA_DIR": str(tmp_path), "OKAWARI_KEY_PLACE": "file", "OKAWARI_LANGUAGE": "ja"}
        running = subprocess.Popen(
            [sys.executable, "-c", COMMAND, str(shop.port), *command],
            env={**os.environ, **settings},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            until(lambda: watching.get(store, watch.id).last_seen)
            assert sink[1] == []
            shop.put("/1", IN_STOCK)
            assert watching.stand(store, watch.id, Standing.ACTIVE, datetime.now(UTC))  # due again at once
            until(lambda: sink[1])
        finally:
            running.send_signal(signal.SIGINT)
            running.wait(60)
        (told,) = sink[1]
        assert "水筒 K-500W" in told["title"] + told["message"]
        assert watch.url in told["message"]
    store.close()
