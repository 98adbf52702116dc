"""Draws captions into the picture of one segment, whose neighbours may not be there yet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.files import disk_errors
from streamlation_desktop.media.burn import fontconfig
from streamlation_desktop.media.delivery.encoders import SOFTWARE, choose_encoder
from streamlation_desktop.media.delivery.segments import Segment
from streamlation_desktop.media.render import render


@dataclass(frozen=True, slots=True)
class SegmentBurner:
    """Works in one folder, so that the fonts are indexed once."""

    folder: Path
    max_height: int = 1080
    max_rate: float = 30.0

    def prepare(self) -> None:
        """Write what the renderer needs to know."""
        with disk_errors(self.folder):
            (self.folder / "fonts.conf").write_text(fontconfig(self.folder, None), encoding="utf-8")

    def burn(self, segment: Segment, script: bytes, token: CancelToken) -> Segment:
        """The segment in H.264 with the captions of `script` in its picture; its sound is copied.

        Args:
            script: Advanced SubStation Alpha whose times are those of the segment's clock.

        Raises:
            UnsupportedMedia: the picture cannot be decoded.
            DiskFull: no space left.
            Cancelled: the token was cancelled.
        """
        choice = choose_encoder()
        preset = choice.preset if choice.name == SOFTWARE else "superfast"
        name, output = f"{segment.path.stem}.ass", segment.path.with_name(f"b{segment.path.name}")
        with disk_errors(self.folder):
            (self.folder / name).write_bytes(script)
        height = min(self.max_height, choice.max_height)
        # The captions are drawn first: libass lays them out for the picture they were made for.
        filters = f"ass={name},scale=-2:'min({height},ih)',fps=fps='min({self.max_rate:g},source_fps)'"
        render(
            [
                *("-copyts", "-i", f"file:{segment.path}", "-map", "0:V:0", "-map", "0:a?", "-vf", filters),
                *("-c:v", SOFTWARE, "-preset", preset, "-tune", "zerolatency", "-crf", "21", "-pix_fmt", "yuv420p"),
                *("-profile:v", "high", "-level", "4.1", "-g", "240", "-c:a", "copy"),
                *("-muxdelay", "0", "-muxpreload", "0", "-avoid_negative_ts", "disabled", "-mpegts_copyts", "1"),
            ],
            output,
            token,
            lambda done, total: None,
            None,
            folder=self.folder,
            environment={"FONTCONFIG_FILE": str(self.folder / "fonts.conf")},
        )
        segment.path.unlink(missing_ok=True)
        (self.folder / name).unlink(missing_ok=True)
        return Segment(segment.index, segment.start, segment.duration, output)
