"""What local and remote playlists share: limits, encrypted and inline resources."""

from __future__ import annotations

import io
import urllib.request
from collections import Counter

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.padding import PKCS7

from streamlation_desktop.core.errors import SourceForbidden, UnsupportedMedia
from streamlation_desktop.media.callbacks import ByteReader

MAX_PLAYLIST = 16 << 20
"""Bytes; a day in two-second segments is a quarter of it."""

_MAX_SEGMENT = 256 << 20  # bytes; encrypted ones are decrypted in memory
_MAX_OPENS_OF_ONE = 16
_MAX_OPENS = 512
_MAX_VARIANTS = 256


class OpenLimit:
    """Ends playlists that lead in circles or fan out without end while they are being opened."""

    def __init__(self) -> None:
        self._opens: Counter[str] | None = Counter()
        self._is_first = True

    def check(self, text: bytes) -> None:
        """Refuse a playlist of playlists within another, or one with too many; FFmpeg follows them all."""
        variants = text.count(b"#EXT-X-STREAM-INF")
        if variants > (_MAX_VARIANTS if self._is_first else 0):
            raise SourceForbidden("the playlist refers to itself or has no end", hint="It may be malicious.")
        self._is_first = False

    def count(self, url: str) -> None:
        """Note that `url` is being opened; raises SourceForbidden past the limit."""
        if self._opens is None:
            return
        self._opens[url] += 1
        if self._opens[url] > _MAX_OPENS_OF_ONE or self._opens.total() > _MAX_OPENS:
            raise SourceForbidden("the playlist refers to itself or has no end", hint="It may be malicious.")

    def lift(self) -> None:
        """The source is open: from now on what is read is bounded by the reading itself."""
        self._opens = None


def is_playlist(head: bytes) -> bool:
    """True when a file that begins with `head` (10 bytes will do) is an HLS playlist."""
    return head.lstrip(b"\xef\xbb\xbf").startswith(b"#EXTM3U")


def playlist_text(file: ByteReader) -> bytes:
    """All of a playlist; raises SourceForbidden when it is out of all proportion."""
    text = bytearray()
    while data := file.read(1 << 16):
        text += data
        if len(text) > MAX_PLAYLIST:
            raise SourceForbidden("the playlist is too large", hint="It may be malicious.")
    return bytes(text)


def completed(text: bytes) -> bytes:
    """A playlist on disk, marked as complete: nobody will append to it, and FFmpeg must not wait."""
    return text if b"#EXT-X-ENDLIST" in text or b"#EXT-X-STREAM-INF" in text else text + b"\n#EXT-X-ENDLIST\n"


def encrypted_target(url: str, options: dict[str, str]) -> tuple[str, Cipher[CBC] | None]:
    """Split FFmpeg's ``crypto+http://…`` (AES-128 segments) into the address and its cipher."""
    if not url.startswith(("crypto+", "crypto:")):
        return url, None
    key, iv = bytes.fromhex(options.get("key", "")), bytes.fromhex(options.get("iv", ""))
    if len(key) != 16 or len(iv) != 16:
        raise UnsupportedMedia("the playlist has a malformed encryption key")
    return url[7:], Cipher(AES(key), CBC(iv))


def decrypted(body: ByteReader, cipher: Cipher[CBC]) -> ByteReader:
    """Decrypt a whole segment (RFC 8216: AES-128-CBC, PKCS#7 padding)."""
    data = bytearray()
    while part := body.read(1 << 16):
        data += part
        if len(data) > _MAX_SEGMENT:
            raise SourceForbidden("a segment of the playlist is too large")
    body.close()
    decryptor = cipher.decryptor()
    plain = decryptor.update(data[: len(data) - len(data) % 16]) + decryptor.finalize()
    unpadder = PKCS7(128).unpadder()
    try:
        return io.BytesIO(unpadder.update(plain) + unpadder.finalize())
    except ValueError:  # truncated segment or wrong key: the demuxer will tell
        return io.BytesIO(plain)


def inline_data(url: str) -> ByteReader:
    """The content of a ``data:`` address, which real playlists use for keys."""
    try:
        with urllib.request.urlopen(url) as body:
            return io.BytesIO(body.read(MAX_PLAYLIST))
    except (ValueError, OSError) as exc:
        raise UnsupportedMedia("the playlist has a malformed data: address") from exc
