"""Every paper with what was made of it: when, by whom, which version, and whether it still says what is true now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.beside import reading_beside
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.paper_content import ask_of, digest_of, gather_content
from cmc_desk.desk.paper_kinds import PaperKind, paper_kinds
from cmc_desk.desk.steps import Progress
from cmc_desk.rules.papers import Ask, Format, PaperState, heeded, paper_state
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A form that a version was made in, the name of its file, and the SHA-256 of that."""

    form: Format
    name: str
    digest: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper as it was asked for, and the last that was made of it, if any.

    `made_at`, `operator`, `station` and `people` are those of the last making, `files` the forms that its version was made in,
    the last one last; `version` is 0 if nothing was made. `problem` is a sentence: why it cannot be made again. `source` is the
    digest of what it was made from.
    """

    kind: str
    ask: Ask
    state: PaperState = PaperState.NOT_MADE
    version: int = 0
    files: tuple[PaperFile, ...] = ()
    made_at: datetime | None = None
    operator: str = ""
    station: str = ""
    people: int = 0
    problem: str = ""
    source: str = ""

    @property
    def forms(self) -> tuple[Format, ...]:
        """The forms that the last version was made in."""
        return tuple(one.form for one in self.files)

    def file_as(self, form: Format) -> PaperFile | None:
        """Return the file of the last version in a form, if it was made in it."""
        return next((one for one in self.files if one.form is form), None)


def paper_states(session: Session, *, now: datetime, kinds: Sequence[PaperKind] | None = None) -> tuple[Paper, ...]:
    """Return every kind of paper in the order of the list, once for everything that was asked of it, or once not made."""
    known = paper_kinds() if kinds is None else kinds
    by_key = {kind.key: kind for kind in known}
    return tuple(judged(session, by_key[paper.kind], paper, now=now) for paper in listed(session, known))


def states_job(desk: Desk, kinds: Sequence[PaperKind] | None = None) -> Callable[[Progress], tuple[Paper, ...]]:
    """Return the work of `paper_states`, to be done in any thread: one short read a paper, so that nobody's commit waits long."""
    now = desk.clock.now()

    def work(progress: Progress) -> tuple[Paper, ...]:
        known = paper_kinds() if kinds is None else kinds
        by_key = {kind.key: kind for kind in known}
        with reading_beside(desk) as session:
            found = listed(session, known)
        made: list[Paper] = []
        for paper in found:
            progress(len(made), len(found))
            with reading_beside(desk) as session:
                made.append(judged(session, by_key[paper.kind], paper, now=now))
        return tuple(made)

    return work


def listed(session: Session, kinds: Sequence[PaperKind]) -> tuple[Paper, ...]:
    """Return the papers as `paper_states` does, at once: whether those that were made still say what is true is not judged."""
    language = meeting(session).language
    rows = session.scalars(select(schema.Paper).order_by(schema.Paper.at, schema.Paper.version)).all()
    by_kind: dict[str, dict[Ask, list[schema.Paper]]] = {}
    for row in rows:
        by_kind.setdefault(row.kind, {}).setdefault(ask_of(row), []).append(row)
    found: list[Paper] = []
    for kind in kinds:
        usual = Paper(kind.key, heeded(Ask(language=language), kind.asks))
        found += [_last(ask, of_ask) for ask, of_ask in by_kind.get(kind.key, {}).items()] or [usual]
    return tuple(found)


def judged(session: Session, kind: PaperKind, paper: Paper, *, now: datetime) -> Paper:
    """Return a paper with whether it still says what is true; one that was not made is as it is."""
    if paper.state is PaperState.NOT_MADE:
        return paper
    try:
        source = digest_of(gather_content(session, kind, paper.ask, now=now))
    except Refusal as refusal:
        # A session that is no longer on the agenda: what was made stands, and cannot be made again.
        return replace(paper, state=PaperState.CHANGED, problem=refusal.sentence)
    return replace(paper, state=paper_state(paper.source, source), problem="")


def _last(ask: Ask, rows: Sequence[schema.Paper]) -> Paper:
    row = rows[-1]
    files: dict[Format, PaperFile] = {}
    for one in rows:
        if one.version == row.version:
            files.pop(one.form, None)
            files[one.form] = PaperFile(one.form, one.file, one.digest)
    return Paper(
        kind=row.kind,
        ask=ask,
        state=PaperState.UNJUDGED,
        version=row.version,
        files=tuple(files.values()),
        made_at=row.at,
        operator=row.operator,
        station=row.station,
        people=row.people,
        source=row.source,
    )
