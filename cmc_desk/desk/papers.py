"""The attendance workbook as its page makes it: columns by their class, each sheet as CSV, the journal verified.

As one of the papers it is made by `making_papers.py`, as all others are.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from cmc_desk.db import files
from cmc_desk.desk.attendance_facts import AttendanceFacts, book_of, read_attendance
from cmc_desk.desk.attendance_paper import KEY, LIMIT, bare
from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.paper_content import digest_of, enter_paper, makings
from cmc_desk.desk.steps import Progress, Steps
from cmc_desk.desk.verifying import verifying_job
from cmc_desk.i18n import texts
from cmc_desk.rules.papers import Ask, Format, next_version
from cmc_desk.rules.people import Sensitivity

ATTENDANCE = "attendance workbook"
_STEPS = 5


@dataclass(frozen=True, slots=True)
class Written:
    """A paper that lies on the disk: where it went, what stands in it, and whether the journal behind it is whole.

    `asked` is the path that was asked for: where the first of `paths` differs, that file was open in another program. `source`
    is the digest of what it was made from, if it is the workbook that stands among the papers; `language` is its own.
    """

    asked: Path
    paths: tuple[Path, ...]
    fields: tuple[str, ...]
    digest: str
    rows: int
    broken_at: int | None
    source: str = ""
    language: str = "en"

    @property
    def beside(self) -> bool:
        """Whether the paper went beside the path that was asked for."""
        return self.paths[0] != self.asked


@command("papers.exported")
def record_export(
    tx: Tx,
    *,
    paper: str,
    fields: list[str],
    digest: str,
    rows: int,
    source: str = "",
    file: str = "",
    language: str = "",
) -> str:
    """Record that personal data left the meeting file: which paper, which fields of how many people, and its SHA-256.

    With a `source` it is the workbook that stands among the papers, and is entered there as well.
    """
    del paper, fields  # the journal keeps the arguments of every command
    tx.cannot_be_undone()
    if not source:
        return tx.new_id()
    ask, form = Ask(language=language), Format.XLSX
    version = next_version(makings(tx.session, KEY, ask), form, source)
    return enter_paper(
        tx,
        kind=KEY,
        ask=ask,
        form=form,
        version=version,
        file=file,
        digest=digest,
        source=source,
        people=rows,
    )


def make_attendance(
    desk: Desk, path: Path, *, limit: Sensitivity, csv: bool = False, progress: Progress | None = None
) -> Written:
    """Gather, render and write the attendance workbook, and each sheet as CSV beside it if `csv` is set; record nothing.

    It may run beside the window. Raises Unavailable if the folder cannot be written; then nothing was written.
    """
    from cmc_desk.reports.attendance import csv_files, render

    step = Steps(progress, _STEPS)
    verified = verifying_job(desk)(step.nothing_new)
    step()
    found = _read_beside(desk)
    step()
    author = desk.author
    book = book_of(
        found.facts,
        limit=limit,
        now=desk.clock.now(),
        made_by=author.signature,
        verified=verified,
    )
    words = texts(found.language)
    content = render(book, words)
    step()
    paths = [files.write_beside_if_open(path, content)]
    step()
    if csv:
        for name, part in csv_files(book, words).items():
            paths.append(files.write_beside_if_open(path.with_name(f"{path.stem}-{name}"), part))
    step()
    return Written(
        asked=path,
        paths=tuple(paths),
        fields=tuple(field.name for field in book.fields),
        digest=hashlib.sha256(content).hexdigest(),
        rows=len(book.people),
        broken_at=verified.broken_at,
        source=digest_of(bare(book)) if limit is LIMIT else "",
        language=found.language,
    )


def record_attendance(desk: Desk, written: Written) -> str:
    """Record that the attendance workbook was written."""
    return desk.do(
        record_export,
        paper=ATTENDANCE,
        fields=list(written.fields),
        digest=written.digest,
        rows=written.rows,
        source=written.source,
        file=written.paths[0].name,
        language=written.language,
    )


def write_attendance(desk: Desk, path: Path, *, limit: Sensitivity, csv: bool = False) -> list[Path]:
    """Write the attendance workbook and record it; return the files, which lie beside `path` if that was open elsewhere.

    Raises Unavailable if the folder cannot be written.
    """
    written = make_attendance(desk, path, limit=limit, csv=csv)
    record_attendance(desk, written)
    return list(written.paths)


@dataclass(frozen=True, slots=True)
class _Found:
    facts: AttendanceFacts
    language: str


def _read_beside(desk: Desk) -> _Found:
    with reading_beside(desk) as session:
        return _Found(read_attendance(session), meeting(session).language)
