"""Proxies, certificates, permissions, log-in pages."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import DownloadFailed
from streamlation_desktop.modelstore import web
from streamlation_desktop.modelstore.store import ModelStore
from tests.support.hub_mirror import HubMirror

pytestmark = [pytest.mark.network, pytest.mark.timeout(60)]


def _install(store: ModelStore, model_id: str = "mini-en-es") -> str:
    return store.install(model_id, token=CancelToken()).id


def test_proxy_of_the_environment_is_used(
    store: ModelStore, mirror: HubMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://hub.invalid")
    monkeypatch.setenv("http_proxy", mirror.address)
    monkeypatch.setenv("no_proxy", "")
    assert _install(store) == "mini-en-es"
    assert mirror.requests[0].path.startswith("http://hub.invalid/api/models/test/mini-en-es")


def test_log_in_page_instead_of_the_hub(store: ModelStore, mirror: HubMirror) -> None:
    mirror.api_is_html = True
    with pytest.raises(DownloadFailed, match="something else") as caught:
        _install(store)
    assert "log-in page" in caught.value.hint


def test_hub_that_cannot_be_reached(store: ModelStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    with pytest.raises(DownloadFailed, match="cannot be reached") as caught:
        _install(store)
    assert "models import" in caught.value.hint


def test_gated_and_missing_repositories(store: ModelStore, mirror: HubMirror) -> None:
    mirror.gated.add("test/mini-en-es")
    with pytest.raises(DownloadFailed, match="asked for it") as caught:
        _install(store)
    assert "HF_TOKEN" in caught.value.hint
    with pytest.raises(DownloadFailed, match="does not exist"):
        _install(store, "hf:test/nothing")


def test_token_is_shown_to_the_hub_only(store: ModelStore, mirror: HubMirror, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    _install(store)
    shown = {request.path.split("/")[1] for request in mirror.requests if request.authorization == "Bearer hf_secret"}
    assert shown == {"api", "test", "cdn"}  # the mirror is one server; see the next test for another


def test_token_is_not_carried_to_another_server(
    store: ModelStore, mirror: HubMirror, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_TOKEN", "hf_secret")
    mirror.address = mirror.address.replace("127.0.0.1", "localhost")  # where it redirects to
    _install(store)
    for request in mirror.requests:
        assert (request.authorization == "") == request.path.startswith("/cdn/")


@pytest.fixture
def private_hub(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """An HTTPS server whose certificate only its own authority vouches for."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    key, certificate = tmp_path / "key.pem", tmp_path / "company.pem"
    subprocess.run(
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost "
        f"-addext subjectAltName=DNS:localhost -keyout {key} -out {certificate}".split(),
        check=True,
        capture_output=True,
        timeout=30,
    )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"hello")

        def log_message(self, format: str, *args: object) -> None:
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"https://localhost:{server.server_address[1]}", certificate
        server.shutdown()
        thread.join()


def test_certificate_of_a_stranger_is_refused_and_that_of_the_company_accepted(
    store: ModelStore, private_hub: tuple[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    address, certificate = private_hub
    monkeypatch.setenv("HF_ENDPOINT", address)
    with pytest.raises(DownloadFailed, match="not trusted") as caught:
        _install(store)
    assert "SSL_CERT_FILE" in caught.value.hint
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with web.new_client() as client:
        assert client.get(address).text == "hello"
