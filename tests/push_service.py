"""A push service on this machine, and a browser that subscribed to it: it opens what arrives by RFC 8291, step by step."""

import json
import secrets
import threading
from base64 import urlsafe_b64decode, urlsafe_b64encode
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from okawari.fetching.api import ApiGate


def text(octets):
    return urlsafe_b64encode(octets).rstrip(b"=").decode()


def octets(text_):
    return urlsafe_b64decode(text_ + "=" * (-len(text_) % 4))


class PlainGate(ApiGate):
    """The gate, with the service's TLS left out: it has no certificate here."""

    def answer(self, request):
        return super().answer(replace(request, url=request.url.replace("https://", "http://")))


@dataclass
class Browser:
    """What a browser makes when it subscribes."""

    port: int
    path: str = "/push/1"
    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(16))

    @property
    def public(self):
        return self.private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    @property
    def told(self):
        endpoint = f"https://127.0.0.1:{self.port}{self.path}"
        return {"endpoint": endpoint, "p256dh": text(self.public), "auth": text(self.secret)}

    def opened(self, body):
        """What a body of `aes128gcm` holds (RFC 8188, section 2.1; RFC 8291, section 3.4)."""
        salt, size, sender = body[:16], body[20], body[21 : 21 + body[20]]
        assert size == 65
        shared = self.private.exchange(ec.ECDH(), ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), sender))
        info = b"WebPush: info\0" + self.public + sender
        key = HKDF(SHA256(), 32, self.secret, info).derive(shared)
        content = HKDF(SHA256(), 16, salt, b"Content-Encoding: aes128gcm\0").derive(key)
        nonce = HKDF(SHA256(), 12, salt, b"Content-Encoding: nonce\0").derive(key)
        plain = AESGCM(content).decrypt(nonce, body[21 + size :], None)
        return json.loads(plain.rstrip(b"\0")[:-1])


@contextmanager
def push_service(monkeypatch):
    """Yield the service; `status` and `says` are its answer, `got` the requests as (path, headers, body)."""

    class Service(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            server.got.append((self.path, dict(self.headers), body))
            self.send_response(server.status)
            self.end_headers()
            self.wfile.write(server.says)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    server.status, server.says, server.got = 201, b"", []
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    gate = PlainGate(seconds=2, trusted=[("127.0.0.1", server.server_port)])
    monkeypatch.setattr("okawari.notify.push._gate", lambda: gate)
    yield server
    server.shutdown()
    server.server_close()
