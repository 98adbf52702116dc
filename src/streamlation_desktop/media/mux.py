"""Adds subtitle tracks to a copy of a video, without touching its other streams."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import langcodes

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.source import SourceInfo
from streamlation_desktop.media.location import regular_file
from streamlation_desktop.media.render import Progress, render
from streamlation_desktop.media.source import probe_source

_MATROSKA = frozenset({".mkv", ".mka", ".mks"})
_MP4 = frozenset({".mp4", ".m4v", ".mov"})


@dataclass(frozen=True, slots=True)
class SubtitleFile:
    """A subtitle file to add; UTF-8, its format told by its name (.srt, .ass, .vtt)."""

    path: Path
    language: LanguageCode
    title: str = ""
    default: bool = False


def mux_subtitles(
    source: Path, tracks: Sequence[SubtitleFile], output: Path, token: CancelToken, progress: Progress
) -> None:
    """Write `source` plus `tracks` as `output`: Matroska, or MP4/MOV by its suffix.

    All streams, chapters and attachments of the source are kept where the container can hold
    them; MP4 takes text subtitles only, as ``mov_text``.

    Raises:
        UsageError: no container of that suffix takes subtitles.
        SourceError: the source or a track cannot be read.
        DiskFull, NotWritable: the disk refuses.
        UnsupportedMedia: the container cannot hold the source's streams.
        Cancelled: the token was cancelled; nothing is left behind.
    """
    suffix = output.suffix.lower()
    if suffix not in _MATROSKA | _MP4:
        raise UsageError(f"{suffix or 'this'} files take no subtitles", hint="Use .mkv, .mp4, .m4v or .mov.")
    info = probe_source(str(source), token)
    files = [regular_file(path, path.name) for path in (source, *(track.path for track in tracks))]
    inputs = [part for file in files for part in ("-i", f"file:{file.absolute()}")]
    maps = [part for number in range(1, len(files)) for part in ("-map", f"{number}:s:0")]
    render(
        [*inputs, *_kept(info, suffix), *maps, *_codecs(info, suffix, tracks), *_labels(info, suffix, tracks)],
        output,
        token,
        progress,
        info.duration,
    )


def _kept_subtitles(info: SourceInfo, suffix: str) -> list[int]:
    return [track.index for track in info.subtitles if track.is_text or suffix in _MATROSKA]


def _kept(info: SourceInfo, suffix: str) -> list[str]:
    maps = ["-map", "0:v?", "-map", "0:a?"]
    for index in _kept_subtitles(info, suffix):
        maps += ["-map", f"0:s:{index}"]
    if suffix in _MATROSKA:
        maps += ["-map", "0:t?"]
    return [*maps, "-map_chapters", "0", "-map_metadata", "0"]


def _codecs(info: SourceInfo, suffix: str, tracks: Sequence[SubtitleFile]) -> list[str]:
    codecs = ["-c", "copy", "-max_interleave_delta", "0"]
    if suffix in _MP4:
        return [*codecs, "-c:s", "mov_text", "-movflags", "+faststart"]
    for number, index in enumerate(_kept_subtitles(info, suffix)):
        if info.subtitles[index].codec == "mov_text":  # Matroska has no such codec
            codecs += [f"-c:s:{number}", "subrip"]
    first = len(_kept_subtitles(info, suffix))
    for number, track in enumerate(tracks, first):
        codecs += [f"-c:s:{number}", "ass" if track.path.suffix.lower() in (".ass", ".ssa") else "subrip"]
    return codecs


def _labels(info: SourceInfo, suffix: str, tracks: Sequence[SubtitleFile]) -> list[str]:
    labels: list[str] = []
    kept = len(_kept_subtitles(info, suffix))
    if any(track.default for track in tracks):
        for number in range(kept):
            labels += [f"-disposition:s:{number}", "0"]
    for number, track in enumerate(tracks, kept):
        language = langcodes.get(track.language).to_alpha3(variant="B")
        labels += [f"-metadata:s:s:{number}", f"language={language}"]
        labels += [
            f"-metadata:s:s:{number}",
            f"title={track.title}",
            f"-metadata:s:s:{number}",
            f"handler_name={track.title}",
        ]
        labels += [f"-disposition:s:{number}", "default" if track.default else "0"]
    return labels
