"""Times and sizes as people read them, in the digits and order of their language."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale


def figures(text: str) -> str:
    """A number or time as Python writes it, with the digits and signs of the language."""
    return text.translate(_signs(QLocale().name()))


@lru_cache(maxsize=8)
def _signs(name: str) -> dict[int, str]:
    locale = QLocale(name)
    zero = ord(locale.zeroDigit())
    digits = {ord("0") + digit: chr(zero + digit) for digit in range(10)}
    signs = {".": locale.decimalPoint(), "-": locale.negativeSign(), "+": locale.positiveSign(), "%": locale.percent()}
    return digits | {ord(sign): own for sign, own in signs.items()}


def clock(seconds: float, *, long: bool = False) -> str:
    """``2:03``, or ``1:02:03`` from one hour on or when `long`."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return figures(f"{hours}:{minutes:02}:{rest:02}" if hours or long else f"{minutes}:{rest:02}")


def day(seconds: float) -> str:
    """A date, from seconds since the epoch."""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)


def size(count: int) -> str:
    """Bytes in units."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def seconds_unit() -> str:
    """What follows a number of seconds in a box for figures."""
    return QCoreApplication.translate("Times", "{0} s").partition("{0}")[2]


def duration(seconds: float) -> str:
    """``about 3 min``, for waiting."""
    translate = QCoreApplication.translate
    if seconds < 90:
        return translate("Times", "{0} s").format(figures(f"{max(seconds, 1):.0f}"))
    if seconds < 5400:
        return translate("Times", "{0} min").format(figures(f"{seconds / 60:.0f}"))
    return translate("Times", "{0} h").format(figures(f"{seconds / 3600:.0f}"))
