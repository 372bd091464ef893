"""The file that was kept with a letter is saved from where the letter is chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from sqlalchemy import update

from cmc_desk.db import schema
from cmc_desk.ui.travel.letter_form import LetterForm
from tests.ui.travel.stand import CTRL, SHIFT, Officer


def test_the_file_of_a_known_letter_is_saved_by_the_key_that_takes_one(
    officer: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = officer.meeting.letter("anais", file_name="nv.pdf", file=b"%PDF")
    bare = officer.meeting.letter("jose", reference="NV 13/2019")
    offered: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(name).name)
        return str(tmp_path / "letter.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    officer.page.seats.choose("HT-1")
    officer.page.side.act("letter")
    form = officer.form
    assert isinstance(form, LetterForm)
    assert form.file_button.text() == "File…"
    officer.pick("letter", bare)
    assert not form.file_button.isVisible()
    officer.pick("letter", kept)
    assert (form.file_button.text(), form.file_name.text()) == ("Save as…", "nv.pdf")
    officer.press(Qt.Key.Key_F, CTRL | SHIFT)
    assert offered == ["nv.pdf"]
    assert (tmp_path / "letter.pdf").read_bytes() == b"%PDF"
    assert officer.last()[1].startswith("Saved: letter.pdf")
    with officer.desk.store.write() as session:
        letter = schema.NominationLetter
        session.execute(update(letter).where(letter.id == kept).values(file=b"another"))
    form.file_button.click()
    assert "This is not the file that was kept with the letter" in officer.last()[1]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    form.file_button.click()
    officer.pick("letter", "")
    assert (form.file_button.text(), form.file_name.text()) == ("File…", "No file")
