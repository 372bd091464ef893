"""F1 on the Papers page: every line is read whole, in every language."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from cmc_desk import i18n
from cmc_desk.ui.parts.keys_overlay import KeysOverlay
from tests.ui.papers.office import Office


@pytest.fixture(params=i18n.LANGUAGES)
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.choose_language(request.param)
    yield request.param
    i18n.choose_language("en")


def test_no_key_of_the_page_is_cut_at_the_smallest_size_of_the_window(
    language: str, qtbot: QtBot, office: Office
) -> None:
    del language
    overlay = KeysOverlay(office.page)
    overlay.set_keys("Keys", office.page.keys())
    overlay.open()
    overlay.body.activate()
    assert overlay.panel.width() < office.page.width() == 1278
    assert [line.accessibleName() for line in overlay._lines if line.width() < line.sizeHint().width()] == []
    assert overlay.panel.height() < office.page.height() == 676
    overlay.close_again()
