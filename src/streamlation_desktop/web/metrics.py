"""``/health`` and ``/metrics``: no title, no path, no address in a label, and a fixed number of series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric

from streamlation_desktop import __version__
from streamlation_desktop.core.casting import CastState
from streamlation_desktop.core.events import CastTelemetry, SessionState
from streamlation_desktop.web.access import Access
from streamlation_desktop.web.board import SessionBoard
from streamlation_desktop.web.server import LocalServer
from streamlation_desktop.web.streams import StreamCounters
from streamlation_desktop.web.tokens import Scope

STAGES = ("ingest", "segment", "recognize", "caption", "translate", "synthesize", "mix")
_TEXT = {"Content-Type": "text/plain; version=0.0.4; charset=utf-8"}


@dataclass(frozen=True, slots=True)
class CastFigures:
    """What casting tells the metrics."""

    state: CastState | None = None
    telemetry: CastTelemetry | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Metrics:
    """Collected anew at each scrape."""

    board: SessionBoard
    server: LocalServer
    streams: StreamCounters
    casting: Callable[[], CastFigures]

    def add(self, app: web.Application, access: Access | None) -> None:
        """Add the routes; with `access` the figures need a token, as they do outside this machine."""
        app.router.add_get("/health", self._health, name="health")
        metrics = access.needs(Scope.VIEW, self._metrics) if access else self._metrics
        app.router.add_get("/metrics", metrics, name="metrics")

    async def _health(self, request: web.Request) -> web.Response:
        running = sum(entry.feed.state is SessionState.RUNNING for entry in self.board.list())
        return web.json_response({"status": "ok", "version": __version__, "running": running})

    async def _metrics(self, request: web.Request) -> web.Response:
        registry = CollectorRegistry(auto_describe=False)
        registry.register(self)
        return web.Response(body=generate_latest(registry), headers=_TEXT)

    def collect(self) -> Iterable[Metric]:
        """What prometheus_client asks for."""
        yield from self._sessions()
        yield from self._stages()
        yield from self._clients()
        yield from self._cast()

    def _sessions(self) -> Iterable[Metric]:
        entries = self.board.list()
        states = Counter(entry.feed.state for entry in entries)
        sessions = GaugeMetricFamily("streamlation_sessions", "Sessions by state", labels=["state"])
        for state in SessionState:
            sessions.add_metric([state.value], states[state])
        yield sessions
        cues = sum(len(track) for entry in entries for track in tuple(entry.feed.cues.values()))
        yield _gauge("streamlation_captions", "Committed captions of the sessions that are kept", cues)
        lags = [lag for entry in entries if (lag := entry.feed.lag()) is not None]
        yield _gauge(
            "streamlation_caption_lag_seconds", "Media that is read but not captioned yet", max(lags, default=0)
        )

    def _stages(self) -> Iterable[Metric]:
        labels = ["stage"]
        busy = CounterMetricFamily("streamlation_stage_busy_seconds", "Time a stage has worked", labels=labels)
        media = CounterMetricFamily("streamlation_stage_media_seconds", "Media that went through it", labels=labels)
        drops = CounterMetricFamily("streamlation_stage_dropped", "Items of live sources dropped", labels=labels)
        queue = GaugeMetricFamily("streamlation_stage_queue", "Items that wait", labels=labels)
        factor = GaugeMetricFamily("streamlation_real_time_factor", "Working time by media time", labels=labels)
        found: dict[str, list[Any]] = {stage: [] for stage in (*STAGES, "other")}
        for entry in self.board.list():
            for name, stats in tuple(entry.feed.stages.items()):
                found[name if name in STAGES else "other"].append(stats)
        for stage, rows in found.items():
            work, through = sum(row.busy_seconds for row in rows), sum(row.media_seconds for row in rows)
            busy.add_metric([stage], work)
            media.add_metric([stage], through)
            drops.add_metric([stage], sum(row.dropped for row in rows))
            queue.add_metric([stage], sum(row.queued for row in rows))
            factor.add_metric([stage], work / through if through else 0.0)
        yield from (busy, media, drops, queue, factor)

    def _clients(self) -> Iterable[Metric]:
        yield _gauge("streamlation_stream_clients", "Clients that follow events", self.streams.clients)
        yield _counter("streamlation_stream_events", "Events sent to clients", self.streams.sent)
        yield _counter("streamlation_stream_dropped_clients", "Clients that did not read", self.streams.dropped)
        yield _gauge("streamlation_connections", "Open connections", self.server.open_connections())
        yield _gauge("streamlation_shares", "Media that is shared now", len(self.server.shares))

    def _cast(self) -> Iterable[Metric]:
        figures = self.casting()
        states = GaugeMetricFamily("streamlation_cast_state", "1 for what the device does", labels=["state"])
        for state in CastState:
            states.add_metric([state.value], float(figures.state is state))
        yield states
        telemetry = figures.telemetry or CastTelemetry(0.0, 0, 0, 0.0)
        yield _counter("streamlation_cast_buffering_seconds", "Time the device waited", telemetry.buffering_seconds)
        yield _counter("streamlation_cast_stalls", "Times the device ran dry", telemetry.stalls)
        yield _counter("streamlation_cast_requests", "Requests of the device", telemetry.requests)
        yield _gauge("streamlation_cast_drift_seconds", "The device against its clock", telemetry.drift)


def _gauge(name: str, help_text: str, value: float) -> Metric:
    return GaugeMetricFamily(name, help_text, value=value)


def _counter(name: str, help_text: str, value: float) -> Metric:
    return CounterMetricFamily(name, help_text, value=value)
