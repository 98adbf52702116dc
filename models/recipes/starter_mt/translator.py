"""The converted model as the program will run it: CTranslate2 on one core."""

from __future__ import annotations

from pathlib import Path

import ctranslate2
import sentencepiece

from .config import prefix


class Translator:
    """Translates English sentences with a CTranslate2 folder."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        self.pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "spm.model"))
        self.model = ctranslate2.Translator(str(folder), device="cpu", compute_type="int8",
                                            inter_threads=1, intra_threads=threads)

    def __call__(self, sentences: list[str], language: str, beam: int, batch: int = 32) -> list[str]:
        """Translations, in order."""
        rows = [[prefix(language), *self.pieces.encode(text, out_type=str)] for text in sentences]
        results = self.model.translate_batch(
            rows, beam_size=beam, max_batch_size=batch, max_decoding_length=150, use_vmap=True)
        return [self.pieces.decode(result.hypotheses[0]) for result in results]
