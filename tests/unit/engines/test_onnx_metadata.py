"""What an ONNX file tells about itself."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streamlation_desktop.core.errors import ModelDamaged
from streamlation_desktop.engines.adapters.onnx_metadata import onnx_metadata

MODEL = Path(__file__).parents[3] / "models" / "fixtures" / "streaming-fixture-en" / "model.onnx"


def test_properties_are_read_without_the_graph() -> None:
    told = onnx_metadata(MODEL)

    assert told["subsampling_factor"] == "4"
    assert told["window_size"] == "16"


def test_model_that_is_cut_off_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "half.onnx"
    path.write_bytes(MODEL.read_bytes()[:100_000])

    with pytest.raises(ModelDamaged, match="half"):
        onnx_metadata(path)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_damaged_or_have_properties(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.onnx"
    path.write_bytes(content)
    with suppress(ModelDamaged):
        assert isinstance(onnx_metadata(path), dict)
