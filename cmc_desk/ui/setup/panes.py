"""How the sections stack their widgets."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


def column_of(
    *widgets: QWidget, stretch: int = -1, spacing: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)
) -> QVBoxLayout:
    """Stack widgets without gaps; the one at `stretch` grows."""
    layout = QVBoxLayout()
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for place, widget in enumerate(widgets):
        layout.addWidget(widget, 1 if place == stretch else 0)
    return layout
