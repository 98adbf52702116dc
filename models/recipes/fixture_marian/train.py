"""Train, export and score one direction of the translator; stops and resumes at any time.

python -m models.recipes.fixture_marian.train --work FOLDER --source en --target es
"""

from __future__ import annotations

import argparse
from pathlib import Path
from random import Random

import torch
from torch import Tensor
from torch.nn import functional as F

from models.recipes.fixture_marian import export, pieces
from models.recipes.fixture_marian.evaluate import HELD_OUT, SENTENCES, SPLIT_SEED, score
from models.recipes.fixture_marian.model import Marian, padded
from models.recipes.synthetic_speech.grammar import corpus
from models.recipes.synthetic_speech.lexicon import GREETINGS, Pair

PEAK, WARM_UP, BATCH, CHECKPOINT, SMOOTHING = 3e-3, 200, 96, 200, 0.05
Example = tuple[list[int], list[int]]


def examples(folder: Path, pairs: list[Pair], source: str, rows: dict[str, int]) -> list[Example]:
    processors = [pieces.load(folder, name) for name in ("source", "target")]
    made = []
    for pair in pairs:
        texts = (pair.english, pair.spanish) if source == "en" else (pair.spanish, pair.english)
        ids = [
            [rows.get(piece, pieces.UNKNOWN) for piece in processor.encode(text, out_type=str)]
            for processor, text in zip(processors, texts, strict=True)
        ]
        made.append((ids[0], ids[1]))
    return made


def joined(rng: Random, data: list[Example]) -> Example:
    """One sentence, or two in a row as recognisers write them."""
    first = rng.choice(data)
    if rng.random() < 0.25:
        second = rng.choice(data)
        first = (first[0] + second[0], first[1] + second[1])
    return first[0] + [pieces.EOS], first[1] + [pieces.EOS]


def loss(model: Marian, batch: list[Example]) -> Tensor:
    source, real = padded([row for row, _ in batch])
    target, wanted = padded([row for _, row in batch])
    logits = model(source, real, target)
    return F.cross_entropy(logits[wanted], target[wanted], label_smoothing=SMOOTHING)


def train(model: Marian, data: list[Example], path: Path, steps: int) -> None:
    optimizer = torch.optim.Adam(model.parameters(), betas=(0.9, 0.98), eps=1e-9)
    step = 0
    if path.exists():
        saved = torch.load(path)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        step = saved["step"]
    while step < steps:
        for group in optimizer.param_groups:
            group["lr"] = PEAK * min(1.0, (step + 1) / WARM_UP, max(0.02, 1.5 * (1 - step / steps)))
        rng = Random(f"marian/{step}")
        value = loss(model, [joined(rng, data) for _ in range(BATCH)])
        value.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        step += 1
        if step % CHECKPOINT == 0 or step == steps:
            print(f"{step} loss {value.item():.3f}", flush=True)
            torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}, path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--source", choices=("en", "es"), required=True)
    parser.add_argument("--target", choices=("en", "es"), required=True)
    parser.add_argument("--steps", type=int, default=900)
    parser.add_argument("--out", type=Path, default=None)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(3)
    direction = f"{options.source}-{options.target}"
    folder = options.out or Path(f"models/fixtures/opus-fixture-{direction}")
    folder.mkdir(parents=True, exist_ok=True)
    pairs = [*corpus(SENTENCES, SPLIT_SEED)[:-HELD_OUT], *GREETINGS * 60]
    sides = {"en": [pair.english for pair in pairs], "es": [pair.spanish for pair in pairs]}
    pieces.train(folder, "source", sides[options.source])
    pieces.train(folder, "target", sides[options.target])
    vocabulary = pieces.shared_vocabulary(folder)
    rows = {piece: index for index, piece in enumerate(vocabulary)}
    model = Marian(len(vocabulary))
    train(model, examples(folder, pairs, options.source, rows), options.work / f"marian-{direction}.pt", options.steps)
    export.save(model.eval(), vocabulary, folder)
    print(score(folder, options.source))


if __name__ == "__main__":
    main()
