"""A name typed as quickly as a scanner scans is typed all the same; whatever ends with Enter is no typing."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cmc_desk.rules.scans import ScanSettings
from cmc_desk.ui.scanner import Scanner
from tests.ui.scans.desk import Desk

QUICK_MS = 20


@pytest.fixture
def quick(desk: Desk, qapp: QApplication) -> Iterator[Desk]:
    """Return the desk with a scanner that knows one name."""
    desk.scanner.stop()
    scanner = Scanner(
        qapp, clock=lambda: desk.now[0], stamped=False, typed=lambda text: "keisha".startswith(text.lower()[:6])
    )
    scanner.scanned.connect(desk.scanned.append)
    desk.scanner = scanner
    yield desk
    scanner.stop()
    scanner.deleteLater()


def test_a_name_that_is_typed_as_quickly_as_a_scan_lands_in_the_field(quick: Desk) -> None:
    quick.type("keisha", gap_ms=QUICK_MS)
    quick.pause(ScanSettings().silence_ms)
    assert (quick.edit.text(), quick.scanned) == ("keisha", [])


def test_the_enter_that_follows_is_the_persons(quick: Desk) -> None:
    pressed: list[bool] = []
    quick.edit.returnPressed.connect(lambda: pressed.append(True))
    quick.type("keisha", gap_ms=QUICK_MS)
    quick.pause(ScanSettings().silence_ms)
    quick.key(Qt.Key.Key_Return, after_ms=5)
    assert pressed == [True]


def test_an_arrow_after_it_comes_after_it(quick: Desk) -> None:
    quick.type("keisha", gap_ms=QUICK_MS)
    quick.key(Qt.Key.Key_Left, after_ms=5)
    assert (quick.edit.text(), quick.edit.cursorPosition()) == ("keisha", 5)


def test_what_ends_with_enter_and_what_is_no_name_are_scans_as_before(quick: Desk) -> None:
    quick.scan("keisha")
    quick.pause(ScanSettings().silence_ms)
    quick.type("qwerty", gap_ms=QUICK_MS)
    quick.pause(ScanSettings().silence_ms)
    assert (quick.edit.text(), quick.scanned) == ("", ["keisha", "qwerty"])
