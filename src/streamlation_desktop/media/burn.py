"""Draws subtitles into the picture of a copy of a video."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import StorageError, UnsupportedMedia
from streamlation_desktop.media.location import regular_file
from streamlation_desktop.media.render import Progress, render
from streamlation_desktop.media.source import probe_source

_ENCODER = ("-c:v", "libx264", "-crf", "20", "-preset", "veryfast", "-pix_fmt", "yuv420p")
_FONTS = {
    "linux": ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "/app/share/fonts"),
    "darwin": ("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    "win32": ("C:/Windows/Fonts", "~/AppData/Local/Microsoft/Windows/Fonts"),
}


def burn_in(
    source: Path,
    ass_file: Path,
    output: Path,
    token: CancelToken,
    progress: Progress,
    fonts: Path | None = None,
) -> None:
    """Write `source` with the events of `ass_file` drawn into its picture; the audio is copied.

    Args:
        source: a file with a video track.
        ass_file: Advanced SubStation Alpha, UTF-8.
        output: the file to write; its suffix chooses the container.
        fonts: a folder of fonts beside those of the system.

    Raises:
        UnsupportedMedia: there is no picture, or it cannot be written so.
        SourceError: a file cannot be read.
        DiskFull, NotWritable: the disk refuses.
        Cancelled: the token was cancelled; nothing is left behind.
    """
    info = probe_source(str(source), token)
    if info.video is None:
        raise UnsupportedMedia(f"{source.name} has no picture to draw on", hint="Export the subtitles as a file.")
    regular_file(ass_file, ass_file.name)
    with tempfile.TemporaryDirectory(prefix="streamlation-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        try:
            # Under a plain name in the working directory: the filter's own quoting rules never matter.
            shutil.copyfile(ass_file, folder / "burn.ass")
            (folder / "fonts.conf").write_text(fontconfig(folder, fonts), encoding="utf-8")
        except OSError as exc:
            raise StorageError(f"no room for temporary files ({exc.strerror})", hint="Free some space.") from exc
        arguments = ["-i", f"file:{source.absolute()}", "-map", "0:V:0", "-map", "0:a?", "-vf", "ass=burn.ass"]
        render(
            [*arguments, *_ENCODER, "-c:a", "copy", "-map_metadata", "0", *_faststart(output)],
            output.absolute(),
            token,
            progress,
            info.duration,
            folder=folder,
            environment={"FONTCONFIG_FILE": str(folder / "fonts.conf")},
        )


def _faststart(output: Path) -> list[str]:
    return ["-movflags", "+faststart"] if output.suffix.lower() in (".mp4", ".m4v", ".mov") else []


def fontconfig(cache: Path, fonts: Path | None) -> str:
    """What tells the static build, which knows no system, where the fonts are; `cache` holds its index of them."""
    folders = [str(Path(name).expanduser()) for name in _FONTS.get(sys.platform, _FONTS["linux"])]
    if fonts is not None:
        folders.append(str(fonts.absolute()))
    entries = "".join(f"<dir>{escape(folder)}</dir>" for folder in folders)
    return (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">'
        f'<fontconfig><include ignore_missing="yes">/etc/fonts/conf.d</include>{entries}'
        f"<cachedir>{escape(str(cache))}</cachedir></fontconfig>\n"
    )
