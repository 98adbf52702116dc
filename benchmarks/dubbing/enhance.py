"""What GTCRN and DTLN do to noisy speech, as a dub hears it before recognition.

``python -m benchmarks.dubbing.enhance``: recordings of people with noise at 5 dB below them, how far the result is from
the clean sound (SI-SDR, dB) and how it is judged (DNSMOS: signal, background, overall); and a recording that was noisy.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnxruntime

from benchmarks.dubbing.material import data_root
from benchmarks.dubbing.quality import dnsmos, score
from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.types import SAMPLE_RATE, Samples
from streamlation_desktop.engines.registry import EngineKind, EngineRegistry
from streamlation_desktop.engines.speech_base import SpeechEnhancer
from streamlation_desktop.jobs.listening import enhanced
from streamlation_desktop.media.full_sound import mono_sound

_SPOKEN = ("en/jfk.flac", "en/lj001-longform.flac", "en/libri-1688-142285-0000.flac", "en/mfa-cold_corpus.wav")
_CROWD = ("1688-142285-0002", "1998-15444-0002", "2033-164914-0002", "2414-128291-0001")
_SECONDS = 12.0
_NOISE = -5.0
"""dB against the speech."""


def main() -> None:
    judge = dnsmos()
    clean = [_heard(data_root() / "speech" / name) for name in _SPOKEN]
    recorded = [data_root() / "nets" / "gtcrn_mix.wav", data_root() / "speech" / "en" / "jackhammer.wav"]
    with TemporaryDirectory() as name:
        networks = dict(_networks(Path(name)))
        for kind, noise in (("hiss", _hiss()), ("crowd", _crowd())):
            _compare(kind, judge, networks, [_under(speech, noise) for speech in clean], clean)
        _compare("noisy recordings", judge, networks, list(map(_heard, recorded)), ())


def _networks(folder: Path) -> Iterator[tuple[str, SpeechEnhancer]]:
    nets, registry = data_root() / "nets", EngineRegistry()
    for path in nets.glob("dtln*.onnx"):
        (folder / path.name).symlink_to(path)
    yield "GTCRN", registry.create(EngineKind.ENHANCER, "onnx", nets / "gtcrn_simple.onnx")
    yield "DTLN", registry.create(EngineKind.ENHANCER, "onnx", folder)


def _compare(
    kind: str,
    judge: onnxruntime.InferenceSession,
    networks: Mapping[str, SpeechEnhancer],
    noisy: Sequence[Samples],
    clean: Sequence[Samples],
) -> None:
    _tell(f"{kind}, as it was", judge, noisy, clean)
    for name, network in networks.items():
        done = [np.concatenate(list(enhanced(network, [sound]))) for sound in noisy]
        _tell(f"{kind}, {name}", judge, done, clean)


def _tell(label: str, judge: onnxruntime.InferenceSession, sounds: Sequence[Samples], clean: Sequence[Samples]) -> None:
    signal, background, overall = np.mean([score(judge, sound) for sound in sounds], axis=0)
    near = [_distance(speech, sound) for speech, sound in zip(clean, sounds, strict=False)]
    distance = f"SI-SDR {np.mean(near):.1f} dB, " if near else ""
    print(f"{label}: {distance}DNSMOS {signal:.2f}, {background:.2f}, {overall:.2f} ({len(sounds)} recordings)")


def _distance(speech: Samples, sound: Samples) -> float:
    """Scale-invariant ratio of what is speech in `sound` to what is not, in dB."""
    part = float(np.dot(sound, speech) / np.dot(speech, speech)) * speech
    return float(10 * np.log10(np.dot(part, part) / np.square(sound - part).sum()))


def _heard(path: Path) -> Samples:
    return np.concatenate(list(mono_sound(str(path), SAMPLE_RATE, CancelToken())))[: round(_SECONDS * SAMPLE_RATE)]


def _under(speech: Samples, noise: Samples) -> Samples:
    louder = np.sqrt(np.square(speech).mean() / np.square(noise).mean()) * 10 ** (_NOISE / 20)
    return (speech + louder * np.resize(noise, len(speech))).astype(np.float32)


def _hiss() -> Samples:
    """Noise with as much in each octave."""
    count = round(_SECONDS * SAMPLE_RATE)
    spectrum = np.fft.rfft(np.random.default_rng(1).standard_normal(count))
    return np.fft.irfft(spectrum / np.sqrt(np.maximum(1, np.arange(len(spectrum)))), count).astype(np.float32)


def _crowd() -> Samples:
    """Four people at once."""
    folder = data_root() / "speech" / "multi" / "libri-spk"
    voices = [np.resize(_heard(folder / f"{name}.flac"), round(_SECONDS * SAMPLE_RATE)) for name in _CROWD]
    return np.sum([voice / np.sqrt(np.square(voice).mean()) for voice in voices], axis=0)


if __name__ == "__main__":
    main()
