from streamlation_desktop.engines.adapters.ctranslate2_mt_pieces import split_long
from streamlation_desktop.engines.adapters.ctranslate2_mt_tags import MARIAN_TAG, NLLB_TAG, find_tags


def test_flores_codes_are_found_under_the_usual_language_codes() -> None:
    vocabulary = ["arb_Arab", "arz_Arab", "zho_Hans", "zho_Hant", "pes_Arab", "swh_Latn", "nob_Latn", "tgl_Latn", "▁a"]
    tags = find_tags(vocabulary, NLLB_TAG)

    assert {code: tags[code] for code in ("ar", "zh", "fa", "sw", "no", "tl")} == {  # type: ignore[index]
        "ar": "arb_Arab",
        "zh": "zho_Hans",
        "fa": "pes_Arab",
        "sw": "swh_Latn",
        "no": "nob_Latn",
        "tl": "tgl_Latn",
    }


def test_the_plain_marian_tag_is_preferred_to_one_with_a_variety() -> None:
    assert find_tags([">>por_Latn<<", ">>por<<", ">>cmn_Hans<<"], MARIAN_TAG) == {"pt": ">>por<<", "zh": ">>cmn_Hans<<"}


def test_long_input_is_cut_behind_punctuation_near_the_middle() -> None:
    pieces = ["▁one", "▁two", "▁three", ",", "▁four", "▁fi", "ve", "▁six"]
    long = pieces * 4
    parts = split_long(long, 24)
    assert [piece for part in parts for piece in part] == long
    assert {part[-1] for part in parts[:-1]} <= {",", "▁six"}
    assert max(map(len, parts)) <= 8


def test_input_within_the_limit_is_left_whole() -> None:
    assert split_long(["▁one", ",", "▁two"], 3) == [["▁one", ",", "▁two"]]


def test_long_input_without_words_is_cut_all_the_same() -> None:
    parts = split_long(["x"] * 100, 30)
    assert max(map(len, parts)) <= 30
    assert [piece for part in parts for piece in part] == ["x"] * 100
