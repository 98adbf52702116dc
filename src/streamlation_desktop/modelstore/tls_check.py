"""Tries encrypted connections without leaving this machine: part of the self-test."""

from __future__ import annotations

import datetime
import ipaddress
import os
import ssl
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx2
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from streamlation_desktop.modelstore.web import is_certificate_problem, new_client

_HOST = "127.0.0.1"
_LINUX_AUTHORITIES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/pki/tls/cert.pem",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def authorities() -> int | None:
    """Number of certificate authorities that connections trust; None where the system itself decides."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if sys.platform.startswith("linux"):
        named = os.environ.get("SSL_CERT_FILE")
        bundle = next((path for path in (named, *_LINUX_AUTHORITIES) if path and Path(path).is_file()), None)
        if bundle is None:
            return 0
        context.load_verify_locations(cafile=bundle)
    elif sys.platform == "win32":
        context.load_default_certs()
    else:
        return None
    return len(context.get_ca_certs())


def encrypted_round_trip(folder: Path) -> str:
    """Fetch from a server of our own whose certificate is trusted, then be refused by one that is not.

    Returns:
        The protocol that was spoken.

    Raises:
        httpx2.TransportError: the connection that should work does not.
        RuntimeError: the one that should be refused works.
    """
    bundle = _new_certificate(folder)
    with _server(bundle) as address:
        try:
            _fetch(address)
        except httpx2.TransportError as exc:
            if not is_certificate_problem(exc):
                raise
        else:
            raise RuntimeError("a certificate that nobody vouches for was accepted")
        with _trusted(bundle):
            return _fetch(address)


def _fetch(address: str) -> str:
    with new_client() as client:
        return client.get(address).text


@contextmanager
def _trusted(bundle: Path) -> Iterator[None]:
    """Name the certificate as a user behind a company's proxy does."""
    before = os.environ.get("SSL_CERT_FILE")
    os.environ["SSL_CERT_FILE"] = str(bundle)
    try:
        yield
    finally:
        os.environ.pop("SSL_CERT_FILE")
        if before is not None:
            os.environ["SSL_CERT_FILE"] = before


@contextmanager
def _server(bundle: Path) -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(bundle)
    with HTTPServer((_HOST, 0), _Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, name="tls-check", daemon=True)
        thread.start()
        try:
            yield f"https://{_HOST}:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join(5)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.connection, ssl.SSLSocket)
        body = (self.connection.version() or "").encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


def _new_certificate(folder: Path) -> Path:
    """A key and a certificate for the loopback address, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, _HOST)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(_HOST))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "loopback.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.touch(mode=0o600)
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path
