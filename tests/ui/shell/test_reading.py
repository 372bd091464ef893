"""The main window: a meeting file that cannot be read for a while."""

from collections.abc import Callable, Iterator

import pytest

from cmc_desk.desk.desk import Desk
from cmc_desk.rules.refusal import Unavailable
from tests.meetings import DESK_B, KEISHA, enter, reopened
from tests.ui.shell.stand import Stand


@pytest.fixture
def other(stand: Callable[..., Stand]) -> Iterator[tuple[Stand, Desk]]:
    """A window, and the same meeting open in another."""
    one = stand()
    second = reopened(one.desk, author=DESK_B)
    yield one, second
    second.close()


def lock_away(one: Stand, patch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise Unavailable("Another window is writing to m.cmc: try again.")

    patch.setattr(one.desk.store, "data_version", refuse)


def test_a_look_that_failed_is_said_once_truthfully_and_tried_again(
    other: tuple[Stand, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, second = other
    said: list[object] = []
    one.window._poller.start()
    one.window.context.said.connect(said.append)
    with monkeypatch.context() as patch:
        lock_away(one, patch)
        one.window.poll()
        one.window.poll()
    assert len(said) == 1
    assert one.said().startswith("The meeting file could not be read. Another window is writing")
    assert "NOT SAVED" not in one.said() + one.light()[1]
    assert one.window._poller.isActive()
    one.window._poller.stop()
    read = len(one.page.read)
    enter(second, KEISHA)
    one.window.poll()
    assert one.said() == "The meeting file is read again."
    assert one.page.read[read:] == [{"*"}]
    one.window.poll()
    assert len(said) == 2


def test_a_page_that_could_not_read_what_is_new_is_told_again(
    other: tuple[Stand, Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    one, second = other
    enter(second, KEISHA)
    with monkeypatch.context() as patch:
        patch.setattr(one.page, "reload", lambda _tables: _refuse())
        one.window.poll()
    assert one.said().startswith("The meeting file could not be read.")
    read = len(one.page.read)
    one.window.poll()
    assert one.page.read[read:] == [{"*"}]


def _refuse() -> None:
    raise Unavailable("The disk with m.cmc does not answer.")
