"""The papers that the program makes: what each is called, asks for, reads and becomes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations
from typing import Any

from sqlalchemy.orm import Session

from cmc_desk.db.journal import Verified
from cmc_desk.rules.papers import Ask, Format, Imprint, PaperGroup


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper.

    `asks` names the fields of `Ask` that it heeds besides `language`. `gather` reads once and returns a frozen dataclass
    without the time of making, so that an equal one means that the paper is still current. `render` makes the file; it
    touches neither store nor clock. `fields` are the fields of a person that leave the meeting file with the paper (for the
    journal), `people` says of how many persons. `vouch` puts into the content whether the journal behind it is whole, for a
    paper that says so; the digest of the content does not cover it. A paper that asks for an instant and is not told one is
    about the instant at which it is made, and stays so; one that is `of_now` is about now again whenever it is looked at, and
    out of date when that would say something else. `gather_now` takes the place of `gather` where no instant was told and looking back
    at the present is not the same as what is recorded by now. `caution` says what whoever hands the paper out must know first, or nothing. One `of_all_drafts`
    is about every draft document where no draft is asked for. The caution of one that `guards_names` is of names that may not stand in
    it: no command writes it then unless it is told to.
    """

    key: str
    title: str
    icon: str
    gather: Callable[[Session, Ask], Any]
    render: Callable[[Any, Format, NullTranslations, Imprint], bytes]
    formats: tuple[Format, ...] = (Format.PDF,)
    group: PaperGroup = PaperGroup.DESK
    asks: frozenset[str] = frozenset()
    fields: tuple[str, ...] = ()
    people: Callable[[Any], int] = lambda _content: 0
    vouch: Callable[[Any, Verified], Any] | None = None
    of_now: bool = False
    gather_now: Callable[[Session, Ask, datetime], Any] | None = None
    caution: Callable[[Any, NullTranslations], str] = lambda _content, _texts: ""
    of_all_drafts: bool = False
    guards_names: bool = False


def people_told(content: Any) -> int:
    """Say of how many persons a paper is whose content tells it."""
    return int(content.people)


class _Loaded:
    """What the first call of `paper_kinds` has loaded."""

    kinds: tuple[PaperKind, ...] = ()


def paper_kinds() -> tuple[PaperKind, ...]:
    """Return every kind of paper in the order of the list; the first call loads what makes them, which takes a moment."""
    if not _Loaded.kinds:
        from cmc_desk.desk.attendance_paper import ATTENDANCE_PAPER
        from cmc_desk.desk.corrigendum_paper import CORRIGENDUM_PAPER
        from cmc_desk.desk.everything_paper import EVERYTHING_PAPER
        from cmc_desk.desk.outcome_paper import OUTCOME_PAPER
        from cmc_desk.desk.papers_of_documents import PAPERS_OF_DOCUMENTS
        from cmc_desk.desk.papers_of_notes import PAPERS_OF_NOTES
        from cmc_desk.desk.papers_of_people import PAPERS_OF_PEOPLE
        from cmc_desk.desk.papers_of_the_desk import PAPERS_OF_THE_DESK
        from cmc_desk.desk.papers_of_travel import PAPERS_OF_TRAVEL
        from cmc_desk.desk.planned_actual import PLANNED_ACTUAL_PAPER

        _Loaded.kinds = (
            *PAPERS_OF_THE_DESK,
            ATTENDANCE_PAPER,
            EVERYTHING_PAPER,
            *PAPERS_OF_PEOPLE,
            PLANNED_ACTUAL_PAPER,
            *PAPERS_OF_TRAVEL,
            *PAPERS_OF_NOTES,
            *PAPERS_OF_DOCUMENTS,
            OUTCOME_PAPER,
            CORRIGENDUM_PAPER,
        )
    return _Loaded.kinds


def loaded_kinds() -> tuple[PaperKind, ...]:
    """Return every kind of paper if they are loaded already, for whoever cannot wait."""
    return _Loaded.kinds
