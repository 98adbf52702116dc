"""The same speech and sentences on the processor and on an NVIDIA card: equal words, times, sentences, and speed.

    STREAMLATION_TEST_DATA=... python -m benchmarks.asr.card

Says so and ends where no card works. cuBLAS as in ``docs/packaging.md``, Optional parts.
"""

from __future__ import annotations

import time
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.mt.corpus import read_pairs, scores
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import AudioChunk, SpeechSegment, Word
from streamlation_desktop.engines.adapters.starter import open_starter
from streamlation_desktop.engines.adapters.whisper import WhisperRecognizer
from streamlation_desktop.engines.base import DeviceChoice, LanguagePair, RecognitionOptions
from streamlation_desktop.engines.cuda_libraries import load_cuda_libraries
from streamlation_desktop.engines.cuda_probe import probe_cuda
from streamlation_desktop.settings.paths import embedded_model
from tests.support.talks import load_talk

EN = LanguageCode("en")
SECONDS = 25
CARD_TYPES = ("float32", "float16", "int8_float16", "bfloat16")


def segments() -> list[SpeechSegment]:
    """The first 175 seconds of the English talk."""
    samples, size = load_talk("en-talk.opus").samples, SECONDS * 16_000
    return [SpeechSegment(n, AudioChunk(samples[n * size : (n + 1) * size], n * size)) for n in range(7)]


def hear(device: DeviceChoice, speech: list[SpeechSegment]) -> tuple[list[Word], float]:
    """What is heard at the second time, and how long that took."""
    recognizer = WhisperRecognizer(embedded_model("fixtures/whisper-fixture"), device=device)
    size = recognizer.batch_size
    for _ in range(2):
        start = time.perf_counter()
        batches = [speech[n : n + size] for n in range(0, len(speech), size)]
        made = [each for batch in batches for each in recognizer.transcribe(batch, EN, RecognitionOptions())]
        took = time.perf_counter() - start
    recognizer.close()
    return [word for each in made for word in each.words], took


def compare_speech(devices: list[DeviceChoice]) -> None:
    speech, reference = segments(), None
    for device in devices:
        words, took = hear(device, speech)
        reference = reference or words
        ours, theirs = [word.text for word in words], [word.text for word in reference]
        blocks = SequenceMatcher(None, theirs, ours, autojunk=False).get_matching_blocks()
        pairs = [(reference[b.a + n].span, words[b.b + n].span) for b in blocks for n in range(b.size)]
        apart = max((max(abs(a.start - b.start), abs(a.end - b.end)) for a, b in pairs), default=0.0)
        same = f"{len(pairs)} of {len(words)} words as the processor's {len(reference)}"
        print(f"whisper {device.device:4} {device.compute_type:12} {took:5.2f} s, {same}, at most {apart:.2f} s apart")


def compare_translation(devices: list[DeviceChoice], target: str) -> None:
    pairs, pair, reference = read_pairs(target), LanguagePair(EN, LanguageCode(target)), None
    for device in devices:
        translator = open_starter(device=device)
        translator.translate(pairs.sources[:64], pair)
        start = time.perf_counter()
        made = [each.text for each in translator.translate(pairs.sources, pair)]
        pace = len(made) / (time.perf_counter() - start)
        singles = []
        for text in pairs.sources[:100]:
            start = time.perf_counter()
            translator.translate([text], pair)
            singles.append(time.perf_counter() - start)
        reference = reference or made
        equal = sum(one == other for one, other in zip(reference, made, strict=True))
        told = f"{pace:6.0f} a second, single {1000 * sorted(singles)[50]:4.1f} ms, {equal} equal"
        print(f"starter {target} {device.device:4} {device.compute_type:12} {told}, {scores(made, pairs.references)}")
        translator.close()


def main() -> None:
    with TemporaryDirectory() as cache:
        start = time.perf_counter()
        probe = probe_cuda(Path(cache))
        print(f"{probe} after {time.perf_counter() - start:.1f} s")
    if not probe.available:
        return
    load_cuda_libraries()
    card = [DeviceChoice("cuda", each) for each in CARD_TYPES]
    compare_speech([DeviceChoice("cpu", "float32", 8), DeviceChoice("cpu", "int8", 8), *card])
    for target in ("es", "de"):
        compare_translation([DeviceChoice("cpu", "int8", 8), *card[:3]], target)


if __name__ == "__main__":
    main()
