"""Plays on a device from the command line: its media, its captions, its voice."""

from __future__ import annotations

import argparse
import threading
from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from streamlation_desktop.cli.cast_times import start_seconds, timing_change
from streamlation_desktop.cli.cast_watch import Watcher
from streamlation_desktop.cli.languages import parse_languages
from streamlation_desktop.cli.waiting import interrupts
from streamlation_desktop.core.errors import NoAudio, UsageError

if TYPE_CHECKING:
    from streamlation_desktop.cast.delivery import CastMedia
    from streamlation_desktop.core.events import Handler
    from streamlation_desktop.core.language import LanguageCode
    from streamlation_desktop.session.speak_request import Speaker
    from streamlation_desktop.settings.paths import AppPaths
    from streamlation_desktop.storage.database import Database
    from streamlation_desktop.web.board import SessionBoard
    from streamlation_desktop.web.casting import Casting
    from streamlation_desktop.web.live_voice import LiveVoice

_POLL = 0.2


def play(casting: Casting, database: Database, paths: AppPaths, options: argparse.Namespace) -> int:
    """Until the end or Ctrl-C.

    Raises:
        StreamlationError: what was asked for makes no sense, or the device failed.
    """
    from streamlation_desktop.session.remote import RemoteRunner
    from streamlation_desktop.web.board import SessionBoard

    start = start_seconds(options.start)
    change = timing_change(options)
    _check(options)
    runner = RemoteRunner()  # models in a process of their own: the device gets its segments in time
    board = SessionBoard(runner)
    resources = ExitStack()
    resources.callback(runner.close)
    resources.callback(board.close)
    try:
        device = casting.discovery.find(options.device, options.wait)
        if change:
            casting.controller.set_timing(device, replace(casting.controller.timing(device), **change))
        ended = threading.Event()
        watcher = Watcher(ended, as_json=options.json)
        casting.events.subscribe(watcher.handle)
        handlers: list[Handler] = [watcher.session_event]
        voice = resources.enter_context(closing(_voice(runner, casting, paths, options))) if options.voice else None
        if voice is not None:
            handlers.append(voice.handle)
        media = _media(database, board, paths, options, handlers)
        if voice is not None:
            media = _with_voice(media, voice)
        casting.controller.start(device, media, start)
        with interrupts() as stopped:
            while not (stopped.wait(_POLL) or ended.is_set()):
                pass
        if watcher.failure is not None:
            raise watcher.failure
        return 0
    finally:
        casting.controller.close()
        resources.close()


def _check(options: argparse.Namespace) -> None:
    """What is wrong with the words of the command is told before a device is looked for."""
    from streamlation_desktop.media.location import Kind, parse_location, regular_file

    parse_languages(options.sources, "--from")
    targets = parse_languages(options.to, "--to")
    if options.voice and not targets:
        raise UsageError("--voice needs a language", hint="For example: --voice --to es")
    source = parse_location(options.input)
    if source.kind is Kind.FILE:
        regular_file(Path(source.url), source.shown)


def _voice(runner: Speaker, casting: Casting, paths: AppPaths, options: argparse.Namespace) -> LiveVoice:
    from streamlation_desktop.web.live_voice import LiveVoice

    targets = parse_languages(options.to, "--to")
    return LiveVoice(targets[0], options.input, runner, casting.events, paths.cache / "cast")


def _with_voice(media: CastMedia, voice: LiveVoice) -> CastMedia:
    if media.ring is None:
        raise UsageError("--voice is for live streams", hint="Make a dub of a file (streamlation dub), and give --dub.")
    return replace(media, voice=voice)


def _media(
    database: Database,
    board: SessionBoard,
    paths: AppPaths,
    options: argparse.Namespace,
    handlers: Sequence[Handler],
) -> CastMedia:
    from streamlation_desktop.cast.delivery import CastMedia
    from streamlation_desktop.core.cancel import CancelToken
    from streamlation_desktop.media.delivery.facts import inspect
    from streamlation_desktop.web.cast_captions import captions_for

    facts = inspect(options.input, CancelToken(), options.audio_track)
    sources, targets = parse_languages(options.sources, "--from"), parse_languages(options.to, "--to")
    origin = captions_for(
        options.input,
        sources,
        targets,
        database,
        board,
        paths.cache / "cast",
        handlers=handlers,
        is_live=facts.is_live,
    )
    dub = None
    if options.dub is not None:
        dub = _dub(database, options, targets, is_live=facts.is_live)
    title = facts.title or Path(options.input).stem
    return CastMedia(facts, origin.feed, title, options.audio_track, dub, origin.ring)


def _dub(database: Database, options: argparse.Namespace, targets: Sequence[LanguageCode], *, is_live: bool) -> Path:
    """The sound file that was named, or the finished dub."""
    from streamlation_desktop.core.cancel import CancelToken
    from streamlation_desktop.jobs.finished_mix import finished_mix
    from streamlation_desktop.media.delivery.facts import inspect

    if is_live:
        raise UsageError("--dub is for files", hint="--voice speaks the translation of a live stream.")
    if options.dub == Path():
        if not targets:
            raise UsageError("--dub needs a language", hint="For example: --to es --dub")
        mix = finished_mix(database, options.input, targets[0])
        if mix is None:
            hint = f"Make it first: streamlation dub {options.input} --to {targets[0]}"
            raise UsageError(f"there is no finished dub of it in {targets[0]}", hint=hint)
        return mix
    dub: Path = options.dub
    if inspect(str(dub), CancelToken()).audio is None:
        raise NoAudio(f"{dub} has no sound", hint="Give the mix that streamlation dub wrote.")
    return dub
