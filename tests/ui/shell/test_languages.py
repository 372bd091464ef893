"""The main window fits a screen of 1366 × 768 in every language of the windows, whichever page is shown and whatever it has to say."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmc_desk.i18n import LANGUAGES, choose_language
from cmc_desk.ui.page_kinds import PAGES
from cmc_desk.ui.parts import draw
from cmc_desk.ui.theme import font
from tests.ui.documents.stand import Drafter, drafted_file, make_drafter

WIDTH, HEIGHT = 1278, 676


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a meeting with people and a draft, which is made once."""
    return drafted_file(tmp_path_factory.mktemp("drafted"))


@pytest.fixture(params=LANGUAGES)
def drafter(request: pytest.FixtureRequest, qtbot: QtBot, drafted: Path, tmp_path: Path) -> Iterator[Drafter]:
    choose_language(request.param)
    made = make_drafter(qtbot, drafted, tmp_path)
    yield made
    made.close()
    choose_language("en")


def test_every_page_leaves_the_window_on_the_screen(drafter: Drafter) -> None:
    for delegation in ("JM", "HT"):
        drafter.propose("1", f"These principles bind {delegation}.", delegation)
    drafter.open("1")
    agree = drafter.page.text.agree
    too_large = {}
    for kind in PAGES:
        drafter.window.go(kind.key)
        QApplication.processEvents()
        least = drafter.window.page(kind.key).minimumSizeHint()
        if least.width() > WIDTH or least.height() > HEIGHT:
            too_large[kind.key] = least.toTuple()
    assert too_large == {}
    least = drafter.window.minimumSizeHint()
    assert (least.width() <= 1366, least.height() <= 768) == (True, True)
    assert (drafter.window.width(), drafter.window.height()) == (1366, 768)
    # The one button that says what follows from it has let go of its icon and its key, and of no word.
    assert "[1]" in agree.text()
    assert draw.text_width(agree.text(), font(14, bold=True)) <= agree.width() - 24
