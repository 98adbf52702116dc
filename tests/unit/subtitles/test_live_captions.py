from streamlation_desktop.core.captions import CaptionState
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan, Word
from streamlation_desktop.playback.captions import CaptionTrack
from streamlation_desktop.subtitles.live_captions import LiveCues, newest_words

ES = LanguageCode("es")


def words(text: str, start: float) -> tuple[Word, ...]:
    """Half a second for each word."""
    return tuple(Word(f" {word}", TimeSpan(start + n / 2, start + (n + 1) / 2)) for n, word in enumerate(text.split()))


def state(text: str, start: float, line: int = 0, tail: str = "") -> CaptionState:
    return CaptionState(ES, 1, line, words(text, start), tail)


def shown(track: CaptionTrack, time: float) -> str:
    return " | ".join(cue.text for cue in track.at(time))


def test_a_growing_line_stays_one_caption_at_the_time_of_its_first_word() -> None:
    cues, track = LiveCues(), CaptionTrack()
    for text in ("hola", "hola a todos", "hola a todos los amigos"):
        for cue in cues.add(state(text, 10.0)):
            track.add(cue)

    assert len(track) == 1
    assert shown(track, 9.9) == ""
    assert shown(track, 10.1) == "hola a todos los amigos"


def test_a_long_line_goes_on_in_a_second_caption_and_keeps_the_first() -> None:
    long = " ".join(["palabra"] * 15)
    cues, track = LiveCues(), CaptionTrack()
    for cue in cues.add(state(long, 0.0)):
        track.add(cue)

    first, second = track.cues
    assert first.text == " ".join(["palabra"] * 10)
    assert first.span.end == second.span.start == 5.0
    assert f"{first.text} {second.text}" == long


def test_the_next_line_ends_the_one_before() -> None:
    cues, track = LiveCues(), CaptionTrack()
    for spoken in (state("uno dos", 0.0), state("tres", 1.5, line=1)):
        for cue in cues.add(spoken):
            track.add(cue)

    assert shown(track, 1.4) == "uno dos"
    assert shown(track, 1.6) == "tres"


def test_the_newest_words_are_shown_with_the_tail() -> None:
    cue, tail = newest_words(state("ya es seguro", 0.0, tail=" y esto no"))

    assert (cue.text, tail) == ("ya es seguro", "y esto no")


def test_settled_words_give_way_to_a_tail_that_fills_the_picture() -> None:
    cue, tail = newest_words(state(" ".join(["palabra"] * 9), 0.0, tail=" y muchas otras palabras"))

    assert (cue.text, tail) == ("", "y muchas otras palabras")
