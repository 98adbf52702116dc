"""A job on an embedded subtitle track: its times are kept, its text is translated."""

from __future__ import annotations

from streamlation_desktop.session.job import JobContext


def run_subtitle_job(context: JobContext) -> None:
    """See `Job`."""
