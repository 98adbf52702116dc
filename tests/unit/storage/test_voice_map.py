from __future__ import annotations

from pathlib import Path

import pytest

from streamlation_desktop.core.errors import UsageError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.storage.database import Database
from streamlation_desktop.storage.voice_map import MappedVoice, VoiceConsents, VoiceMap

ES, FR = LanguageCode("es"), LanguageCode("fr")


def test_a_voice_belongs_to_a_project_a_speaker_and_a_language(tmp_path: Path) -> None:
    with Database(tmp_path / "x.db") as database:
        voices = VoiceMap(database)
        voices.choose("series", "speaker 1", ES, MappedVoice("espeak-ng", "es+f2"))
        assert voices.chosen("series", ES) == {"speaker 1": MappedVoice("espeak-ng", "es+f2")}
        assert not voices.chosen("series", FR)
        assert not voices.chosen("film", ES)


def test_a_name_is_kept_beside_the_voices(tmp_path: Path) -> None:
    with Database(tmp_path / "x.db") as database:
        voices = VoiceMap(database)
        assert voices.name("series", "speaker 1") == "speaker 1"
        voices.rename("series", "speaker 1", "Anna")
        voices.choose("series", "speaker 1", ES, MappedVoice("espeak-ng"))
        assert voices.name("series", "speaker 1") == "Anna"


def test_no_voice_is_imitated_without_a_valid_consent(tmp_path: Path) -> None:
    with Database(tmp_path / "x.db") as database:
        consents = VoiceConsents(database)
        with pytest.raises(UsageError, match="no valid consent"):
            consents.require("anna")
        with pytest.raises(UsageError, match="person"):
            consents.record("anna", " ", "", "0" * 64)
        given = consents.record("anna", "Anna Example", "My voice may speak this film.", "0" * 64)
        assert consents.require("anna") == given
        consents.withdraw("anna")
        with pytest.raises(UsageError, match="no valid consent"):
            consents.require("anna")
