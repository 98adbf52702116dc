"""What the readers make of files that others write."""

from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.core.errors import SourceError, SourceNotFound, UnsupportedMedia
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.core.types import TimeSpan
from streamlation_desktop.subtitles.formats.registry import parse_subtitles, read_subtitles


def texts(data: bytes) -> list[str]:
    return [cue.text for cue in parse_subtitles(data).cues]


def test_srt_without_numbers_or_blank_lines_is_read() -> None:
    data = b"00:00:01,000-->00:00:02,000\nOne\n00:00:03.5 --> 00:00:04\nTwo\n\nstill two\n"
    assert texts(data) == ["One", "Two\nstill two"]


def test_srt_with_old_mac_line_ends_and_tags_is_read() -> None:
    data = (
        b"1\r00:00:01,000 --> 00:00:02,000 X1:1\r{\\an8}<i>One</i> <font color='#fff'>more</font>\r\r"
        b"2\r00:00:03,000 --> 00:00:04,000\r42\r"
    )
    assert texts(data) == ["One more", "42"]


def test_cues_come_in_order_and_without_the_empty_ones() -> None:
    data = (
        b"1\n00:00:05,000 --> 00:00:06,000\nB\n\n2\n00:00:01,000 --> 00:00:02,000\nA\n\n"
        b"3\n00:00:08,000 --> 00:00:09,000\n\n"
    )
    track = parse_subtitles(data)

    assert [(cue.index, cue.text) for cue in track.cues] == [(0, "A"), (1, "B")]


def test_faithful_reading_keeps_the_faults() -> None:
    data = b"1\n00:00:05,000 --> 00:00:04,000\n<i>B \n\n2\n00:00:01,000 --> 00:00:02,000\n\n"
    track = parse_subtitles(data, faithful=True)

    assert [(cue.span, cue.lines) for cue in track.cues] == [
        (TimeSpan(5.0, 5.0), ("<i>B ",)),
        (TimeSpan(1.0, 2.0), ()),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_told_apart(encoding: str) -> None:
    data = "1\n00:00:01,000 --> 00:00:02,000\nПривет, мир\n".encode(encoding)
    assert texts(data) == ["Привет, мир"]


def test_the_voice_is_the_speaker_and_entities_are_resolved() -> None:
    data = (
        b"WEBVTT\n\nx\n00:01.000 --> 00:02.000 line:0\n<v.loud Mary  Ann>No &lt;way&gt; &amp;<00:01.500> <b>yes</b>\n"
    )
    [cue] = parse_subtitles(data).cues

    assert (cue.speaker, cue.text) == ("Mary Ann", "No <way> & yes")


def test_webvtt_styles_regions_and_comments_are_no_cues() -> None:
    data = b"WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE a --> b\n\n00:01.000 --> 00:02.000\nHi\n"
    assert texts(data) == ["Hi"]


def test_substation_columns_overrides_and_drawings() -> None:
    data = (
        b"[Script Info]\nTitle: T\n[Events]\nFormat: Start, End, Name, Text\nComment: 0:00:00.00,0:00:01.00,,no\n"
        b"Dialogue: 0:00:01.00,0:00:02.00,Al,{\\i1}One{\\i0},\\Ntwo\nDialogue: bad,0:00:02.00,,x\n"
        b"Dialogue: 0:00:03.00,0:00:04.00,,{\\p1}m 0 0 l 1 1{\\p0}\n"
    )
    track = parse_subtitles(data)

    assert [(cue.text, cue.speaker) for cue in track.cues] == [("One,\ntwo", "Al")]
    assert track.metadata.title == "T"


def test_ttml_frames_ticks_and_nested_times() -> None:
    data = b"""<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25"
      ttp:tickRate="1000" xml:lang="de-DE"><body begin="10s"><div>
      <p begin="00:00:01:05" end="00:00:02:00">Eins<br/> <span>zwei</span></p>
      <p begin="3000t" dur="50f">drei</p><p><span begin="6s" end="7s">vier</span></p></div></body></tt>"""
    track = parse_subtitles(data)

    assert [(cue.span, cue.text) for cue in track.cues] == [
        (TimeSpan(11.2, 12.0), "Eins\nzwei"),
        (TimeSpan(13.0, 15.0), "drei"),
        (TimeSpan(16.0, 17.0), "vier"),
    ]
    assert track.language == "de"


def test_ttml_that_declares_entities_is_refused() -> None:
    data = b'<?xml version="1.0"?><!DOCTYPE tt [<!ENTITY a "aaaa">]><tt xmlns="http://www.w3.org/ns/ttml"/>'
    with pytest.raises(UnsupportedMedia, match="document type"):
        parse_subtitles(data)


@pytest.mark.parametrize(
    "data",
    [
        b"{24}{48}Hi|there\n{72}{96}Bye\n",
        b"[10][20]Hi|there\n[30][40]Bye\n",
        b"<SAMI><BODY><SYNC Start=1000><P>Hi<br>there<SYNC Start=2000><P>Bye<SYNC Start=3000><P>&nbsp;</BODY></SAMI>",
    ],
)
def test_rare_formats_are_read(data: bytes) -> None:
    assert texts(data) == ["Hi\nthere", "Bye"]


def test_an_empty_file_is_an_empty_track() -> None:
    assert texts(b"") == []


@pytest.mark.parametrize("data", [b"just some prose", bytes(range(256)) * 8, b'{"a": 1}', b"<html></html>"])
def test_files_without_subtitles_are_refused_with_a_hint(data: bytes) -> None:
    with pytest.raises(UnsupportedMedia) as caught:
        parse_subtitles(data)
    assert caught.value.hint


def test_a_missing_file_and_a_folder_are_source_errors(tmp_path: Path) -> None:
    with pytest.raises(SourceNotFound):
        read_subtitles(tmp_path / "näo.srt")
    with pytest.raises(SourceError):
        read_subtitles(tmp_path)


@pytest.mark.parametrize(
    ("text", "encoding", "language"),
    [
        ("Ça a été très dur, n'est-ce pas ? Où êtes-vous allé, garçon ?", "cp1252", "und"),
        ("Mañana será otro día, señor. ¿Qué pasó?", "cp1252", "und"),
        ("Já não sei o que dizer, são questões difíceis.", "cp1252", "und"),
        ("Hvis du går på æblejagt, så må du være i øvelse.", "cp1252", "und"),
        ("Przyszedł wczoraj późno, bo musiał jeszcze zrobić zakupy.", "cp1250", "und"),
        ("Policija je došla, žao mi je što ćemo čekati.", "cp1250", "und"),
        ("Просто дальше. Вы принимаете на себя ответственность.", "cp1251", "und"),
        ("若要创建第一个项目，请选择语音到文本，然后单击新建项目。", "gbk", "und"),
        ("今日は天気がいいですね。散歩に行きましょうか。", "shift-jis", "und"),
        ("שלום לכולם, מה שלומכם היום?", "cp1255", "he"),
        ("Jó napot kívánok, hölgyem, örülök, hogy őt is elhozta.", "cp1250", "hu"),
        ("วันนี้อากาศดีมาก", "cp874", "th"),
    ],
)
def test_old_encodings_are_recognised(text: str, encoding: str, language: str) -> None:
    data = f"1\n00:00:01,000 --> 00:00:03,000\n{text}\n".encode(encoding)
    [cue] = parse_subtitles(data, LanguageCode(language)).cues
    assert cue.text == text
