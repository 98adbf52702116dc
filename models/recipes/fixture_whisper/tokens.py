"""Whisper's vocabulary layout with only the fixture's words as real text tokens.

Ids follow the multilingual models: 0-255 the bytes, 50257 end of text, 50258 start of transcript, 50259-50357 languages,
50358-50363 tasks, 50364-51864 time stamps of 20 ms. Ids of the text range that no word needs are fillers ("~…") that no
text can produce; the last is empty, as in the real ones. Words of LONG letters and more are two pieces, as in a real vocabulary.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import tokenizers
from tokenizers import decoders, models, pre_tokenizers

from models.recipes.synthetic_speech.grammar import corpus

TEXT = 50_257
LONG = 9
LANGUAGES = (
    "en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta no th ur hr bg lt la mi ml "
    "cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am "
    "yi lo uz fo ht ps tk nn mt sa lb my bo tl mg as tt haw ln ha ba jw su"
).split()
_TASKS = ("translate", "transcribe", "startoflm", "startofprev", "nospeech", "notimestamps")
SPECIAL = tuple(f"<|{name}|>" for name in ("endoftext", "startoftranscript", *LANGUAGES, *_TASKS))
TIMESTAMPS = tuple(f"<|{index * 0.02:.2f}|>" for index in range(1501))
EOT, SOT = TEXT, TEXT + 1
LANGUAGE_IDS = {language: SOT + 1 + index for index, language in enumerate(LANGUAGES)}
TRANSLATE, TRANSCRIBE, SOT_LM, SOT_PREV, NO_SPEECH, NO_TIMESTAMPS = range(50_358, 50_364)
TIME = 50_364
SIZE = TIME + len(TIMESTAMPS)


@cache
def byte_letters() -> list[str]:
    """The visible stand-in for every byte value, in the order of their ids (GPT-2's byte-level alphabet)."""
    shown = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [value for value in range(256) if value not in shown]
    return [chr(value) for value in shown] + [chr(256 + index) for index in range(len(hidden))]


def spelled(text: str) -> str:
    """Text in the byte-level alphabet."""
    shown = [*range(33, 127), *range(161, 173), *range(174, 256)]
    order = shown + [value for value in range(256) if value not in shown]
    letter = dict(zip(order, byte_letters(), strict=True))
    return "".join(letter[value] for value in text.encode())


def words() -> list[str]:
    """Every word of the grammar as the tokeniser sees it: with its leading space unless a "¿" comes before."""
    found: set[str] = set()
    for pair in corpus(30_000, seed=7):
        for word in f"{pair.english} {pair.spanish}".split():
            bare = word.strip(".,?¿")
            found.add(bare if word.startswith("¿") else " " + bare)
    return sorted(found)


def _pieces(word: str) -> list[str]:
    if len(word.strip()) < LONG:
        return [spelled(word)]
    middle = (len(word) + 1) // 2
    return [spelled(word[:middle]), spelled(word[middle:])]


def _tokenizer(whole: frozenset[str]) -> tuple[tokenizers.Tokenizer, list[str]]:
    """Build with the words of ``whole`` as one token even if they are long."""
    vocabulary = dict.fromkeys([*byte_letters(), spelled(" ¿"), spelled("¿")])
    merges: dict[tuple[str, str], None] = {}
    for word in words():
        pieces = [spelled(word)] if word in whole else _pieces(word)
        vocabulary.update(dict.fromkeys(pieces))
        for piece in pieces if len(pieces) > 1 else ():
            for length in range(2, len(piece) + 1):
                merges[piece[: length - 1], piece[length - 1]] = None
                vocabulary[piece[:length]] = None
    tokens = list(vocabulary)
    tokens += [f"~{index:x}" for index in range(TEXT - 1 - len(tokens))]
    tokens.append("")  # the last text token of the multilingual vocabularies; CTranslate2 knows them by it
    ids = {token: index for index, token in enumerate(tokens)}
    tokenizer = tokenizers.Tokenizer(models.BPE(ids, list(merges), ignore_merges=True))
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens(list(SPECIAL))
    return tokenizer, [*tokens, *SPECIAL, *TIMESTAMPS]


@cache
def build() -> tuple[tokenizers.Tokenizer, list[str]]:
    """Return the tokeniser and the list of all SIZE tokens.

    Merges of one word may break another; those words become one token.
    """
    tokenizer, _ = _tokenizer(frozenset())
    return _tokenizer(frozenset(word for word in words() if tokenizer.encode(word).tokens != _pieces(word)))


@cache
def encode(text: str) -> tuple[int, ...]:
    tokenizer, _ = build()
    return tuple(tokenizer.encode(text, add_special_tokens=False).ids)


@cache
def used() -> tuple[int, ...]:
    """The ids that the model can say: the words' tokens, the special ones it needs, all time stamps."""
    text = {token for word in words() for token in encode(word)}
    text |= {token for mark in (".", ",", "?", " ¿", "¿") for token in encode(mark)}
    languages = {LANGUAGE_IDS["en"], LANGUAGE_IDS["es"]}
    special = {EOT, SOT, *languages, TRANSCRIBE, TRANSLATE, SOT_PREV, NO_SPEECH, NO_TIMESTAMPS}
    return (*sorted(text), *sorted(special), *range(TIME, SIZE))


def write(folder: Path) -> None:
    """Write ``tokenizer.json`` and ``vocabulary.json`` without white space."""
    tokenizer, tokens = build()
    for name, value in (("tokenizer.json", json.loads(tokenizer.to_str())), ("vocabulary.json", tokens)):
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        (folder / name).write_text(text + "\n", encoding="utf-8")
