"""What is to be seen to before the report goes out: looked at in the meeting file and in the text of the report itself."""

from collections.abc import Iterable, Iterator
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import attendance_sessions
from cmc_desk.desk.note_list import all_notes, register_of_actions
from cmc_desk.desk.people import arrivals
from cmc_desk.desk.preflight_documents import looked_at_documents
from cmc_desk.desk.readout_called import named, organisations
from cmc_desk.desk.recommendation_rows import recommendations
from cmc_desk.desk.register import register
from cmc_desk.desk.report_corrections import corrections
from cmc_desk.desk.report_facts import outcome_facts
from cmc_desk.desk.report_rows import asked_for, written_editions
from cmc_desk.desk.report_trees import tree_of
from cmc_desk.i18n import chosen_language, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.reports.corrigendum import text_words
from cmc_desk.reports.outcome_facts import OutcomeFacts
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.name_guard import NameGuard
from cmc_desk.rules.note_kinds import Attribution, Decided, EntryKind
from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.preflight import Check, Finding, Looked, Place, blocked, findings
from cmc_desk.rules.reading_time import words_in
from cmc_desk.rules.report_blocks import Block, Bullets, Para, ReportTree, Table, is_under, text_of
from cmc_desk.rules.report_standing import Edition

# What is to have a summary: breaks, registration and the like have none.
SUMMED = frozenset({ItemKind.OPENING, ItemKind.PRESENTATION, ItemKind.DISCUSSION, ItemKind.APPROVAL})
# In these parts of the report nobody is named who spoke.
_UNNAMED = ("summary", "outcomes", "proceedings", "organisation/opening", "organisation/agenda", "closing")
# Who is to do something is named here, and to whom a recommendation goes.
_ASKING = ("summary/outcomes", "outcomes")
_LONGEST = 60


def preflight(
    session: Session,
    *,
    facts: OutcomeFacts | None = None,
    language: str = "",
    attributed: bool | None = None,
    beside: bool = True,
) -> tuple[Finding, ...]:
    """Return what is to be seen to before the report goes out, and what is in order.

    It looks at the report as it stands now in a language and naming, its own unless others are asked for; `facts` are what that is made
    from, if they were read already. What was written by hand in other languages, or in the other naming, is looked at `beside` it, which
    nobody needs who only wants to know what blocks.
    """
    language, attributed = asked_for(session, language=language, attributed=attributed)
    if facts is None or (facts.language, facts.attributed) != (language, attributed):
        facts = outcome_facts(session, language=language, attributed=attributed)
    shown = tree_of(session, facts)
    looks = (
        partial(_summaries, facts, shown),
        partial(_speakers, session),
        partial(_recommendations, session),
        partial(_names, session, shown),
        partial(looked_at_documents, facts),
        partial(_actions, session, language),
        partial(_absent, session, facts, shown),
        partial(_participants, session, facts),
        partial(_edits, shown),
        *([partial(_edits_beside, session, shown)] if beside else []),
        partial(_texts, session, shown),
    )
    return findings(one for look in looks for one in look())


def names_left(session: Session, tree: ReportTree) -> tuple[Finding, ...]:
    """Return what keeps a text of the report from going out because of who is named in it; nothing does in one that names who spoke."""
    return blocked(findings(_names(session, tree)))


def _summaries(facts: OutcomeFacts, tree: ReportTree) -> Iterator[Looked]:
    """Look for items that were taken, that the report tells of, and of which nobody has made a summary."""
    told = {block.key for block in tree.shown}
    begun = any(item.started is not None for item in facts.items)
    held = [
        item
        for item in facts.items
        if item.kind in SUMMED
        and not item.continues
        and (item.noted or not begun or item.state not in (ItemState.PLANNED, ItemState.SKIPPED))
    ]
    later = {item.continues for item in facts.items if item.continues and item.lines}
    left = [
        item
        for item in held
        if not item.lines
        and item.key not in later
        and (f"proceedings/{item.key}" in told or f"organisation/opening/{item.key}/sentence" in told)
    ]
    yield Looked(Check.SUMMARIES, tuple(Place("summaries", item.key, item.title, item.key) for item in left), len(held))


def _speakers(session: Session) -> Iterator[Looked]:
    notes = [
        one
        for one in all_notes(session)
        if one.filed_at is not None and one.deleted_at is None and one.written.attribution is not Attribution.INTERNAL
    ]
    spoken = [one for one in notes if one.written.delegation or one.written.unknown]
    unknown = [one for one in spoken if one.written.unknown]
    yield Looked(
        Check.SPEAKERS,
        tuple(Place("summaries", one.key, _short(one.written.text), one.item) for one in unknown),
        len(spoken),
    )


def _recommendations(session: Session) -> Iterator[Looked]:
    found = recommendations(session)
    left = [one for one in found if one.decided is Decided.PENDING]
    yield Looked(
        Check.RECOMMENDATIONS,
        tuple(Place("summaries", one.key, f"R{one.number}", one.item) for one in left),
        len(found),
    )
    listed = {one.entry for one in found}
    noted = [
        one
        for one in all_notes(session)
        if one.filed_at is not None
        and one.deleted_at is None
        and one.written.kind is EntryKind.RECOMMENDATION
        and one.written.attribution is not Attribution.INTERNAL
    ]
    yield Looked(
        Check.NOTED,
        tuple(
            Place("summaries", one.key, _short(one.written.text), one.item) for one in noted if one.key not in listed
        ),
        len(noted),
    )


