"""Every format gives back what was put in, and no file brings a reader down."""

from __future__ import annotations

import contextlib
import dataclasses
import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.core.errors import UnsupportedMedia, UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import Cue, Origin, TimeSpan, Word
from streamlation_desktop.subtitles.document import SubtitleDocument, SubtitleMetadata
from streamlation_desktop.subtitles.formats.registry import (
    FORMATS,
    SubtitleFormat,
    format_for,
    parse_subtitles,
    write_subtitles,
)

ES, AR = LanguageCode("es"), LanguageCode("ar")
METADATA = SubtitleMetadata(
    "Mañana --> <b>", LanguageCode("en"), (Origin("whisper", "base"), Origin("own", "mt", "starter")), "Starter quality"
)


def document(*texts: str, language: LanguageCode = ES, speaker: str = "", confidence: float = 1.0) -> SubtitleDocument:
    cues = tuple(
        Cue(index, TimeSpan(index * 3.0, index * 3.0 + 2.5), tuple(text.split("|")), language, confidence, speaker)
        for index, text in enumerate(texts)
    )
    return SubtitleDocument(cues, language)


def round_trip(original: SubtitleDocument, extension: str) -> SubtitleDocument:
    return parse_subtitles(write_subtitles(original, extension), original.language)


def test_srt_is_numbered_from_one_with_crlf_and_rounded_times() -> None:
    cue = Cue(0, TimeSpan(3661.0004, 3662.9996), ("Hola.", "¿Qué tal?"), ES)

    assert write_subtitles(SubtitleDocument((cue,), ES), "srt").decode() == (
        "1\r\n01:01:01,000 --> 01:01:03,000\r\nHola.\r\n¿Qué tal?\r\n\r\n"
    )


def test_webvtt_says_who_made_it_how_sure_it_is_and_who_speaks() -> None:
    original = dataclasses.replace(document("Uno & <dos>", speaker="Ana <x>", confidence=0.875), metadata=METADATA)

    text = write_subtitles(original, "vtt").decode()

    assert text.startswith("WEBVTT\nLanguage: es\n\nNOTE\nTitle: ")
    assert "Engine: own | mt | starter\nQuality: Starter quality\n" in text
    assert "NOTE confidence 0.875\n\n00:00:00.000 --> 00:00:02.500\n<v Ana &lt;x&gt;>Uno &amp; &lt;dos&gt;\n" in text
    assert text.count("-->") == 1


@pytest.mark.parametrize("extension", [".vtt", ".json"])
def test_confidence_speaker_and_metadata_survive(extension: str) -> None:
    metadata = dataclasses.replace(METADATA, title="Mañana")
    original = dataclasses.replace(document("Uno|dos", "Tres", speaker="Ana", confidence=0.5), metadata=metadata)

    assert round_trip(original, extension) == original


def test_the_words_that_were_heard_survive_in_json() -> None:
    words = (
        Word(" Hello", TimeSpan(0.1, 0.52), 0.9, "Ana"),
        Word(",", TimeSpan(0.52, 0.52)),
        Word("好", TimeSpan(1, 2)),
    )
    original = dataclasses.replace(document("Hola"), words=words)

    assert round_trip(original, ".json") == original


@pytest.mark.parametrize("word", ['{"text": "a", "start": 2, "end": 1}', '{"text": "a", "start": 1}', '"a"'])
def test_words_that_make_no_sense_are_refused(word: str) -> None:
    data = write_subtitles(document("Hola"), ".json").decode().replace('"words": []', f'"words": [{word}]')
    with pytest.raises(UnsupportedMedia, match="does not hold subtitles of ours"):
        parse_subtitles(data.encode())


@pytest.mark.parametrize("extension", [".ttml", ".ass"])
def test_speakers_survive(extension: str) -> None:
    original = document("Uno|dos", speaker="Ana")

    assert round_trip(original, extension).cues == original.cues


@pytest.mark.parametrize(
    ("extension", "marked"),
    [(".srt", "\u202bمرحبا 123.\u202c"), (".vtt", "\u200fمرحبا 123."), (".ass", "\u202bمرحبا 123.\u202c")],
)
def test_right_to_left_lines_carry_the_marks_players_need(extension: str, marked: str) -> None:
    original = document("مرحبا 123.", language=AR)

    assert marked in write_subtitles(original, extension).decode()
    assert round_trip(original, extension).cues == original.cues


def test_right_to_left_ttml_sets_its_direction() -> None:
    text = write_subtitles(document("مرحبا", language=AR), ".ttml").decode()

    assert 'xml:lang="ar"' in text
    assert 'tts:direction="rtl"' in text


def test_a_second_track_has_its_own_style_in_ass() -> None:
    from streamlation_desktop.subtitles.formats import ass

    text = ass.serialize(document("Hola."), document("Hello.", language=LanguageCode("en"))).decode()

    assert ",Default,,0,0,0,,Hola." in text
    assert ",Second,,0,0,0,,Hello." in text


def test_plain_text_is_one_paragraph_per_sentence() -> None:
    cues = [("Érase una vez|un rey", ""), ("que vivía aquí.", ""), ("Sí.", "Ana"), ("No. O sí.", "Ana")]
    track = tuple(
        Cue(index, TimeSpan(index * 2.0, index * 2.0 + 1.9), tuple(text.split("|")), ES, 1.0, speaker)
        for index, (text, speaker) in enumerate(cues)
    )

    assert write_subtitles(SubtitleDocument(track, ES), "a.txt").decode() == (
        "Érase una vez un rey que vivía aquí.\n\nAna: Sí.\n\nNo. O sí.\n"
    )


def test_an_unknown_extension_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match=r"\.docx"):
        format_for("film.docx")


