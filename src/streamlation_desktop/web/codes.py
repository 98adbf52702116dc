"""QR codes of links: nobody types 32 random characters on a phone."""

from __future__ import annotations

import io

import segno


def terminal_code(link: str) -> str:
    """The code in half blocks, for a terminal."""
    output = io.StringIO()
    segno.make(link, error="m", micro=False).terminal(output, compact=True)
    return output.getvalue()


def png_code(link: str) -> bytes:
    """The code as PNG, for the window."""
    output = io.BytesIO()
    segno.make(link, error="m", micro=False).save(output, kind="png", scale=8, border=4)
    return output.getvalue()
