"""`streamlation translate` with the translator that is always there."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import streamlation


def test_a_dash_as_output_is_standard_output_for_text_and_for_subtitles(tmp_path: Path) -> None:
    text, captions = tmp_path / "note.txt", tmp_path / "talk.en.srt"
    text.write_text("I know.\n\nI am tired.\n", encoding="utf-8")
    captions.write_text("1\n00:00:01,000 --> 00:00:02,000\nI know.\n", encoding="utf-8")

    for path in (text, captions):
        done = streamlation("translate", str(path), "--to", "es", "--translator", "starter-mt", "-o", "-", cwd=tmp_path)
        assert done.code == 0, done.err
        assert "sé." in done.out
        assert "wrote" not in done.err
    assert "00:00:01,000 --> 00:00:02,000" in done.out
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_file()) == ["note.txt", "talk.en.srt"]
