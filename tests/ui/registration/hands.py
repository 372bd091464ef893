"""The hour and the keys that the tests of these pages share."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt

# 08:41 in Kingston: the registration of the first day runs.
MORNING = datetime(2019, 12, 5, 13, 41, tzinfo=UTC)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
