"""Stage 3: train, for ever or for a while; or cool down from the last state."""

from __future__ import annotations

import json
import shutil
import signal
import time
from pathlib import Path
from types import FrameType

import torch

from .config import EOS, Config, prefix
from .corpus import dev_path, read_dev
from .loss import batch_loss
from .run import Run, open_run
from .schedule import rate
from .stream import Batch, batches, pad, real_pieces
from .vocabulary import load_vocabulary


def dev_batches(prep: Path, config: Config, count: int = 150) -> list[Batch]:
    """The first ``count`` development pairs of each language, in batches of like length."""
    pieces = load_vocabulary(prep)
    examples = []
    for language in config.languages:
        tag = pieces.piece_to_id(prefix(language))
        for english, foreign in read_dev(dev_path(prep, language))[:count]:
            examples.append(([tag, *pieces.encode(english), EOS], [*pieces.encode(foreign), EOS]))
    examples.sort(key=lambda pair: len(pair[1]))
    return [pad(examples[i:i + 50]) for i in range(0, len(examples), 50)]


@torch.no_grad()
def dev_loss(run: Run, dev: list[Batch]) -> float:
    """Mean development loss without smoothing, in nats for each piece."""
    run.network.eval()
    total, pieces = 0.0, 0
    for batch in dev:
        count = real_pieces(batch)
        loss = batch_loss(run.network, *run.tensors(batch), 0.0, 0)
        total, pieces = total + loss.item() * count, pieces + count
    run.network.train()
    return total / pieces


class Deadline:
    """Tells when to stop: time is up, steps are done, or a signal asked; and to cool down before, where it is known."""

    def __init__(self, minutes: float, steps: int, cool_share: float = 0.0) -> None:
        self.began, self.seconds = time.monotonic(), minutes * 60 or float("inf")
        self.steps, self.cool_share = steps or float("inf"), cool_share
        self.asked = False
        signal.signal(signal.SIGTERM, self._ask)
        signal.signal(signal.SIGINT, self._ask)

    def _ask(self, number: int, frame: FrameType | None) -> None:
        self.asked = True

    def done(self, step: int) -> float:
        """Share of the whole, 1 at the end."""
        return max(step / self.steps, (time.monotonic() - self.began) / self.seconds)

    def warmth(self, step: int) -> float:
        """Factor of the rate: 1 at first, then falling to 0 over the last ``cool_share``."""
        return min(1.0, max(0.0, 1 - self.done(step)) / self.cool_share) if self.cool_share else 1.0

    def __call__(self, step: int) -> bool:
        return self.asked or self.done(step) >= 1


class Log:
    """Lines of numbers, on the screen and in ``log.jsonl``."""

    def __init__(self, folder: Path) -> None:
        self.file = (folder / "log.jsonl").open("a", encoding="utf-8")
        self.since, self.tokens, self.loss, self.batches = time.monotonic(), 0, torch.zeros(()), 0

    def add(self, loss: torch.Tensor, tokens: int) -> None:
        """Count one step; does not wait for the device."""
        self.loss, self.tokens, self.batches = self.loss.to(loss.device) + loss, self.tokens + tokens, self.batches + 1

    def write(self, run: Run, **more: float) -> None:
        """Write the means since the last line."""
        took = time.monotonic() - self.since
        line = {"step": run.place["step"], "tokens": run.place["tokens"], "chunk": run.place["chunk"],
                "loss": round(self.loss.item() / max(1, self.batches), 4), "tokens_s": round(self.tokens / took),
                "rate": float(f"{run.optimiser.param_groups[0]['lr']:.3g}"), "at": round(time.time()), **more}
        print(json.dumps(line), flush=True)
        self.file.write(json.dumps(line) + "\n")
        self.file.flush()
        self.since, self.tokens, self.loss, self.batches = time.monotonic(), 0, torch.zeros(()), 0


def step(run: Run, batch: Batch, log: Log, warmth: float) -> None:
    """One update, at ``warmth`` times the rate."""
    place, config = run.place, run.config
    cooling = bool(place["cool_steps"]) or warmth < 1
    for group in run.optimiser.param_groups:
        group["lr"] = warmth * rate(place["step"], config, place["cool_from"], place["cool_steps"])
    loss = run.loss(batch, 0 if cooling else config.sampled)
    loss.backward()  # type: ignore[no-untyped-call]
    torch.nn.utils.clip_grad_norm_(run.network.parameters(), 1.0)
    run.optimiser.step()
    run.optimiser.zero_grad(set_to_none=True)
    place["step"] += 1
    tokens = real_pieces(batch)
    place["tokens"] += tokens
    log.add(loss.detach(), tokens)


def train(
    work: Path, folder: Path, config: Config, device: str, deadline: Deadline, begin_with: Path | None = None
) -> bool:
    """Go on with the run in ``folder`` until the deadline or the end of its cool-down; false if a signal stopped it.

    A new run has the weights of ``begin_with`` at first.
    """
    run, prep = open_run(folder, config, device), work / "prep"
    place = run.place
    if begin_with and not place["step"]:
        run.begin_with(begin_with)
    dev, log = dev_batches(prep, config), Log(folder)
    saved = time.monotonic()
    run.network.train()
    print(f"{sum(p.numel() for p in run.network.parameters())} parameters, from step {place['step']}", flush=True)
    for chunk, index, batch in batches(prep, config, place["chunk"], place["batch"]):
        cooled = place["cool_steps"] and place["step"] >= place["cool_from"] + place["cool_steps"]
        if cooled or deadline(place["step"]):
            break
        step(run, batch, log, deadline.warmth(place["step"]))
        place.update(chunk=chunk, batch=index)
        if place["step"] % 100 == 0:
            log.write(run)
        if time.monotonic() - saved > config.save_every:
            run.save()
            log.write(run, dev_loss=round(dev_loss(run, dev), 4))
            saved = time.monotonic()
    run.save()
    log.write(run, dev_loss=round(dev_loss(run, dev), 4))
    return not deadline.asked


def cool_down(work: Path, trunk: Path, config: Config, device: str, deadline: Deadline, steps: int) -> bool:
    """Branch ``cool`` off ``trunk`` and take its rate to zero in ``steps`` steps; goes on with one begun."""
    folder = trunk / "cool"
    left = open_run(folder, config, device).place if (folder / "state.pt").exists() else None
    if left is None or left["step"] >= left["cool_from"] + left["cool_steps"]:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        run = open_run(trunk, config, device)
        run.folder = folder
        run.place.update(cool_from=run.place["step"], cool_steps=steps)
        run.save()
    return train(work, folder, config, device, deadline)
