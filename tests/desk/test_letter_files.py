"""The file of a letter of nomination is read again by whoever wants to, and the journal says that it left the meeting file."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from cmc_desk.db import schema
from cmc_desk.desk.letter_files import save_letter_file
from cmc_desk.rules.refusal import Refusal
from tests.desk.seated import Seated

PDF = b"%PDF-1.4 a note verbale"


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Seated]:
    seated = Seated(tmp_path)
    yield seated
    seated.desk.close()


def test_the_file_is_saved_as_it_was_kept_and_that_is_on_record(at: Seated, tmp_path: Path) -> None:
    letter = at.letter("anais", "jose", file_name="nv.pdf", file=PDF)
    saved = save_letter_file(at.desk, letter, tmp_path / "nv.pdf")
    assert (saved.path.read_bytes(), saved.whole) == (PDF, True)
    with at.desk.store.read() as session:
        row = schema.JournalRow
        args = json.loads(session.scalars(select(row.args).where(row.kind == "papers.exported")).one() or "")
    assert (args["paper"], args["rows"], args["file"]) == ("nomination letter", 2, "nv.pdf")
    assert args["digest"] == hashlib.sha256(PDF).hexdigest()


def test_a_file_that_was_changed_from_outside_is_told_to_be_another(at: Seated, tmp_path: Path) -> None:
    letter = at.letter("anais", file_name="nv.pdf", file=PDF)
    with at.desk.store.write() as session:
        session.execute(update(schema.NominationLetter).values(file=b"another"))
    saved = save_letter_file(at.desk, letter, tmp_path / "nv.pdf")
    assert (saved.path.read_bytes(), saved.whole) == (b"another", False)


def test_where_no_file_was_kept_nothing_is_written(at: Seated, tmp_path: Path) -> None:
    for letter in (at.letter("anais"), "nowhere"):
        with pytest.raises(Refusal, match="No file was kept"):
            save_letter_file(at.desk, letter, tmp_path / "nv.pdf")
    assert not (tmp_path / "nv.pdf").exists()
