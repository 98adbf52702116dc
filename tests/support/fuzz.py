"""Parsers of files that others wrote, and ways to break what they read."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import StreamlationError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.media.options import SourceOptions
from streamlation_desktop.media.source import probe_source
from streamlation_desktop.modelstore.catalog import Catalog
from streamlation_desktop.modelstore.manifest import read_manifest
from streamlation_desktop.settings.paths import app_paths, resource
from streamlation_desktop.settings.store import load_settings
from streamlation_desktop.subtitles.formats.registry import parse_subtitles
from streamlation_desktop.translation.glossary import read_glossary
from streamlation_desktop.updates.manifest import read_release
from tests.support.fuzz_web import BODIES, WALLS, read_bodies, read_walls
from tests.support.releases import release_fields, signed_release

_KEY = Ed25519PrivateKey.from_private_bytes(bytes(32))
_NOW = datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Target:
    """A parser: sound inputs, and how it is called with the content of a file in a folder of its own."""

    seeds: tuple[bytes, ...]
    tokens: tuple[bytes, ...]
    """Pieces of the language, which mutations throw about."""
    parse: Callable[[bytes, Path], object]
    most_seconds: float = 2.0
    """Of processor time, which an input may take."""


def attempt(target: Target, data: bytes, folder: Path) -> bool:
    """Parse; True when it was accepted, False when refused with an error of ours. Anything else is raised."""
    try:
        target.parse(data, folder)
    except StreamlationError as error:
        if "\n" in str(error):
            raise AssertionError(f"an error is one line: {error}") from error
        return False
    return True


def broken(target: Target, rng: random.Random) -> bytes:
    """A sound input after a few random changes."""
    data = bytearray(rng.choice(target.seeds))
    for _ in range(rng.randint(1, 8)):
        _change(data, target, rng)
    return bytes(data)


def _change(data: bytearray, target: Target, rng: random.Random) -> None:
    at = rng.randrange(len(data) + 1)
    match rng.randrange(8):
        case 0:
            data[at : at + 1] = rng.randbytes(1)
        case 1:
            data[at : at + rng.randint(1, 40)] = b""
        case 2:
            data[at:at] = rng.choice(target.tokens)
        case 3:
            data[at:at] = rng.choice(target.tokens) * rng.choice((2, 30, 1000))
        case 4:
            other = rng.choice(target.seeds)
            start = rng.randrange(len(other) + 1)
            data[at:at] = other[start : start + rng.randint(1, 200)]
        case 5:
            data[at : at + 1] = rng.choice((b"\0", b"\xff", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\r", b"-", b"9" * 40))
        case 6:
            end = at + rng.randint(1, 120)
            data[at:at] = data[at:end]
        case 7:
            encoding = rng.choice(("utf-16", "utf-16-be", "latin-1"))
            data[:] = data.decode("utf-8", "replace").encode(encoding, "replace")


def _subtitles(data: bytes, _folder: Path) -> None:
    parse_subtitles(data, LanguageCode("en"))
    parse_subtitles(data, LanguageCode("en"), faithful=True)


def _media(name: str) -> Callable[[bytes, Path], object]:
    def parse(data: bytes, folder: Path) -> object:
        path = folder / name
        path.write_bytes(data)
        return probe_source(str(path), CancelToken(), SourceOptions(open_timeout=2.0, read_timeout=1.0))

    return parse


def _manifest(data: bytes, folder: Path) -> object:
    (folder / "manifest.json").write_bytes(data)
    return read_manifest(folder)


def _catalogue(data: bytes, _folder: Path) -> object:
    paths = app_paths()
    paths.ensure()
    (paths.config / "catalog.toml").write_bytes(data)
    return list(Catalog.load(paths))


def _settings(data: bytes, folder: Path) -> object:
    path = folder / "settings.toml"
    path.write_bytes(data)
    return load_settings(path, {})


def _glossary(data: bytes, folder: Path) -> object:
    path = folder / "terms.tsv"
    path.write_bytes(data)
    return read_glossary(path)


def _release(data: bytes, _folder: Path) -> object:
    return read_release(data, [_KEY.public_key().public_bytes_raw()], _NOW)


def _signed_release(data: bytes, _folder: Path) -> object:
    """What the developers' key signed may be nonsense too."""
    text = data.decode("utf-8", "replace")
    return read_release(signed_release(_KEY, text), [_KEY.public_key().public_bytes_raw()], _NOW)


