"""A draft is read once for what is done with it, who is here only when that may have changed; a file that is held keeps what was typed."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from sqlcipher3 import dbapi2

from cmc_desk.desk import document_view as viewed
from cmc_desk.desk.attendance import check_in
from tests.meetings import ANDRE, enter
from tests.ui.documents.stand import AGREED, CTRL, Drafter


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is read from now on: a draft, or who is here."""
    found: list[str] = []

    def told(name: str, query: Callable[..., Any]) -> Callable[..., Any]:
        def asked(*args: Any, **kwargs: Any) -> Any:
            found.append(name)
            return query(*args, **kwargs)

        return asked

    # Not in the place of our code: beside it.
    for name in ("render_draft", "deciding_delegations"):
        monkeypatch.setattr(viewed, name, told(name, getattr(viewed, name)))
    return found


def test_what_is_done_by_a_form_has_the_draft_read_once_and_nobody_counted(drafter: Drafter, read: list[str]) -> None:
    drafter.propose("2", "States shall exchange information every month.")
    drafter.open("2")
    for ask in (drafter.page.acts.document.circulate, drafter.page.acts.document.next_version):
        ask()
        read.clear()
        drafter.press(Qt.Key.Key_S, CTRL)
        assert read == ["render_draft"], drafter.last()


def test_who_is_here_is_read_anew_when_somebody_comes(drafter: Drafter, read: list[str]) -> None:
    before = drafter.page.shown.present
    drafter.propose("2", "States shall exchange information every month.")
    assert read == ["render_draft"]
    assert drafter.page.shown.present == before
    drafter.desk.do(check_in, participant=enter(drafter.desk, ANDRE).id)
    drafter.page.acts.set_status(AGREED)
    assert drafter.page.shown.present == before, "Jamaica was here already"


def test_a_file_that_another_program_holds_is_said_at_once_and_what_was_typed_stays(drafter: Drafter) -> None:
    drafter.propose("2", "States shall exchange information every month.")
    drafter.open("2")
    drafter.desk.store.hasten(0.01)
    drafter.page.acts.respond()
    form = drafter.form
    form.fill({**form.values(), "text": "We agree with it."})
    holder = dbapi2.connect(str(drafter.desk.store.path), isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    drafter.press(Qt.Key.Key_S, CTRL)
    assert "NOT SAVED" in drafter.last()
    assert drafter.page.side.form is form
    assert form.values()["text"] == "We agree with it."
    holder.execute("ROLLBACK")
    holder.close()
    drafter.press(Qt.Key.Key_S, CTRL)
    assert "NOT SAVED" not in drafter.last()
    assert drafter.page.side.form is None
