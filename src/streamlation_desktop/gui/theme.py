"""Colours, spacing and type, light and dark; the only place that styles widgets."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from streamlation_desktop.settings.paths import resource

SPACE = 8
"""Pixels; every margin and gap is a multiple."""


@dataclass(frozen=True, slots=True)
class Colours:
    """One scheme."""

    window: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_soft: str
    good: str
    warn: str
    bad: str


LIGHT = Colours(
    window="#f4f5f8", surface="#ffffff", raised="#eceef3", border="#d9dde5", text="#1a1d24", muted="#596273",
    accent="#3a56d4", on_accent="#ffffff", accent_soft="#e3e8fc", good="#1e7b48", warn="#8a5a00", bad="#b3261e",
)  # fmt: skip
DARK = Colours(
    window="#14161b", surface="#1d2027", raised="#282c35", border="#373c48", text="#e9ebf0", muted="#a0a8b8",
    accent="#93a6ff", on_accent="#12162b", accent_soft="#2a3258", good="#71d49a", warn="#f0bf5a", bad="#ff8e85",
)  # fmt: skip
_WORN = "streamlationDark"
"""Property of the application: the scheme that is on."""
_on: list[Colours] = [LIGHT]
"""The last is the scheme that is on: asked for each cell that is painted, so Qt is not asked."""


def colours() -> Colours:
    """The scheme in use."""
    return _on[-1]


def apply_theme(app: QApplication, wanted: str = "auto") -> bool:
    """Put on ``"light"``, ``"dark"``, or what the system has; False when that is on already."""
    dark = wanted == "dark" or (wanted != "light" and app.styleHints().colorScheme() is Qt.ColorScheme.Dark)
    if app.property(_WORN) == dark:  # every widget is styled anew, which takes long
        return False
    app.setProperty(_WORN, dark)
    scheme = _on[-1] = DARK if dark else LIGHT
    app.setPalette(_palette(scheme))
    app.setStyleSheet(_style_sheet(scheme))
    return True


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: c.window, role.WindowText: c.text, role.Base: c.surface, role.AlternateBase: c.raised,
        role.Text: c.text, role.Button: c.raised, role.ButtonText: c.text, role.BrightText: c.bad,
        role.Highlight: c.accent, role.HighlightedText: c.on_accent, role.Link: c.accent, role.LinkVisited: c.accent,
        role.ToolTipBase: c.raised, role.ToolTipText: c.text, role.PlaceholderText: c.muted, role.Mid: c.border,
        role.Dark: c.border, role.Light: c.surface, role.Midlight: c.raised, role.Shadow: c.border,
        role.Accent: c.accent,
    }  # fmt: skip
    for name, value in pairs.items():
        palette.setColor(name, QColor(value))
    for name in (role.Text, role.WindowText, role.ButtonText):
        faded = QColor(c.muted)
        faded.setAlpha(140)
        palette.setColor(QPalette.ColorGroup.Disabled, name, faded)
    return palette


def leading_margins(gap: int = SPACE) -> tuple[int, int, int, int]:
    """A gap before the content, on the side where reading begins: margins are not mirrored by Qt."""
    mirrored = QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return (0, 0, gap, 0) if mirrored else (gap, 0, 0, 0)


def trailing_margins(gap: int = SPACE) -> tuple[int, int, int, int]:
    """A gap after the content, on the side where lines end."""
    left, top, right, bottom = leading_margins(gap)
    return right, top, left, bottom


def _icon(c: Colours, name: str) -> str:
    return resource(f"icons/{name}-{'dark' if c is DARK else 'light'}.svg").as_posix()


def _style_sheet(c: Colours) -> str:
    return f"""
    QWidget {{ font-size: 10pt; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.border}; padding: 4px; }}
    QLabel[role="title"] {{ font-size: 18pt; font-weight: 600; }}
    QLabel[role="heading"] {{ font-size: 11.5pt; font-weight: 600; }}
    QLabel[role="muted"] {{ color: {c.muted}; }}
    QLabel[role="good"] {{ color: {c.good}; font-weight: 600; }}
    QLabel[role="warn"] {{ color: {c.warn}; }}
    QLabel[role="bad"] {{ color: {c.bad}; font-weight: 600; }}
    QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: 10px; }}
    QFrame[role="drop"] {{ background: {c.surface}; border: 2px dashed {c.border}; border-radius: 14px; }}
    QFrame[role="drop"][hot="true"] {{ border-color: {c.accent}; background: {c.accent_soft}; }}
    QFrame[role="bar"] {{ background: {c.accent_soft}; border: 1px solid {c.accent}; border-radius: 8px; }}
    QScrollArea, QScrollArea > QWidget > QWidget[role="body"] {{ background: transparent; border: none; }}
    QListView#sidebar {{ background: {c.surface}; border: none; border-right: 1px solid {c.border}; padding: 8px;
        outline: none; }}
    QListView#sidebar::item {{ padding: 9px 10px; border-radius: 8px; color: {c.text}; margin-bottom: 2px; }}
    QListView#sidebar::item:hover {{ background: {c.raised}; }}
    QListView#sidebar::item:selected {{ background: {c.accent_soft}; color: {c.accent}; font-weight: 600; }}
    QListView#sidebar::item:focus {{ border: 2px solid {c.accent}; padding: 7px 8px; }}
    QPushButton {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: 7px; padding: 6px 14px; }}
    QPushButton:hover {{ background: {c.raised}; }}
    QPushButton:pressed {{ background: {c.border}; }}
    QPushButton:focus {{ border: 2px solid {c.accent}; padding: 5px 13px; }}
    QPushButton:disabled {{ color: {c.muted}; background: {c.window}; }}
    QPushButton[primary="true"] {{ background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
        font-weight: 600; }}
    QPushButton[primary="true"]:hover {{ border-color: {c.text}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {c.text}; }}
    QPushButton[primary="true"]:disabled {{ background: {c.raised}; color: {c.muted}; border-color: {c.border}; }}
    QPushButton::menu-indicator {{ image: url("{_icon(c, "chevron")}"); width: 9px; height: 9px;
        subcontrol-origin: padding; subcontrol-position: center right; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px; }}
    QToolButton:hover {{ background: {c.raised}; }}
    QToolButton:checked {{ background: {c.accent_soft}; border-color: {c.accent}; }}
    QToolButton:focus {{ border-color: {c.accent}; }}
    QToolButton::menu-button {{ border: none; width: 18px; }}
    QToolButton::menu-arrow, QToolButton::menu-indicator {{ image: url("{_icon(c, "chevron")}"); width: 9px;
        height: 9px; }}
    QSlider::groove:horizontal {{ background: {c.border}; height: 4px; border-radius: 2px; }}
    QSlider::sub-page:horizontal {{ background: {c.accent}; height: 4px; border-radius: 2px; }}
    QSlider::handle:horizontal {{ background: {c.accent}; border: 2px solid {c.surface}; width: 12px; height: 12px;
        margin: -6px 0; border-radius: 8px; }}
    QSlider::handle:horizontal:focus {{ border-color: {c.text}; }}
    QLineEdit, QPlainTextEdit, QComboBox {{ background: {c.surface};
        border: 1px solid {c.border}; border-radius: 7px; padding: 5px 8px; selection-background-color: {c.accent};
        selection-color: {c.on_accent}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border-color: {c.accent}; }}
    QAbstractSpinBox {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: 7px; padding: 5px 8px;
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QAbstractSpinBox:focus {{ border-color: {c.accent}; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 22px; }}
    QAbstractSpinBox::up-arrow {{ image: url("{_icon(c, "chevron-up")}"); width: 9px; height: 9px; }}
    QAbstractSpinBox::down-arrow {{ image: url("{_icon(c, "chevron")}"); width: 9px; height: 9px; }}
    QCheckBox::indicator, QListView::indicator {{ width: 13px; height: 13px; border-radius: 3px;
        border: 1px solid {c.muted}; background: {c.surface}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{ border-color: {c.accent}; background: {c.accent};
        image: url("{_icon(c, "tick")}"); }}
    QRadioButton::indicator {{ width: 14px; height: 14px; border-radius: 8px; border: 1px solid {c.muted};
        background: {c.surface}; }}
    QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {c.accent}; border-radius: 8px; }}
    QRadioButton::indicator:focus {{ border-color: {c.accent}; }}
    QCheckBox::indicator:focus {{ border: 2px solid {c.accent}; }}
    QTabWidget::pane {{ border: none; }}
    QTabBar::tab {{ background: transparent; color: {c.muted}; border: none; border-bottom: 2px solid transparent;
        padding: 7px 12px; }}
    QTabBar::tab:hover {{ color: {c.text}; }}
    QTabBar::tab:selected {{ color: {c.accent}; border-bottom-color: {c.accent}; font-weight: 600; }}
    QTabBar::tab:focus {{ background: {c.accent_soft}; }}
    QWidget[role="fault"] {{ border: 2px solid {c.bad}; }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox::down-arrow {{ image: url("{_icon(c, "chevron")}"); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {c.surface}; border: 1px solid {c.border}; outline: none;
        selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QTreeView, QTableView, QListView {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: 8px;
        outline: none; selection-background-color: {c.accent_soft}; selection-color: {c.text}; }}
    QTableView::item {{ padding: 2px 6px; border: none; }}
    QTableView::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
    QScrollBar {{ background: transparent; border: none; margin: 2px; }}
    QScrollBar:vertical {{ width: 12px; }}
    QScrollBar:horizontal {{ height: 12px; }}
    QScrollBar::handle {{ background: {c.border}; border-radius: 4px; min-height: 32px; min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QHeaderView {{ background: transparent; }}
    QHeaderView::section {{ background: transparent; color: {c.muted}; border: none;
        border-bottom: 1px solid {c.border}; padding: 6px 8px; font-weight: 600; }}
    QProgressBar {{ background: {c.raised}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 4px; }}
    QSplitter::handle {{ background: {c.border}; }}
    QMenu {{ background: {c.surface}; border: 1px solid {c.border}; padding: 4px; }}
    QMenu::item {{ padding: 6px 22px; border-radius: 5px; }}
    QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
    QMenuBar {{ background: {c.surface}; border-bottom: 1px solid {c.border}; }}
    QMenuBar::item {{ padding: 5px 10px; }}
    QMenuBar::item:selected {{ background: {c.accent_soft}; }}
    QStatusBar {{ color: {c.muted}; }}
    """
