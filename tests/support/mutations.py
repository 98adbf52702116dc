"""Ways in which a file breaks."""

from __future__ import annotations

import random


def mutated(sound: bytes, rng: random.Random) -> bytes:
    """`sound` with flipped bytes, a lost page, a cut, a torn header, a run of zeros."""
    data = bytearray(sound)
    match rng.choice(["flip", "flip", "page", "cut", "header", "zero"]):
        case "flip":
            for _ in range(rng.randint(1, 30)):
                data[rng.randrange(len(data))] = rng.randrange(256)
        case "page":
            at = 4096 * rng.randrange(len(data) // 4096)
            data[at : at + 4096] = rng.randbytes(4096)
        case "cut":
            del data[rng.randrange(len(data)) :]
        case "header":
            for _ in range(4):
                data[rng.randrange(100)] = rng.randrange(256)
        case "zero":
            at = rng.randrange(len(data))
            data[at : at + 512] = bytes(len(data[at : at + 512]))
    return bytes(data)
