import numpy as np
import pytest

from streamlation_desktop.gui.player.surface import image_of


@pytest.mark.parametrize("width", [16, 17, 33])
def test_rows_with_padding_are_shown_without_it(width: int) -> None:
    rows = np.zeros((4, 64 * 4), np.uint8)
    rows[:, : width * 4] = 255
    pixels = rows[:, : width * 4].reshape(4, width, 4)

    image = image_of(pixels)

    assert (image.width(), image.height()) == (width, 4)
    assert all(image.pixelColor(x, y).lightness() == 255 for x in range(width) for y in range(4))
