"""What output files are called: ``Movie.es.srt`` beside ``Movie.mkv``, as media servers expect."""

from __future__ import annotations

import re
from pathlib import Path

from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.media.names import is_url, url_name
from streamlation_desktop.session.request import JobRequest

_MAX_STEM_BYTES = 180
"""Leaves room for ``.es.partial.srt`` in the 255 bytes that file systems allow a name."""
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def output_stem(location: str) -> str:
    """The name shared by all files of a job, without folder or extension."""
    if location == "-":
        return "stdin"
    if not is_url(location):
        return _shortened(Path(location).stem)
    return _shortened(_UNSAFE.sub("_", url_name(location)).strip(" .") or "stream")


def output_folder(request: JobRequest) -> Path:
    """Where the files go."""
    if request.output.folder is not None:
        return request.output.folder
    if request.location == "-" or is_url(request.location):
        return Path.cwd()
    return Path(request.location).absolute().parent


def caption_path(request: JobRequest, language: LanguageCode, extension: str, *, partial: bool = False) -> Path:
    """Path of one caption file."""
    middle = f"{language}.partial" if partial else str(language)
    return output_folder(request) / f"{output_stem(request.location)}.{middle}.{extension}"


def video_path(request: JobRequest, language: LanguageCode, kind: str) -> Path:
    """Path of a burned-in copy (``Movie.es.burned.mp4``) or of one with tracks (``Movie.subtitled.mkv``)."""
    stem = output_stem(request.location)
    if kind == "burned":
        return output_folder(request) / f"{stem}.{language}.burned.mp4"
    extension = ".mp4" if Path(request.location).suffix.lower() in {".mp4", ".m4v", ".mov"} else ".mkv"
    return output_folder(request) / f"{stem}.subtitled{extension}"


def _shortened(stem: str) -> str:
    encoded = stem.encode("utf-8", "surrogateescape")
    if len(encoded) <= _MAX_STEM_BYTES:
        return stem
    return encoded[:_MAX_STEM_BYTES].decode("utf-8", "ignore").rstrip()
