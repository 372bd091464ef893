"""What the papers of recommendations and of the register are made from."""

from dataclasses import replace

from sqlalchemy.orm import Session

from cmc_desk.desk.meeting import Meeting, meeting
from cmc_desk.desk.published import published_agenda
from cmc_desk.desk.readout_called import addressees
from cmc_desk.desk.readout_scope import summed_items
from cmc_desk.desk.recommendation_rows import recommendations, worded
from cmc_desk.desk.register import register
from cmc_desk.reports.action_register import ActionRegister, RegisterLine
from cmc_desk.reports.approval_list import ApprovalLine, ApprovalList
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.papers import Ask
from cmc_desk.rules.readouts import Recommendation
from cmc_desk.rules.recommendation_tables import Addressee
from cmc_desk.rules.recommendation_words import LANGUAGES


def gather_approval(session: Session, ask: Ask) -> ApprovalList:
    """Return the recommendations; one that has no words in the language of the paper stands in another that it has."""
    facts, known = meeting(session), addressees(session)
    titles = {item.key: item.title for item in summed_items(session)}
    lines = tuple(_line(one, ask, facts, known, titles) for one in recommendations(session))
    return ApprovalList(ask.language, lines)


def gather_register(session: Session, ask: Ask) -> ActionRegister:
    """Return what is to be done after the meeting; what is internal does not leave the house."""
    facts = meeting(session)
    items = {item.key: item for item in summed_items(session)}
    lines = []
    for task in register(session, language=ask.language):
        item = items.get(task.item)
        closed = facts.local(task.closed_at) if task.closed_at is not None else None
        lines.append(
            RegisterLine(
                replace(task, closed_at=closed),
                item.title if item is not None else "",
                item.day if item is not None else None,
            )
        )
    return ActionRegister(ask.language, published_agenda(session).meeting, tuple(lines))


def _line(
    one: Recommendation, ask: Ask, facts: Meeting, known: dict[str, Addressee], titles: dict[str, str]
) -> ApprovalLine:
    amended = one.decided is Decided.AMENDED
    before = replace(one, decided=Decided.PENDING, amended=())
    return ApprovalLine(
        number=one.number,
        text=_text(one, ask.language, known),
        second=worded(one, ask.second, known) if ask.second and _said_in(one, ask.second) else "",
        decided=one.decided,
        at=facts.local(one.decided_at) if one.decided_at is not None else None,
        item=titles.get(one.decided_item, ""),
        proposed=_text(before, ask.language, known) if amended else "",
        reason=one.reason,
    )


def _text(one: Recommendation, language: str, known: dict[str, Addressee]) -> str:
    spoken = (other for other in dict.fromkeys((language, *LANGUAGES)) if _said_in(one, other))
    said = (worded(one, other, known) for other in spoken)
    return next((words for words in said if words), "")


def _said_in(one: Recommendation, language: str) -> bool:
    """Tell whether what stands in a language is what was approved: what was amended in another one only is not."""
    return one.decided is not Decided.AMENDED or language in dict(one.amended)
