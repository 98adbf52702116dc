"""OPUS-MT as its authors publish it (Marian), converted to CTranslate2 without torch.

The conversion holds the weights twice in memory, up to 2 GB, so a child process does it and
gives the memory back.
"""

from __future__ import annotations

import multiprocessing
import re
import shutil
import zipfile
from multiprocessing.connection import Connection
from pathlib import Path

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import ModelError
from streamlation_desktop.core.language import UnknownLanguage, parse_language
from streamlation_desktop.modelstore.kinds import Direction, safe_relative_path
from streamlation_desktop.modelstore.layout import pair_in_name

_UNCONVERTIBLE = (OSError, ValueError, KeyError, TypeError, IndexError, RuntimeError, zipfile.BadZipFile)
_LONGEST_SECONDS = 1800.0
_BESIDE_THE_WEIGHTS = ("source.spm", "target.spm", "README.md", "LICENSE")


def convert(source: Path, target: Path, token: CancelToken) -> None:
    """Convert the package in `source` into the new folder `target` (int8 weights).

    Raises:
        ModelError: the package cannot be converted.
        Cancelled: the token was cancelled meanwhile.
    """
    if not all((source / name).is_file() for name in ("source.spm", "target.spm")):
        raise ModelError(
            f"{source.name} has no source.spm and target.spm",
            hint="OPUS-MT packages with BPE segmentation are not supported: choose one named spm32k.",
        )
    failure = _in_child(source, target, token)
    token.raise_if_cancelled()
    if failure:
        raise ModelError(f"{source.name} cannot be converted: {failure}")
    for name in _BESIDE_THE_WEIGHTS:
        if (source / name).is_file():
            shutil.copyfile(source / name, target / name)


def pairs_of(source: Path, name: str) -> tuple[Direction, ...]:
    """The languages an OPUS-MT package translates between, from its README or else its name.

    Raises:
        ModelError: it translates between several languages, which needs a mark on every sentence.
    """
    readme = source / "README.md"
    text = readme.read_text(encoding="utf-8", errors="replace") if readme.is_file() else ""
    sources = re.findall(r"^\* source language\(s\): *(.+)$", text, re.MULTILINE)
    targets = re.findall(r"^\* target language\(s\): *(.+)$", text, re.MULTILINE)
    if not sources or not targets:
        return pair_in_name(name)
    try:
        spoken = {parse_language(code.partition("_")[0]) for code in sources[0].split()}
        written = {parse_language(code.partition("_")[0]) for code in targets[0].split()}
    except UnknownLanguage:
        return pair_in_name(name)
    if len(written) > 1:
        raise ModelError(
            f"{name} translates into several languages ({', '.join(sorted(written))})",
            hint="Choose an OPUS-MT package with one target language.",
        )
    [target] = written
    return tuple(Direction(code, target) for code in sorted(spoken))


def _in_child(source: Path, target: Path, token: CancelToken) -> str:
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_convert, args=(sender, source, target), name="convert-model", daemon=True)
    child.start()
    sender.close()
    forget = token.on_cancel(child.terminate)
    try:
        failure: str = receiver.recv() if receiver.poll(_LONGEST_SECONDS) else "it took too long"
    except EOFError:
        failure = "the converter ended unexpectedly, perhaps for lack of memory"
    finally:
        forget()
        receiver.close()
        child.terminate()
        child.join()
    return failure


def _convert(sender: Connection, source: Path, target: Path) -> None:
    """In the child: sends what went wrong, or an empty text."""
    import yaml
    from ctranslate2.converters import MarianConverter

    try:
        decoder = yaml.safe_load((source / "decoder.yml").read_text(encoding="utf-8"))
        [weights] = decoder["models"]
        vocabularies = [str(source / safe_relative_path(name)) for name in decoder["vocabs"]]
        MarianConverter(str(source / safe_relative_path(weights)), vocabularies).convert(
            str(target), quantization="int8"
        )
    except _UNCONVERTIBLE as exc:
        sender.send(f"{type(exc).__name__}: {exc}")
    except yaml.YAMLError as exc:
        sender.send(f"decoder.yml: {type(exc).__name__}: {exc}")
    else:
        sender.send("")
    finally:
        sender.close()
