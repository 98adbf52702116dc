"""The HTTP client of everything that is downloaded here: proxies, corporate certificates, no telemetry."""

from __future__ import annotations

import os
import ssl

import httpx2
import truststore

from streamlation_desktop.core.errors import DownloadFailed

CONNECT_SECONDS = 15.0
READ_SECONDS = 30.0
"""Longest silence of a server before the connection counts as lost."""


def new_client() -> httpx2.Client:
    """A client that uses the proxies of the environment and trusts what the operating system trusts.

    Certificates named in ``SSL_CERT_FILE`` or ``REQUESTS_CA_BUNDLE`` are trusted too.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    for bundle in {os.environ.get("SSL_CERT_FILE"), os.environ.get("REQUESTS_CA_BUNDLE")} - {None, ""}:
        context.load_verify_locations(cafile=bundle)
    return httpx2.Client(
        verify=context,
        follow_redirects=True,
        timeout=httpx2.Timeout(READ_SECONDS, connect=CONNECT_SECONDS),
        headers={
            "User-Agent": "streamlation-desktop",
            "Accept-Encoding": "identity",
        },  # sizes, ranges and checksums are those of the file itself
    )


def fetch_small(address: str, limit: int) -> bytes:
    """A file of at most `limit` bytes, and one more so that the caller sees that it is longer.

    Raises:
        DownloadFailed: the server cannot be reached or has no such file.
    """
    try:
        with new_client() as client, client.stream("GET", address) as answer:
            answer.raise_for_status()
            data = b""
            for part in answer.iter_bytes():
                data += part
                if len(data) > limit:
                    break
            return data[: limit + 1]
    except httpx2.HTTPError as exc:
        raise unreachable(address, exc) from exc


def unreachable(address: str, error: Exception) -> DownloadFailed:
    """The error for a server that cannot be reached."""
    if is_certificate_problem(error):
        return DownloadFailed(
            f"the certificate of {address} is not trusted",
            hint="Behind a company proxy, add its certificate to the system or name it in SSL_CERT_FILE.",
        )
    return DownloadFailed(
        f"{address} cannot be reached: {error or type(error).__name__}",
        hint="Check the connection and HTTPS_PROXY. Without a network: streamlation models import FOLDER",
    )


def not_the_hub(address: str) -> DownloadFailed:
    """The error for a server that answers with something else, such as a log-in page."""
    return DownloadFailed(
        f"{address} answered with something else than the hub's data",
        hint="A proxy or log-in page may be in the way; open the address in a browser, or check HF_ENDPOINT.",
    )


def is_certificate_problem(error: BaseException) -> bool:
    """True when the connection failed because nobody vouches for the server: trying again is no use."""
    return "CERTIFICATE_VERIFY_FAILED" in str(error)
