"""Speed of the CTranslate2 adapter against CTranslate2 itself, and of the embedded engines.

    python -m benchmarks.mt.speed             (a few minutes on one core)

A random-weight model of OPUS-MT's size (6+6 layers, width 512, 58,100 pieces) translates sentences
to a length that its random weights decide; the same for both sides. Raw: pieces prepared
beforehand, one `translate_batch` sorted by length in batches of 32. Ours: text in, text out.
Rounds are interleaved; the median of the ratios is given, in processor seconds of this process.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import ctranslate2
import sentencepiece

from benchmarks.mt.opus_size import write_opus_size
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, ModelSpec
from streamlation_desktop.engines.presets import Preset
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry

ROUNDS = 3
SENTENCES = 96


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "opus-mt-en-es"
        texts = write_opus_size(folder, SENTENCES)
        pair = LanguagePair(LanguageCode("en"), LanguageCode("es"))
        device = DeviceChoice(intra_threads=1)
        spec = ModelSpec(folder.name, folder, device, frozenset({pair}), Preset.FAST)
        ours = EngineRegistry().create(EngineKind.TRANSLATOR, "opus-mt", spec)
        raw = ctranslate2.Translator(str(folder), compute_type="int8", intra_threads=1)
        pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm"))
        tokens = [[*pieces.encode(text, out_type=str), "</s>"] for text in texts]
        longest = 2 * max(len(each) - 1 for each in tokens) + 20

        def run_raw() -> int:
            results = raw.translate_batch(
                tokens, beam_size=1, max_batch_size=32, max_decoding_length=longest, disable_unk=True
            )
            return sum(len(result.hypotheses[0]) for result in results)

        def run_ours() -> None:
            ours.translate(texts, pair)

        count = run_raw()
        run_ours()
        ratios, raw_times = [], []
        for _ in range(ROUNDS):
            raw_seconds, our_seconds = timed(run_raw), timed(run_ours)
            ratios.append(raw_seconds / our_seconds)
            raw_times.append(raw_seconds)
        print(f"raw {count / statistics.median(raw_times):.0f} tokens/s; ours / raw {statistics.median(ratios):.3f}")


def timed(work: Callable[[], object]) -> float:
    """Processor seconds of `work`."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
