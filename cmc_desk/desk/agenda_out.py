"""The agenda written for others: a calendar, the workbook and the project of Ontime, a text table, the agenda as PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations
from pathlib import Path

from cmc_desk.db.files import write_beside_if_open
from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.making_papers import MadePaper, make_paper, record_paper
from cmc_desk.desk.paper_kinds import paper_kinds
from cmc_desk.desk.published import published_agenda
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import texts
from cmc_desk.rules.papers import Ask, Format
from cmc_desk.rules.published_agenda import PublishedAgenda
from cmc_desk.rules.refusal import Refusal

TABLE, RECORD = "agenda-table", "planned-actual"
# The endings of the files, in the order in which they are offered.
ENDINGS = (".ics", ".xlsx", ".json", ".csv", ".pdf")


@dataclass(frozen=True, slots=True)
class WrittenAgenda:
    """An agenda that lies on the disk: where it was asked for, where it went, and how many items stand in it."""

    asked: Path
    path: Path
    items: int

    @property
    def beside(self) -> bool:
        """Whether it went beside the path that was asked for, because that file was open in another program."""
        return self.path != self.asked


@dataclass(frozen=True, slots=True)
class MadeAgenda:
    """A file of the agenda, and the paper that is still to be put on record, if it is one."""

    written: WrittenAgenda
    paper: MadePaper | None = None


def write_agenda(desk: Desk, path: Path, *, day: str = "", language: str = "") -> WrittenAgenda:
    """Write the agenda to `path`, whose ending says as what; of one `day` (ISO) or of all, in the language of the meeting.

    Raises Refusal if the ending is none of `ENDINGS` or that is no day of the meeting, Unavailable if the folder cannot be written.
    """
    made = make_agenda(desk, path, day=day, language=language)
    record_agenda(desk, made)
    return made.written


def write_record(desk: Desk, path: Path, *, day: str = "", language: str = "") -> Path:
    """Write the record of planned and actual times to `path`, as PDF or workbook by its ending, and return where it went.

    Raises Refusal if it is neither, Unavailable if the folder cannot be written.
    """
    made = make_record(desk, path, day=day, language=language)
    record_agenda(desk, made)
    return made.written.path


def record_agenda(desk: Desk, made: MadeAgenda) -> None:
    """Put on record that a paper of the agenda was made; files for calendars and other programs are no papers."""
    if made.paper is not None:
        record_paper(desk, made.paper)


def make_agenda(desk: Desk, path: Path, *, day: str = "", language: str = "") -> MadeAgenda:
    """Write the agenda as `write_agenda` does and record nothing: it may run beside the window."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise Refusal(
            _("The agenda is not written as “{ending}”: end the name in {endings}.").format(
                ending=ending or path.name, endings=", ".join(ENDINGS)
            ),
            field="out",
        )
    with reading_beside(desk) as session:
        agenda = published_agenda(session, day=day)
    if ending == ".pdf":
        return _made(_paper(desk, TABLE, path, day=day, language=language), len(agenda.items))
    words = texts(language or agenda.language)
    content = _written(ending)(agenda, words, desk.clock.now())
    # What stands in an agenda is handed out: nobody who takes part is in it but those who are named in it.
    return MadeAgenda(WrittenAgenda(path, write_beside_if_open(path, content, private=False), len(agenda.items)))


def make_record(desk: Desk, path: Path, *, day: str = "", language: str = "") -> MadeAgenda:
    """Write the record of planned and actual times as `write_record` does and record nothing: it may run beside the window."""
    return _made(_paper(desk, RECORD, path, day=day, language=language), 0)


def _made(paper: MadePaper, items: int) -> MadeAgenda:
    return MadeAgenda(WrittenAgenda(paper.asked, paper.path, items), paper)


def _paper(desk: Desk, key: str, path: Path, *, day: str, language: str) -> MadePaper:
    kind = next(one for one in paper_kinds() if one.key == key)
    form = next((one for one in Format if path.suffix.lower() == f".{one.value}"), None)
    if form is None:
        raise Refusal(
            _("“{file}” has none of the endings of this paper: {forms}.").format(
                file=path.name, forms=", ".join(f".{one.value}" for one in kind.formats)
            ),
            field="out",
        )
    if not language:
        with reading_beside(desk) as session:
            language = published_agenda(session).language
    return make_paper(desk, kind, Ask(language=language, day=day), form, path)


def _written(ending: str) -> Callable[[PublishedAgenda, NullTranslations, datetime], bytes]:
    """Return what makes the content of a file; what it needs takes a moment to load."""
    from cmc_desk.exchange.agenda_csv import agenda_csv
    from cmc_desk.exchange.icalendar_file import calendar_file
    from cmc_desk.exchange.ontime_book import ontime_book
    from cmc_desk.exchange.ontime_project import ontime_project

    return {
        ".ics": lambda agenda, words, now: calendar_file(agenda, words, made_at=now),
        ".xlsx": lambda agenda, _words, now: ontime_book(agenda, made_at=now),
        ".json": lambda agenda, _words, _now: ontime_project(agenda),
        ".csv": lambda agenda, _words, _now: agenda_csv(agenda),
    }[ending]
