"""In every language of the windows the page says its acts in full, each with its key."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cmc_desk.i18n import choose_language, chosen_language
from tests.ui.documents.stand import ALT, SECOND, Drafter, make_drafter


@pytest.fixture(params=["es", "fr", "nl"])
def abroad(qtbot: QtBot, drafted: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Drafter]:
    before = chosen_language()
    choose_language(request.param)
    drafter = make_drafter(qtbot, drafted, tmp_path)
    yield drafter
    drafter.close()
    choose_language(before)


def test_no_button_is_cut_and_nothing_is_wider_than_its_pane(abroad: Drafter) -> None:
    abroad.propose("2", SECOND.replace("year", "month"))
    abroad.propose("2", SECOND.replace("year", "week"), "HT")
    abroad.open("2")
    shown = abroad.page.side.list
    for button in shown.buttons():
        assert not button.isVisible() or button.width() >= button.sizeHint().width(), button.text()
        assert button.geometry().bottom() < shown.viewport().height()
    abroad.press(Qt.Key.Key_D, ALT)
    panel = abroad.page.acts.document.acts_panel
    assert panel.isVisible()
    assert panel._scroll.horizontalScrollBar().maximum() == 0
