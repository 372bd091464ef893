"""Every part in every kind beside one another, to compare weights, spacing and contrast."""

from collections.abc import Callable
from typing import get_args

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cmc_desk.rules.figures import Curve, Mark, Point
from cmc_desk.ui import icons
from cmc_desk.ui.parts.bars import Bar, BarPiece
from cmc_desk.ui.parts.button import ButtonKind, ButtonSize, DeskButton
from cmc_desk.ui.parts.chip import Chip, ChipKind
from cmc_desk.ui.parts.counter import Counter
from cmc_desk.ui.parts.empty_state import EmptyState
from cmc_desk.ui.parts.flag import WIDTHS, FlagSwatch
from cmc_desk.ui.parts.keys_overlay import KeysOverlay
from cmc_desk.ui.parts.message_strip import Hint, MessageKind, MessageStrip
from cmc_desk.ui.parts.palette_box import PaletteBox
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.runs import Run, RunLine
from cmc_desk.ui.parts.safety_light import SafetyLevel, SafetyLight
from cmc_desk.ui.parts.step_chart import StepChart
from cmc_desk.ui.parts.tick import Tick
from cmc_desk.ui.shapes import SHAPES
from tests.ui.scenes.desk import HITS, registration
from tests.ui.scenes.frame import line


def buttons() -> QWidget:
    """All kinds in all sizes, plain, switched off, and with the keyboard."""
    sheet = Pane("panel")
    grid = QGridLayout(sheet)
    grid.setContentsMargins(24, 24, 24, 24)
    grid.setSpacing(16)
    for column, size in enumerate(get_args(ButtonSize)):
        for row, kind in enumerate(get_args(ButtonKind)):
            grid.addWidget(DeskButton(kind, key="Ctrl+B", icon="check", kind=kind, size=size), row, column)
    off = DeskButton("switched off", key="Ctrl+K", icon="lock")
    off.allow(why_not="Final needs the Day 1 summary approved.")
    off_primary = DeskButton("primary off", key="Ctrl+J", kind="primary")
    off_primary.setEnabled(False)
    focused = DeskButton("has the keyboard", key="Ctrl+U")
    grid.addWidget(off, 7, 0)
    grid.addWidget(off_primary, 7, 1)
    grid.addWidget(focused, 7, 2)
    tick = Tick("Shown in the list")
    tick.setChecked(True)
    grid.addWidget(tick, 7, 3)
    grid.addWidget(Tick("Not ticked"), 7, 4)
    focused.setFocus()
    return sheet


def chips() -> QWidget:
    """All chips, shapes, flags, lights and lines of runs."""
    sheet = Pane("panel")
    sheet.resize(900, 520)
    whole = QVBoxLayout(sheet)
    whole.setSpacing(14)
    whole.setContentsMargins(24, 24, 24, 24)
    kinds: tuple[ChipKind, ...] = get_args(ChipKind)
    whole.addLayout(line(*(Chip(kind.title(), kind) for kind in kinds[:6]), 1))
    whole.addLayout(line(*(Chip(kind.title(), kind) for kind in kinds[6:]), 1))
    for width in WIDTHS:
        codes = ("TT", "JM", "HT", "CU", "KN", "VG", "US", "NL", "IOM", "UNHCR", "CARICOM", "")
        whole.addLayout(line(*(FlagSwatch(code, width=width) for code in codes), 1))
    levels: tuple[SafetyLevel, ...] = get_args(SafetyLevel)
    lights = [SafetyLight() for _level in levels]
    for light, level in zip(lights, levels, strict=True):
        light.set_state("NOT SAVED" if level == "coral" else "Saved 08:52:14", "Copy 12 s ago", level)
    whole.addLayout(line(*lights, 1, spacing=24))
    whole.addWidget(
        RunLine(
            (
                Run("Technical Officer", mark="removed"),
                Run("  "),
                Run("Technical Officer, International Relations", mark="added"),
            )
        )
    )
    bar = Bar(name="Clauses", height=12)
    bar.set_pieces((BarPiece(7, "leaf"), BarPiece(6, "amber", "hatched"), BarPiece(3, "edge", "outlined")), 16)
    whole.addWidget(bar)
    counter = Counter("delegations", size="middle")
    counter.set_count(26, 27)
    alone = Counter("expected Fri 6 Dec", size="middle")
    alone.set_count(81, None, tone="slate")
    whole.addLayout(line(counter, alone, 1, spacing=32))
    whole.addStretch()
    return sheet


