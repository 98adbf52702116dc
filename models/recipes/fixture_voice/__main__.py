"""Makes the fixture voice: ``python -m models.recipes.fixture_voice FOLDER``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime

from models.recipes.fixture_voice.network import PITCHES, build
from models.recipes.fixture_voice.phonemes import BANDS, HARMONICS, HOP, RATE, fit
from models.recipes.fixture_voice.text import SENTENCES
from models.recipes.seal import seal

_PAUSES = {" ": 0.02, ",": 0.22, ".": 0.3, ";": 0.25, ":": 0.25, "?": 0.3, "!": 0.3, "ː": 0.05}
_LOUDNESS = 0.9
_IDS = Path(__file__).with_name("phoneme_ids.json")
"""Piper's own numbers of the symbols, which every Piper voice carries."""


def main(folder: Path) -> None:
    ids: dict[str, list[int]] = json.loads(_IDS.read_text(encoding="utf-8"))
    sounds = fit(SENTENCES, set(ids))
    size = max(max(each) for each in ids.values()) + 1
    frames = np.zeros(size, np.float32)
    table = np.zeros((size, HARMONICS + len(BANDS)), np.float32)
    for symbol, seconds in _PAUSES.items():
        frames[ids[symbol][0]] = seconds * RATE / HOP
    for symbol, sound in sounds.items():
        frames[ids[symbol][0]] = sound.seconds * RATE / HOP
        table[ids[symbol][0]] = np.concatenate((sound.harmonics, sound.noise))
    table[ids["ː"][0]] = table[ids["i"][0]] * 0.5
    table *= _LOUDNESS / table.sum(axis=1).max()
    model = build(frames, table)
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(folder / "voice.onnx"))
    (folder / "voice.onnx.json").write_text(json.dumps(_description(ids), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    check(folder / "voice.onnx", ids)
    seal(folder)
    print(f"{len(sounds)} symbols heard; {(folder / 'voice.onnx').stat().st_size // 1024} KiB")


def check(path: Path, ids: dict[str, list[int]]) -> None:
    """The length of speech follows the length scale."""
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    text = [ids["^"][0], 0, *(part for char in "hɛloʊ" for part in (ids[char][0], 0)), ids["$"][0]]
    lengths = []
    for scale in (1.0, 2.0):
        feed = {
            "input": np.array([text], np.int64),
            "input_lengths": np.array([len(text)], np.int64),
            "scales": np.array([0.667, scale, 0.8], np.float32),
            "sid": np.array([0], np.int64),
        }
        lengths.append(session.run(None, feed)[0].size)
    assert abs(lengths[1] / lengths[0] - 2.0) < 0.05, lengths


def _description(ids: dict[str, list[int]]) -> dict[str, object]:
    return {
        "audio": {"sample_rate": RATE, "quality": "fixture"},
        "espeak": {"voice": "en-us"},
        "language": {"code": "en_US", "family": "en", "region": "US", "name_english": "English"},
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_map": {},
        "phoneme_id_map": ids,
        "num_symbols": 256,
        "num_speakers": len(PITCHES),
        "speaker_id_map": {"low": 0, "high": 1},
        "piper_version": "1.0.0",
        "dataset": "none: fitted to eSpeak NG",
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]))
