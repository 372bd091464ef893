"""A form in the place of something else: begun, done, refused beside its field or above all of them, in trouble, left."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.setup.stand_in_form import Said, StandInForm
from tests.meetings import open_desk


class Renaming(StandInForm):
    """Gives something another name."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "Rename", does="Rename")
        self.name = QLineEdit()
        self.add(("name", Field("Name", self.name)))
        self.words = "The hall"
        self.raises: Exception | None = None
        self.told: list[object] = []

    def intro_words(self) -> str:
        return self.words

    def first_values(self) -> dict[str, Any]:
        return {"name": "Hall"}

    def store(self, values: dict[str, Any]) -> Said | None:
        if self.raises is not None:
            raise self.raises
        return Said("Renamed: ", values["name"]) if values["name"] != "Hall" else None

    def tell(self, said: Said) -> None:
        self.told.append(said)

    def leave(self) -> None:
        self.told.append("left")


@pytest.fixture
def form(qtbot: QtBot, tmp_path: Path) -> Iterator[Renaming]:
    desk = open_desk(tmp_path)
    made = Renaming(Context(desk))
    qtbot.addWidget(made)
    made.show()
    made.begin()
    made.focus_first()
    yield made
    desk.close()


def test_it_begins_with_what_stands_there(form: Renaming) -> None:
    assert (form.name.text(), form.intro.text(), form.intro.isVisible()) == ("Hall", "The hall", True)
    assert form.focusWidget() is form.name
    form.words = ""
    form.begin()
    assert not form.intro.isVisible()


def test_what_is_done_is_told_and_nothing_keeps_it_open(form: Renaming) -> None:
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert form.told == []
    form.name.setText("Great hall")
    form.save_button.click()
    assert form.told == [Said("Renamed: ", "Great hall")]


def test_what_is_refused_stands_beside_its_field_or_above_all_of_them(form: Renaming) -> None:
    form.raises = Refusal("There is such a hall.", field="name")
    form.save()
    assert not form.trouble.isVisible()
    assert form.field("name").problem() == "There is such a hall."
    form.raises = Refusal("Nobody may rename it.")
    form.save()
    assert (form.trouble.text(), form.trouble.isVisible()) == ("Nobody may rename it.", True)
    assert form.field("name").problem() == ""
    form.begin()
    assert not form.trouble.isVisible()


def test_a_disk_in_trouble_is_told_to_the_window(form: Renaming) -> None:
    heard: list[object] = []
    form.context.troubled.connect(heard.append)
    form.raises = Unavailable("The disk is full.")
    form.save()
    assert heard == [form.raises]
    assert form.told == []


def test_escape_and_back_leave_it(form: Renaming) -> None:
    QTest.keyClick(form.name, Qt.Key.Key_Escape)
    form.back_button.click()
    assert form.told == ["left", "left"]


def test_without_a_field_the_keyboard_goes_to_the_act(form: Renaming) -> None:
    form.name.setEnabled(False)
    form.focus_first()
    assert form.focusWidget() is form.save_button
