"""Sentences per second of Apertium, English to Spanish, its pipeline started beforehand.

    STREAMLATION_TEST_DATA=... python -m benchmarks.mt.apertium_speed

Wall time depends on how many cores are free (the pipeline has a dozen processes); processor seconds,
taken from the ended processes, do not.
"""

from __future__ import annotations

import resource
import time

from benchmarks.mt.corpus import open_engine, read_pairs
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.engines.base import LanguagePair


def main() -> None:
    sentences = read_pairs("es").sources
    pair = LanguagePair(LanguageCode("en"), LanguageCode("es"))
    translator = open_engine("apertium")
    translator.translate(sentences[:1], pair)
    start = time.perf_counter()
    translator.translate(sentences, pair)
    wall = time.perf_counter() - start
    translator.close()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = used.ru_utime + used.ru_stime
    print(f"{len(sentences)} sentences: {len(sentences) / wall:.0f} a second of wall time,", end=" ")
    print(f"{len(sentences) / processor:.0f} a processor second (start of the pipeline included)")


if __name__ == "__main__":
    main()