def test_names_and_bare_names_choose_the_format() -> None:
    assert [format_for(name).extension for name in ("film.es.SRT", "vtt", "a.dfxp", "x.xml")] == [
        ".srt",
        ".vtt",
        ".ttml",
        ".ttml",
    ]


HOSTILE = (
    *("<i>no tag", "{\\an8}no", "a --> b", "00:00:01,000 --> 00:00:02,000", "42", "WEBVTT", "NOTE x", "a\\Nb", "</v>"),
    *("&amp; & &lt;", "{x} \\{", "<v Bob>", "- Uno", "]]>", "<!-- -->", "\u202eabc", "a\tb\x07c", "1|2", "{x\\}y}"),
    *("[Events]", "[script info]", "<tt>", "{1}{2}x"),
)


@pytest.mark.parametrize("extension", [known.extension for known in FORMATS if known.extension != ".txt"])
def test_text_that_looks_like_mark_up_comes_back_unharmed(extension: str) -> None:
    read = round_trip(document(*HOSTILE), extension)

    wanted = [text.replace("\u202e", "").replace("\t", " ").replace("\x07", "") for text in HOSTILE]
    assert [cue.text.replace("\n", "|") for cue in read.cues] == wanted


lines = st.text(st.characters(codec="utf-8") | st.sampled_from("<>{}&\\-: \n\u200f1"), min_size=1, max_size=40)
tracks = st.lists(
    st.tuples(st.lists(lines, min_size=1, max_size=3), st.integers(0, 4000), st.integers(1, 7000)), max_size=5
)


@pytest.mark.parametrize("extension", [known.extension for known in FORMATS if known.extension != ".txt"])
@settings(max_examples=50, deadline=None)
@given(rows=tracks, language=st.sampled_from([ES, AR]))
def test_reading_what_was_written_gives_the_same_cues(
    extension: str, rows: list[tuple[list[str], int, int]], language: LanguageCode
) -> None:
    cues: list[Cue] = []
    now = 0
    for texts, gap, length in rows:
        now += 10 * gap
        cues.append(Cue(len(cues), TimeSpan(now / 1000, (now + 10 * length) / 1000), tuple(texts), language))
        now += 10 * length
    original = SubtitleDocument(tuple(cues), language)

    once = round_trip(original, extension)
    tidy = parse_subtitles(write_subtitles(once, ".json"))

    assert once.cues == tidy.cues
    assert round_trip(once, extension).cues == once.cues
    assert _words(once) == _words(parse_subtitles(write_subtitles(original, ".json")))


@pytest.mark.parametrize("known", [known for known in FORMATS if known.more is not None], ids=lambda known: known.name)
def test_file_that_grows_cue_by_cue_is_the_one_written_at_once(known: SubtitleFormat) -> None:
    whole = dataclasses.replace(document("Uno", "Dos|más", "Tres", confidence=0.5, speaker="Ana"), metadata=METADATA)
    cues = whole.cues
    assert known.more is not None

    grown = known.serialize(dataclasses.replace(whole, cues=cues[:1]))
    grown += known.more(dataclasses.replace(whole, cues=cues[1:2]), 1)
    grown += known.more(dataclasses.replace(whole, cues=cues[2:]), 2)

    assert grown == known.serialize(whole)


def _words(track: SubtitleDocument) -> list[tuple[TimeSpan, tuple[str, ...]]]:
    return [(cue.span, cue.lines) for cue in track.cues]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(string.printable, max_size=300).map(str.encode))
def test_arbitrary_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnsupportedMedia):
        assert all(cue.lines for cue in parse_subtitles(data).cues)


def test_damaged_files_are_read_or_refused() -> None:
    random_source = random.Random(7)
    seeds = [write_subtitles(document(*HOSTILE), known.extension) for known in FORMATS]
    seeds += [b"{1}{1}25\n{10}{40}Hi|there\n{50}{80}Bye\n", b"[10][30]Hi|there\n", b"00:00:01:Hi|there\n00:00:05:Bye\n"]
    seeds += [b"<SAMI><BODY><SYNC Start=100><P Class=X>Hi<br>there<SYNC Start=900><P>&nbsp;</BODY></SAMI>"]
    for number in range(300):
        data = bytearray(seeds[number % len(seeds)])
        for _ in range(random_source.randint(1, 12)):
            place = random_source.randrange(len(data))
            match random_source.randrange(4):
                case 0:
                    data[place] = random_source.randrange(256)
                case 1:
                    del data[place : place + random_source.randint(1, 20)]
                case 2:
                    data[place:place] = data[place : place + 30] * 3
                case _:
                    data[place:place] = random_source.choice([b"\n\n", b"-->", b"<", b"{\\", b"99999999999", b"\xff"])
            data = data or bytearray(b"x")
        try:
            track = parse_subtitles(bytes(data))
        except UnsupportedMedia:
            continue
        assert all(cue.lines and cue.span.start >= 0 for cue in track.cues)


@pytest.mark.parametrize(
    "unit", ["<", "<b", "{\\", "a\n", "-->", "1\n00:00:01,000 --> 00:00:02,000\n", " ", "&", "[", "1:"]
)
def test_large_odd_input_takes_linear_time(unit: str) -> None:
    """Half a megabyte of one pattern, behind each signature, within the suite's time-out."""
    for signature in (
        "",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n",
        "[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,,,0,0,0,,",
    ):
        with contextlib.suppress(UnsupportedMedia):
            parse_subtitles((signature + unit * (500_000 // len(unit))).encode())


def test_files_too_large_for_subtitles_are_refused() -> None:
    with pytest.raises(UnsupportedMedia, match="too large"):
        parse_subtitles(b"1\n" * 25_000_001)