_SRT = b"1\n00:00:01,000 --> 00:00:02,500\n<i>Hello</i> {\\an8}there\n\n2\n00:00:03.000 --> 00:00:04\n- Yes\n- No\n"
_VTT = (
    b"WEBVTT - a title\n\nSTYLE\n::cue { color: red }\n\nNOTE x\n\nid\n00:01.000 --> 00:02.000 line:10% align:start\n"
    b"<v Anna><b>Hi</b> &amp; <00:01.500>bye</v>\n"
)
_ASS = (
    b"[Script Info]\nScriptType: v4.00+\n\n[V4+ Styles]\nFormat: Name, Fontname\nStyle: Default,Arial\n\n[Events]\n"
    b"Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    b"Dialogue: 0,0:00:01.00,0:00:02.00,Default,Anna,0,0,0,,{\\i1}Hi{\\i0}\\N{\\p1}m 0 0{\\p0}there\n"
)
_TTML = (
    b'<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter"'
    b' ttp:frameRate="25" ttp:tickRate="1000"><body><div><p begin="00:00:01.5" dur="2s">Hi<br/><span>you</span></p>'
    b'<p begin="1:2:3:12" end="99999t">x</p></div></body></tt>'
)
_HLS = (
    b"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:0\n"
    b'#EXT-X-KEY:METHOD=AES-128,URI="key",IV=0x00\n#EXT-X-BYTERANGE:10@0\n#EXTINF:2.0,\nseg.ts\n#EXT-X-ENDLIST\n'
)
_MASTER = (
    b'#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="a.m3u8"\n#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"\nv.m3u8\n'
)
_MODEL = json.dumps(
    {
        "schema_version": 1,
        "id": "whisper-tiny",
        "name": "Tiny",
        "kind": "recognizer",
        "family": "whisper",
        "languages": ["en"],
        "licence": "mit",
        "source": "hf:a/b",
        "installed": "2026-01-01T00:00:00Z",
        "files": [{"path": "model.bin", "size": 3, "sha256": "a" * 64}],
    }
).encode()
_SETTINGS = b'schema_version = 1\n[recognition]\nlanguages = "en,de"\nbeam_size = 3\n[output]\nformats = ["srt"]\n'
_NONSENSE = (b"model = 3\n", b"model = [1]\n", b"\nlanguages = 3\n", b"\nid = 3\n", b"language_sets = [1]\n")
_GLOSSARY = b"source\ttarget\nEarth\tTierra\n# a note\nNew York\tNueva York\n"
_TIMES = (b"00:00:01,000", b"-->", b"99:99:99,999", b"-1:00:00.0", b"\n", b"\n\n", b"<", b">", b"&", b"{", b"}", b"\\")
_JSON = (b"{", b"[", b'"', b",", b"null", b"1e999", b"NaN", b"-", b"true", b'"\\ud800"', b"../")
_TOML = (b"[", b"]", b"=", b'"""', b"\n", b"'", b"[[model]]\n", b"1e999", b"inf", b"0x", b"{", b"}", b"1979-05-27")


def targets() -> Mapping[str, Target]:
    """Every parser of files that come from outside."""
    catalogue = resource("catalog.toml").read_bytes()
    release = json.dumps(release_fields()).encode()
    return {
        "srt": Target((_SRT,), _TIMES, _subtitles),
        "vtt": Target((_VTT, _SRT), (*_TIMES, b"WEBVTT", b"NOTE", b"REGION", b"<c.x>", b"&#x110000;"), _subtitles),
        "ass": Target((_ASS,), (*_TIMES, b"Dialogue:", b"[Events]\n", b"Format:", b"{\\p1}", b"\\N", b","), _subtitles),
        "ttml": Target(
            (_TTML,), (b"<p", b"</p>", b"<", b">", b'"', b"&a;", b"<!DOCTYPE a>", b"begin", b"t"), _subtitles
        ),
        "subtitles-json": Target((_subtitle_json(),), _JSON, _subtitles),
        "playlist": Target(
            (_HLS, _MASTER),
            (b"#EXTINF:", b"#EXT-X-KEY:", b"\n", b",", b"=", b'"', b"list.m3u8\n", b"-1"),
            _media("list.m3u8"),
        ),
        "dash": Target((_DASH,), (b"<Period", b"PT", b"S", b"<", b">", b'"', b"$Number$", b"-1"), _media("list.mpd")),
        "catalogue": Target(
            tuple(b"[[model]]" + entry for entry in catalogue.split(b"[[model]]")[1:9]),
            (*_TOML, *_NONSENSE),
            _catalogue,
        ),
        "model-manifest": Target((_MODEL,), _JSON, _manifest),
        "settings": Target((_SETTINGS,), _TOML, _settings),
        "glossary": Target((_GLOSSARY,), (b"\t", b",", b'"', b"\n", b"\r", b"\0", b";"), _glossary),
        "update": Target((signed_release(_KEY, release_fields()),), _JSON, _release),
        "signed-update": Target((release,), _JSON, _signed_release),
        "api-bodies": Target(BODIES, (*_JSON, b'"to":', b'"file:', b'"streamlation:', b"["), read_bodies),
        "hls-walls": Target(
            (WALLS,), (b"#EXTINF:", b"\n", b"#EXT-X-PROGRAM-DATE-TIME:", b"http://[", b"99"), read_walls
        ),
    }


_DASH = (
    b'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"'
    b' mediaPresentationDuration="PT4.5S">'
    b'<Period><AdaptationSet mimeType="audio/mp4"><SegmentTemplate timescale="1000" duration="2000"'
    b' media="s$Number$.m4s"'
    b' initialization="i.mp4"/><Representation id="a" bandwidth="1"/></AdaptationSet></Period></MPD>'
)


def _subtitle_json() -> bytes:
    from streamlation_desktop.subtitles.formats.registry import write_subtitles

    return write_subtitles(parse_subtitles(_SRT, LanguageCode("en")), "a.json")


def run_under_limits(memory: int) -> None:
    """Bound this process: an input that wants more must fail, not swallow the machine."""
    import resource as limits

    limits.setrlimit(limits.RLIMIT_AS, (memory, memory))
    os.nice(5)
