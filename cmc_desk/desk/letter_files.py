"""The files of letters of nomination: kept in the meeting file alone, and saved beside it for whoever wants to read one."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import files, schema
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal

PAPER = "nomination letter"


@dataclass(frozen=True, slots=True)
class LetterFile:
    """The file of a letter as it was kept, with the SHA-256 of then; `whole` says that it is the same still. `people` are named in it."""

    name: str
    content: bytes
    digest: str
    whole: bool
    people: int


@dataclass(frozen=True, slots=True)
class SavedLetter:
    """Where the file of a letter was saved, and whether it is what was kept."""

    path: Path
    whole: bool


def letter_file(session: Session, *, letter: str) -> LetterFile:
    """Return the file of a letter; raises Refusal if there is none."""
    table, named = schema.NominationLetter, schema.LetterNames
    row = session.execute(select(table.file_name, table.file, table.digest).where(table.id == letter)).one_or_none()
    if row is None or row.file is None:
        raise Refusal(_("No file was kept with this letter."), field="letter")
    people = session.scalar(select(func.count()).select_from(named).where(named.letter == letter)) or 0
    whole = hashlib.sha256(row.file).hexdigest() == row.digest
    return LetterFile(row.file_name, row.file, row.digest, whole, people)


def save_letter_file(desk: Desk, letter: str, path: Path) -> SavedLetter:
    """Write the file of a letter to `path`, or beside it if that is open elsewhere, and record that it left the meeting file.

    Raises Refusal if none was kept, Unavailable if the folder cannot be written.
    """
    from cmc_desk.desk.papers import record_export

    found = desk.read(letter_file, letter=letter)
    written = files.write_beside_if_open(path, found.content)
    digest = hashlib.sha256(found.content).hexdigest()
    desk.do(record_export, paper=PAPER, fields=["file"], digest=digest, rows=found.people, file=written.name)
    return SavedLetter(written, found.whole)


def changed_words() -> str:
    """Return what is said of a file that is not the one that was kept."""
    return _("This is not the file that was kept with the letter: the meeting file was changed from outside.")