def strips() -> QWidget:
    """All kinds of message."""
    sheet = Pane("sand")
    sheet.resize(1278, 220)
    whole = QVBoxLayout(sheet)
    kinds: tuple[MessageKind, ...] = get_args(MessageKind)
    for kind in kinds:
        strip = MessageStrip()
        strip.set_message(
            kind, "Checked in: ", "Andre Sample-Cox", ", Antigua and Barbuda · Desk B", undo=kind == "notice"
        )
        strip.set_hints((Hint("Scanner ready", icon="scan"), Hint("Keys", key="F1")))
        whole.addWidget(strip)
    return sheet


def charts() -> QWidget:
    """The curve of arrivals, and a place where nothing is."""
    sheet = Pane("panel")
    sheet.resize(980, 300)
    chart = StepChart(name="Arrivals")
    totals = (2, 5, 9, 13, 18, 23, 30, 38, 47, 54, 60, 64, 68, 71, 72, 74, 75, 76, 77, 79)
    minutes = (10, 20, 30, 35, 40, 45, 50, 55, 60, 65, 70, 80, 95, 110, 130, 150, 175, 200, 230, 277)
    chart.set_curve(
        Curve(
            0,
            300,
            tuple(Point(x, total) for x, total in zip(minutes, totals, strict=True)),
            84,
            "84 expected",
            tuple(Mark(60.0 * hour, f"{8 + hour:02}:00") for hour in range(6)),
            Mark(66, "Opened 09:06"),
        )
    )
    empty = EmptyState(
        icon="registration",
        title="Nobody is registered yet",
        sentence="Bring in the lists of the delegations, or register the first person by hand.",
        button=DeskButton("Import people", key="Ctrl+I", icon="sheet"),
    )
    sheet.setLayout(line(chart, empty))
    return sheet


def keys() -> QWidget:
    """F1."""
    window = registration()
    overlay = KeysOverlay(window)
    overlay.set_keys(
        "Registration",
        (
            ("F2", "Search"),
            ("Enter", "Check in the chosen person"),
            ("Ctrl+N", "Register a walk-in"),
            ("Ctrl+P", "Print the badge"),
            ("Ctrl+E", "Add a note"),
            ("Ctrl+Shift+Z", "Undo this check-in"),
            ("Ctrl+Z", "Undo the last thing"),
            ("Esc", "Clear, next person"),
        ),
    )
    window.show()
    overlay.open()
    return window


def palette() -> QWidget:
    """Ctrl+K."""
    window = registration()
    box = PaletteBox(lambda _text: HITS[:4], window)
    window.show()
    box.open()
    return window


def signs() -> QWidget:
    """All shapes, small and large."""
    sheet = Pane("panel")
    grid = QGridLayout(sheet)
    grid.setSpacing(12)
    tones = {"disc-check": "leaf", "triangle": "amber", "octagon": "coral", "square-plus": "indigo", "half-disc": "sea"}
    for column, name in enumerate(SHAPES):
        for row, size in enumerate((12, 14, 16, 18, 30)):
            grid.addWidget(_sign(name, size, tones.get(name, "slate")), row, column)
    return sheet


def _sign(name: str, size: int, tone: str) -> QWidget:
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    label.setPixmap(icons.pixmap(name, size, tone))
    return label


SHEETS: dict[str, Callable[[], QWidget]] = {
    "buttons": buttons,
    "chips": chips,
    "strips": strips,
    "charts": charts,
    "keys": keys,
    "palette": palette,
    "signs": signs,
}