def _names(session: Session, tree: ReportTree) -> Iterator[Looked]:
    """Look for who spoke in a text that is to name nobody; where names stand, nothing is to be looked for.

    Some parts name by design: who came, presented, reserved its position, is to do something. There only that is looked for which
    somebody has put in by hand.
    """
    if tree.attributed:
        return
    guard, common = NameGuard(named(session)), organisations(session)
    asked = {one.written.assignee for one in register_of_actions(session)}
    asked |= {one.addressee for one in recommendations(session)}
    looked_at = [block for block in tree.shown if _tells_what_was_said(block) or _is_written(block)]
    left = []
    count = 0
    for block in looked_at:
        # Who presented is named in the agenda, and what IOM and UNHCR do stands in it too.
        known = common | asked if "/conclusions/" in block.key or _is_in(block, _ASKING) else common
        if not _tells_what_was_said(block):
            known = common | _keys(guard, block.gathered if isinstance(block, Para) else "")
        found = [one for one in guard.find(text_of(block)) if one.key not in known]
        if found:
            names = ", ".join(dict.fromkeys(one.words for one in found))
            left.append(Place("papers", block.key, f"{names}: {_short(text_of(block))}"))
            count += len(found)
    yield Looked(Check.NAMES, tuple(left), len(looked_at), count)


def _tells_what_was_said(block: Block) -> bool:
    """Tell whether a block is made of what was said; who opened, closed and presented is in the agenda."""
    named_there = block.key.endswith("/sentence") or "/presented/" in block.key
    return isinstance(block, (Para, Bullets, Table)) and _is_in(block, _UNNAMED) and not named_there


def _is_written(block: Block) -> bool:
    return isinstance(block, Para) and block.written


def _is_in(block: Block, parts: Iterable[str]) -> bool:
    return any(is_under(block.key, part) for part in parts)


def _keys(guard: NameGuard, text: str) -> set[str]:
    return {one.key for one in guard.find(plain(text))}


def _actions(session: Session, language: str) -> Iterator[Looked]:
    tasks = register(session, language=language)
    left = [one for one in tasks if not one.who and one.closed_at is None]
    yield Looked(
        Check.ACTIONS, tuple(Place("summaries", one.key, _short(one.what), one.item) for one in left), len(tasks)
    )


def _absent(session: Session, facts: OutcomeFacts, tree: ReportTree) -> Iterator[Looked]:
    """Look for delegations of which registration has nobody, and which the notes let speak or somebody names by hand in the report."""
    here = {one.code for one in facts.delegations if one.came}
    spoke = {
        one.written.delegation: one
        for one in all_notes(session)
        if one.written.delegation and one.filed_at is not None and one.deleted_at is None
    }
    told = {*spoke, *facts.proposing}
    names = dict(facts.names)
    left = [Place("registration", code, names.get(code, code)) for code in sorted(told) if code not in here]
    written = [block for block in tree.shown if isinstance(block, Para) and block.written]
    if written:
        guard, common = NameGuard(named(session)), organisations(session)
        for block in written:
            put_in = _keys(guard, block.text) - _keys(guard, block.gathered) - common - told
            told |= put_in & names.keys()
            left += [
                Place("papers", block.key, names[code]) for code in sorted(put_in & names.keys()) if code not in here
            ]
    yield Looked(Check.ABSENT, tuple(left), len(told))


def _participants(session: Session, facts: OutcomeFacts) -> Iterator[Looked]:
    """Look whether the list has as many as attendance, and whether everybody in it has a function."""
    listed = facts.participants.listed + facts.participants.not_listed
    wrong = () if listed == facts.people else (Place("registration", "", _("the list and the attendance differ")),)
    yield Looked(Check.PARTICIPANTS, wrong, facts.people, abs(facts.people - listed))
    came = arrivals(session, tuple(one.key for one in attendance_sessions(session)))
    person = schema.Participant
    rows = session.execute(
        select(person.id, person.given_name, person.family_name, person.functional_title, person.institution).order_by(
            person.sort_key
        )
    )
    there = [row for row in rows if row[0] in came]
    left = [row for row in there if not row[3] and not row[4]]
    yield Looked(
        Check.FUNCTIONS,
        tuple(Place("registration", row[0], " ".join(part for part in (row[1], row[2]) if part)) for row in left),
        len(there),
    )


def _edits(tree: ReportTree, *, about: str = "") -> Iterator[Looked]:
    """Look for what was written by hand and whose sources say something else by now."""
    written = [block for block in tree.shown if isinstance(block, Para) and block.written]
    left = tuple(Place("papers", block.key, _short(text_of(block))) for block in written if block.stale)
    yield Looked(Check.EDITS, left, len(written), about=about)


def _edits_beside(session: Session, tree: ReportTree) -> Iterator[Looked]:
    """Look at the texts of the report in which somebody has written besides."""
    words = texts(chosen_language())
    for one in written_editions(session):
        if one != Edition(tree.language, tree.attributed):
            facts = outcome_facts(session, language=one.language, attributed=one.attributed)
            yield from _edits(tree_of(session, facts), about=text_words(one, words))


def _texts(session: Session, tree: ReportTree) -> Iterator[Looked]:
    asked = [one for one in corrections(session) if not one.corrigendum]
    left = [one for one in asked if one.settled_at is None]
    yield Looked(Check.CORRECTIONS, tuple(Place("papers", one.key, _short(one.words)) for one in left), len(asked))
    yield Looked(Check.LENGTH, (), words_in(_body(tree)))


def _body(tree: ReportTree) -> Iterable[str]:
    """Return the words of the report without its annexes, which are not counted."""
    return (text_of(block) for block in tree.shown if not block.key.startswith("annex"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
