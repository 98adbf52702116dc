"""Adds dubbed sound to a copy of a video: its picture and its own sound stay as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import langcodes

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import UnsupportedMedia
from streamlation_desktop.core.language import LanguageCode, language_name
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.location import regular_file
from streamlation_desktop.media.render import Progress, render
from streamlation_desktop.media.source import probe_source

_IN_MP4 = frozenset({"h264", "hevc", "mpeg4", "av1", "vp9", "mjpeg", "mpeg2video", "mpeg1video"})
_SOUND_IN_MP4 = frozenset({"aac", "mp3", "ac3", "eac3", "alac", "opus", "flac", "mp2"})


@dataclass(frozen=True, slots=True)
class DubTrack:
    """A dub to add."""

    path: Path
    language: LanguageCode


def dub_suffix(info: SourceInfo) -> str:
    """``.mp4`` where that holds the source's streams, else ``.mkv``."""
    picture = info.video is not None and info.video.codec in _IN_MP4
    return ".mp4" if picture and all(track.codec in _SOUND_IN_MP4 for track in info.audio) else ".mkv"


def mux_dub(source: Path, dub: DubTrack, output: Path, token: CancelToken, progress: Progress) -> None:
    """Write `source` plus the dub, which is what players play first, as `output`.

    Raises:
        UnsupportedMedia: there is no picture, or the container cannot hold it.
        SourceError: a file cannot be read.
        DiskFull, NotWritable: the disk refuses.
        Cancelled: the token was cancelled; nothing is left behind.
    """
    info = probe_source(str(source), token)
    if info.video is None:
        raise UnsupportedMedia(f"{source.name} has no picture", hint="The dub is in the .m4a files.")
    inputs = [
        part for path in (source, dub.path) for part in ("-i", f"file:{regular_file(path, path.name).absolute()}")
    ]
    faststart = ["-movflags", "+faststart"] if output.suffix == ".mp4" else []
    render([*inputs, *_maps(), "-c", "copy", *_labels(info, dub), *faststart], output, token, progress, info.duration)


def _maps() -> Sequence[str]:
    return "-map", "0:V:0", "-map", "0:a?", "-map", "1:a:0", "-map_chapters", "0", "-map_metadata", "0"


def _labels(info: SourceInfo, dub: DubTrack) -> list[str]:
    number = len(info.audio)
    title = f"{language_name(dub.language)} dub"
    labels: list[str] = []
    for track in info.audio:
        labels += [f"-disposition:a:{track.index}", "original"]
        if not track.title:
            labels += [f"-metadata:s:a:{track.index}", "title=Original"]
            labels += [f"-metadata:s:a:{track.index}", "handler_name=Original"]
    code = langcodes.get(dub.language).to_alpha3(variant="B")
    labels += [f"-metadata:s:a:{number}", f"language={code}", f"-metadata:s:a:{number}", f"title={title}"]
    return [*labels, f"-metadata:s:a:{number}", f"handler_name={title}", f"-disposition:a:{number}", "default+dub"]
