"""The one JSON form of events and requests: for pipes, the log, ``--json`` and the web."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from streamlation_desktop.core import events
from streamlation_desktop.core.events import Envelope, Event
from streamlation_desktop.core.types import SpeechClip
from streamlation_desktop.session.live_request import LiveRequest
from streamlation_desktop.session.request import JobRequest
from streamlation_desktop.session.runner import Request
from streamlation_desktop.session.speak_request import OfferedVoice, SpeakRequest
from streamlation_desktop.session.stage_request import StageRequest
from streamlation_desktop.session.text_request import TextRequest

_TYPES: dict[str, type[Event]] = {
    "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in kind.__name__).lstrip("-"): kind
    for kind in vars(events).values()
    if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
}
_NAMES = {kind: name for name, kind in _TYPES.items()}
_KINDS: dict[type[Request], str] = {JobRequest: "job", LiveRequest: "live"}


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]


def encode_envelope(envelope: Envelope) -> dict[str, Any]:
    """JSON object of an event: ``type``, ``session``, ``seq``, ``time`` and the event's own fields."""
    kind = type(envelope.event)
    return {
        "type": _NAMES[kind],
        "session": envelope.session_id,
        "seq": envelope.sequence,
        "time": round(envelope.wall_time, 3),
        **_adapter(kind).dump_python(envelope.event, mode="json"),
    }


def decode_envelope(data: dict[str, Any]) -> Envelope:
    """The inverse of `encode_envelope`.

    Raises:
        ValueError: the object is not one of ours.
    """
    rest = dict(data)
    try:
        kind = _TYPES[rest.pop("type")]
        session, sequence, wall_time = rest.pop("session"), rest.pop("seq"), rest.pop("time")
    except KeyError as exc:
        raise ValueError(f"not an event: {exc} is missing or unknown") from exc
    return Envelope(str(session), int(sequence), float(wall_time), _adapter(kind).validate_python(rest))


def encode_request(request: Request) -> dict[str, Any]:
    """JSON object of a request: its ``kind`` and its fields."""
    kind = type(request)
    return {"kind": _KINDS[kind], **_adapter(kind).dump_python(request, mode="json")}


def decode_request(data: object) -> Request:
    """The inverse of `encode_request`.

    Raises:
        ValueError: the object is not a request.
    """
    if not isinstance(data, dict):
        raise ValueError("a request is an object")
    rest = dict(data)
    name = rest.pop("kind", None)
    kind = next((kind for kind, known in _KINDS.items() if known == name), None)
    if kind is None:
        raise ValueError(f"unknown kind of request: {name!r}")
    result: Request = _adapter(kind).validate_python(rest)
    return result


def encode_speak_request(request: SpeakRequest) -> dict[str, Any]:
    """JSON object of a request to say lines."""
    result: dict[str, Any] = _adapter(SpeakRequest).dump_python(request, mode="json")
    return result


def decode_speak_request(data: object) -> SpeakRequest:
    """The inverse of `encode_speak_request`.

    Raises:
        ValueError: the object is not a request.
    """
    result: SpeakRequest = _adapter(SpeakRequest).validate_python(data)
    return result


def encode_clips(clips: tuple[SpeechClip, ...]) -> list[dict[str, Any]]:
    """JSON objects of clips; their sound stays in its files."""
    return [_adapter(SpeechClip).dump_python(clip, mode="json") for clip in clips]


def decode_clips(data: list[object]) -> tuple[SpeechClip, ...]:
    """The inverse of `encode_clips`.

    Raises:
        ValueError: the objects are no clips.
    """
    return tuple(_adapter(SpeechClip).validate_python(clip) for clip in data)


def encode_voices(voices: tuple[OfferedVoice, ...]) -> list[dict[str, Any]]:
    """JSON objects of voices."""
    return [_adapter(OfferedVoice).dump_python(voice, mode="json") for voice in voices]


def decode_voices(data: list[object]) -> tuple[OfferedVoice, ...]:
    """The inverse of `encode_voices`.

    Raises:
        ValueError: the objects are no voices.
    """
    return tuple(_adapter(OfferedVoice).validate_python(voice) for voice in data)


def encode_text_request(request: TextRequest) -> dict[str, Any]:
    """JSON object of a request to translate sentences."""
    result: dict[str, Any] = _adapter(TextRequest).dump_python(request, mode="json")
    return result


def decode_text_request(data: object) -> TextRequest:
    """The inverse of `encode_text_request`.

    Raises:
        ValueError: the object is not a request.
    """
    result: TextRequest = _adapter(TextRequest).validate_python(data)
    return result


def encode_stage_request(request: StageRequest) -> dict[str, Any]:
    """JSON object of a request to do a stage of a job."""
    result: dict[str, Any] = _adapter(StageRequest).dump_python(request, mode="json")
    return result


def decode_stage_request(data: object) -> StageRequest:
    """The inverse of `encode_stage_request`.

    Raises:
        ValueError: the object is not a request.
    """
    result: StageRequest = _adapter(StageRequest).validate_python(data)
    return result
