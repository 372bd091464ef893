"""Rail, top bar and strip around a workspace, and the two ways to set widgets beside one another."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.message_strip import Hint, MessageStrip
from cmc_desk.ui.parts.rail import Rail, RailEntry
from cmc_desk.ui.parts.top_bar import TopBar

PAGES = (
    RailEntry("overview", 1, "overview", "Overview"),
    RailEntry("registration", 2, "registration", "Registration"),
    RailEntry("agenda", 3, "agenda", "Agenda"),
    RailEntry("summaries", 4, "summaries", "Summaries"),
    RailEntry("documents", 5, "documents", "Documents"),
    RailEntry("travel", 6, "travel", "Travel"),
    RailEntry("papers", 7, "papers", "Papers"),
    RailEntry("setup", 8, "setup", "Setup"),
)
HINTS = (Hint("Scanner ready", icon="scan"), Hint("Badge printer ready", icon="print"), Hint("Keys", key="F1"))


def frame(work: QWidget, *, page: str = "registration", strip: MessageStrip | None = None) -> QWidget:
    """Put a workspace between rail, top bar and strip, 1366 × 768."""
    window = QWidget()
    window.resize(1366, 768)
    rail = Rail(PAGES, parent=window)
    rail.choose(page)
    bar = TopBar(parent=window)
    bar.set_meeting("CMC Preparatory Meeting", "Day 1 of 2 · Thu 5 Dec 2019")
    bar.set_item(
        "Arrival and registration of participants",
        chip=ChipLook("On time", "good"),
        next_text="Opening remarks in 8 min",
    )
    bar.safety.set_state("Saved 08:52:14", "Copy 12 s ago", "leaf")
    bar.clock.set_time("08:52", "19", "Kingston time")
    bar.set_operator("T. Sample-Reid", "Desk B")
    if strip is None:
        strip = MessageStrip(parent=window)
        strip.set_message("notice", "Checked in: ", "Andre Sample-Cox", ", Antigua and Barbuda · Desk B", undo=True)
    strip.set_hints(HINTS)
    window.setFocusProxy(work)
    right = column(bar, work, strip, stretch=1)
    row = QHBoxLayout(window)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(rail)
    row.addLayout(right)
    return window


def column(
    *widgets: QWidget, stretch: int = -1, spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Stack widgets; the one at `stretch` grows."""
    layout = QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for place, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if place == stretch else 0)
    return layout


def line(*widgets: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Set widgets side by side; a number is a stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        if isinstance(widget, int):
            layout.addStretch(widget)
        else:
            layout.addWidget(widget)
    return layout
