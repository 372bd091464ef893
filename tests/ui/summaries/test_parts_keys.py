"""Every part of the page can be worked without a mouse: no key means two things, every control has a name, F1 tells them all."""

from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QListView, QPlainTextEdit, QWidget

from cmc_desk.ui.summaries.page_parts import APPROVAL, READING, READOUT, RECOMMENDATIONS
from tests.desk.readout_hands import KEY
from tests.ui.summaries.reader import Reader, recommend
from tests.ui.summaries.test_page import meets

PARTS = (READOUT, READING, RECOMMENDATIONS, APPROVAL)
CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QListView, QPlainTextEdit)


def opened(reader: Reader, part: str) -> QWidget:
    recommend(reader)
    reader.open(part, KEY if part in (READOUT, READING) else "")
    return reader.page.made[part]


def keys_twice(reader: Reader) -> dict[str, list[str]]:
    heard: dict[str, list[QShortcut]] = {}
    for shortcut in reader.window.findChildren(QShortcut):
        place = shortcut.parent()
        if isinstance(place, QWidget) and place.isVisible() and place.isEnabled() and shortcut.isEnabled():
            for key in [one.toString() for one in shortcut.keys()]:  # noqa: SIM118 - no dictionary
                heard.setdefault(key, []).append(shortcut)
    return {
        key: [type(one.parent()).__name__ for one in found]
        for key, found in heard.items()
        if key and any(meets(one, other) for one, other in combinations(found, 2))
    }


@pytest.mark.parametrize("part", PARTS)
def test_no_key_of_a_part_means_two_things(reader: Reader, part: str) -> None:
    opened(reader, part)
    assert keys_twice(reader) == {}


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_D])
def test_nor_while_a_decision_asks_for_something(reader: Reader, key: Qt.Key) -> None:
    opened(reader, APPROVAL)
    reader.press(key)
    assert keys_twice(reader) == {}


@pytest.mark.parametrize("part", PARTS)
def test_every_control_of_a_part_has_a_name(reader: Reader, part: str) -> None:
    shown = opened(reader, part)
    nameless = [
        control
        for kind in CONTROLS
        for control in shown.findChildren(kind)
        # The list that opens beneath a choice is part of it.
        if not control.accessibleName()
        and not isinstance(control.parentWidget(), QComboBox)
        and not (isinstance(control, QListView) and control.property("popup"))
    ]
    assert nameless == []


@pytest.mark.parametrize("part", PARTS)
def test_every_button_can_be_pressed_by_a_key_that_f1_tells(reader: Reader, part: str) -> None:
    shown = opened(reader, part)
    keyless = [
        button.accessibleName()
        for button in shown.findChildren(QAbstractButton)
        if button.isVisible() and button.focusPolicy() == Qt.FocusPolicy.NoFocus and not button.isCheckable()
    ]
    assert keyless == []
    assert len(reader.page.keys()) > 8


@pytest.mark.parametrize("part", PARTS)
def test_a_part_fits_into_the_smallest_window(reader: Reader, part: str) -> None:
    reader.window.resize(1366, 768)
    shown = opened(reader, part)
    assert shown.minimumSizeHint().width() <= 1278
    assert shown.minimumSizeHint().height() <= 676
    assert (reader.window.width(), reader.window.height()) == (1366, 768)
