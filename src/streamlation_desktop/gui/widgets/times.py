"""Times and sizes as people read them, in the digits and order of their language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale


def clock(seconds: float) -> str:
    """``1:02:03`` or ``2:03``."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def day(seconds: float) -> str:
    """A date, from seconds since the epoch."""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat)


def size(count: int) -> str:
    """Bytes in units."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def duration(seconds: float) -> str:
    """``about 3 min``, for waiting."""
    translate = QCoreApplication.translate
    if seconds < 90:
        return translate("Times", "{0} s").format(max(round(seconds), 1))
    if seconds < 5400:
        return translate("Times", "{0} min").format(round(seconds / 60))
    return translate("Times", "{0} h").format(round(seconds / 3600))
