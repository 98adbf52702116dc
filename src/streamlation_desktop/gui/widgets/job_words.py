"""A dubbing job in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from streamlation_desktop.core.jobs import JobState, Stage
from streamlation_desktop.gui.error_details import said_in_language
from streamlation_desktop.gui.letters import readable_name
from streamlation_desktop.gui.widgets.facts import joined
from streamlation_desktop.gui.widgets.times import duration, figures
from streamlation_desktop.storage.job_records import JobEvent, JobRecord, TrackRecord


def job_title(job: JobRecord) -> str:
    """The name of its file."""
    return job.location.replace("\\", "/").rpartition("/")[2] or job.location


def state_words(state: JobState) -> str:
    """Where the whole job stands."""
    translate = QCoreApplication.translate
    match state:
        case JobState.QUEUED:
            return translate("Jobs", "In the queue")
        case JobState.RUNNING:
            return translate("Jobs", "At work")
        case JobState.PAUSED:
            return translate("Jobs", "Paused")
        case JobState.CANCELLED:
            return translate("Jobs", "Cancelled; what was done is kept")
        case JobState.FAILED:
            return translate("Jobs", "Failed")
        case JobState.FINISHED:
            return translate("Jobs", "Finished")


def stage_words(stage: Stage) -> str:
    """A stage for people."""
    translate = QCoreApplication.translate
    match stage:
        case Stage.QUEUED:
            return translate("Jobs", "Checking")
        case Stage.STT:
            return translate("Jobs", "Recognizing")
        case Stage.TRANSLATING:
            return translate("Jobs", "Translating")
        case Stage.DUBBING:
            return translate("Jobs", "Speaking")
        case Stage.MIXING:
            return translate("Jobs", "Mixing")
        case Stage.EXPORTING:
            return translate("Jobs", "Writing files")
        case Stage.COMPLETE:
            return translate("Jobs", "Complete")


def track_words(track: TrackRecord, state: JobState, remaining: float | None) -> str:
    """How far a language is."""
    translate = QCoreApplication.translate
    parts = [stage_words(track.stage)]
    if not track.is_done:
        parts.append(_percent(track.whole))
    if track.is_dead:
        parts[0] = translate("Jobs", "Failed while: {0}").format(stage_words(track.stage))
    elif track.error is not None:
        parts.append(translate("Jobs", "failed tries: {0}; it is tried again").format(figures(str(track.attempts))))
    elif remaining is not None and state is JobState.RUNNING:
        parts.append(translate("Jobs", "{0} left in this stage").format(duration(remaining)))
    return joined(*parts)


def job_words(job: JobRecord) -> str:
    """State, languages and percent, in one line."""
    languages = ", ".join(readable_name(track.language) for track in job.tracks)
    done = sum(track.whole for track in job.tracks) / max(len(job.tracks), 1)
    parts = [state_words(job.state), languages]
    if job.state is not JobState.FINISHED:
        parts.append(_percent(done))
    return joined(*parts)


def moment(seconds: float) -> str:
    """Date and time, from seconds since the epoch."""
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(seconds)), QLocale.FormatType.ShortFormat)


def event_words(event: JobEvent) -> str:
    """One entry of the trail."""
    where = f"{readable_name(event.language)}, {stage_words(event.stage)}: " if event.language else ""
    detail = _detail(event)
    return f"{moment(event.wall_time)}   {where}{_kind(event.kind)}{f' – {detail}' if detail else ''}"


def _detail(event: JobEvent) -> str:
    """Errors are kept as code and message."""
    code, separator, message = event.detail.partition(": ")
    is_error = event.kind in ("failed", "retry") and separator and " " not in code
    return said_in_language(message) if is_error else event.detail


def _percent(fraction: float) -> str:
    """Kept together in text of either direction."""
    return f"\u2066{figures(f'{100 * fraction:.0f} %')}\u2069"


def _kind(kind: str) -> str:
    translate = QCoreApplication.translate
    words = {
        "queued": translate("Jobs", "put in the queue"),
        "running": translate("Jobs", "begun"),
        "started": translate("Jobs", "started"),
        "kept": translate("Jobs", "kept from before"),
        "complete": translate("Jobs", "complete"),
        "retry": translate("Jobs", "failed; it is tried again"),
        "failed": translate("Jobs", "failed for good"),
        "edited": translate("Jobs", "text changed"),
        "voice": translate("Jobs", "voice changed"),
        "changed": translate("Jobs", "in the queue again"),
        "paused": translate("Jobs", "paused"),
        "resumed": translate("Jobs", "resumed"),
        "cancelled": translate("Jobs", "cancelled"),
        "retried": translate("Jobs", "tried again"),
        "replayed": translate("Jobs", "done again"),
        "finished": translate("Jobs", "finished"),
        "expired": translate("Jobs", "file expired"),
    }
    return words.get(kind, kind)
