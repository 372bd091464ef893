"""What the papers of summaries are made from: the read-outs as they stand or were issued, and what one delegation said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy.orm import Session

from cmc_desk.desk.meeting import Meeting, meeting
from cmc_desk.desk.note_items import item_notes
from cmc_desk.desk.note_list import notes_of_delegation
from cmc_desk.desk.readout_called import called, named
from cmc_desk.desk.readout_lines import wording_of
from cmc_desk.desk.readout_scope import summed_items
from cmc_desk.desk.readouts import issue_of, issues, key_of_item, names_left, readout, readout_slots
from cmc_desk.i18n import gettext as _
from cmc_desk.reports.summary_facts import Point, Standing, SummaryPaper, SummaryPart, SummarySection
from cmc_desk.rules.name_guard import NameGuard
from cmc_desk.rules.note_kinds import Attribution, ReadoutForm, Section, SummaryStatus
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.papers import GROUP, Ask, Naming, item_asked
from cmc_desk.rules.quantified import capitalised
from cmc_desk.rules.readout_order import AnySection, read_aloud, sections_of
from cmc_desk.rules.readout_scope import SummedItem
from cmc_desk.rules.readouts import Issue, Readout, ReadoutLine
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.speaker_words import unnamed

_NAMING = {Naming.AS_CHOSEN: None, Naming.ATTRIBUTED: True, Naming.NOT_ATTRIBUTED: False}


def gather_summary(session: Session, ask: Ask) -> SummaryPaper:
    """Return the summary of an item, of a day or of the meeting, or what one delegation said in it.

    Raises Refusal if a version is asked for that there is not, or not of this.
    """
    if ask.only:
        return _of_delegation(session, ask)
    keys = summary_keys(session, ask)
    if ask.issue:
        if not ask.session and not ask.day:
            raise Refusal(_("Versions are of one summary: say of which item or day."), field="issue")
        return SummaryPaper(ask.language, (_issued_part(session, keys[0], ask),))
    parts = [_part(session, key, ask) for key in keys]
    told = [part for part in parts if part.points]
    return SummaryPaper(ask.language, tuple(told or (parts if len(parts) == 1 else ())))


def summary_keys(session: Session, ask: Ask) -> tuple[str, ...]:
    """Return the read-outs that are asked for: of a day, of an item with what its working groups report, of one group, or all."""
    if ask.day:
        return (f"day:{ask.day}",)
    if ask.session.startswith(GROUP):
        return (ask.session,)
    slots = readout_slots(session)
    if not ask.session:
        # An agenda that gives no time for summaries has notes all the same.
        noted = (one.item for one in item_notes(session) if one.entries) if not slots else ()
        return (*(slot.key for slot in slots), *(key_of_item(session, item=item) for item in noted))
    group = f"{GROUP}{ask.session}"
    groups = [slot.key for slot in slots if slot.key == group or slot.key.startswith(f"{group}/")]
    own = key_of_item(session, item=ask.session)
    return (own, *groups) if not ask.issue else (own,)


def _part(session: Session, key: str, ask: Ask) -> SummaryPart:
    found = readout(session, key=key, attributed=_NAMING[ask.naming], language=ask.language)
    lines = read_aloud(found.lines)
    standing = _standing(session, found, lines)
    left = {
        one.line: len(one.found)
        for one in names_left(session, key=key, attributed=found.attributed, language=ask.language)
    }
    if standing.issued and standing.status is not SummaryStatus.DRAFT:
        # Whoever issued it was told of every name, and said that it may stand.
        left = {}
    points = [(line.section, Point(line.text, names_left=left.get(line.key, 0))) for line in lines]
    codes = dict.fromkeys(code for line in lines for code in line.delegations)
    return _dressed(session, found, _Told(found.title, found.attributed, standing, points, codes), ask)


def _issued_part(session: Session, key: str, ask: Ask) -> SummaryPart:
    """Return a version word for word; it names who spoke, or not, as it did then."""
    issue = issue_of(session, readout=key, version=ask.issue)
    wanted = _NAMING[ask.naming]
    if wanted is not None and issue.attributed is not wanted:
        words = (
            _("Version {number} says who spoke: reword it, and issue it without names.")
            if issue.attributed
            else _("Version {number} does not say who spoke.")
        )
        raise Refusal(words.format(number=issue.version), field="naming")
    guard = NameGuard(named(session) if issue.status is SummaryStatus.DRAFT and not issue.attributed else ())
    points = [
        # Whom a recommendation goes to may stand in it.
        (
            line.section,
            Point(line.text, len(guard.find(line.text)) if line.section is not Section.RECOMMENDATIONS else 0),
        )
        for line in issue.lines
    ]
    codes = dict.fromkeys(code for line in issue.lines for code in line.delegations)
    standing = _standing_of(meeting(session), issue)
    found = readout(session, key=key, language=ask.language)
    return _dressed(session, found, _Told(issue.title, issue.attributed, standing, points, codes), ask)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is printed of a read-out: as it stands, or as it was issued."""

    title: str
    attributed: bool
    standing: Standing
    points: Sequence[tuple[AnySection, Point]]
    codes: dict[str, None]


def _dressed(session: Session, found: Readout, told: _Told, ask: Ask) -> SummaryPart:
    items = {item.key: item for item in summed_items(session)}
    own = items.get(found.item)
    names = called(session, ask.language)
    others = found.items != (found.item,) and found.form is not ReadoutForm.DAY
    return SummaryPart(
        title=told.title,
        attributed=told.attributed,
        sections=tuple(
            SummarySection(section, points)
            for section in sections_of(found.form)
            if (points := tuple(point for of, point in told.points if of == section))
        ),
        form=found.form,
        standing=told.standing,
        day=own.day if own is not None else found.day,
        starts=meeting(session).local(own.starts) if own is not None else None,
        items=tuple(items[one].title for one in found.items if one != found.item) if others else (),
        speakers=tuple(capitalised(names[code].spoken) for code in told.codes if code in names),
    )


def _standing(session: Session, found: Readout, lines: Sequence[ReadoutLine]) -> Standing:
    """Return how far a text has come that is printed as it stands: a version word for word, or a draft of the next."""
    alike = [
        issue
        for issue in issues(session, readout=found.key)
        if (issue.attributed, issue.language) == (found.attributed, found.language)
    ]
    now = [(line.section, line.text) for line in lines]
    same = [issue for issue in alike if [(line.section, line.text) for line in issue.lines] == now]
    if same and same[-1] is alike[-1]:
        return _standing_of(meeting(session), same[-1])
    return Standing(version=found.version)


def _standing_of(facts: Meeting, issue: Issue) -> Standing:
    return Standing(issue.status, issue.version, issued=True, at=facts.local(issue.at), spoken=issue.spoken)


def _of_delegation(session: Session, ask: Ask) -> SummaryPaper:
    """Return what one delegation said, item by item.

    What is not for attribution is left out where it is named; what is internal always is.
    """
    if ask.issue:
        raise Refusal(
            _("What one delegation said has no versions: versions are of the summary of an item or day."), field="issue"
        )
    attributed = ask.naming is not Naming.NOT_ATTRIBUTED
    guard = NameGuard(() if attributed else named(session))
    wording = wording_of(session, ask.language, attributed=attributed)
    facts = meeting(session)
    parts = []
    for item, entries in interventions(session, ask, attributed=attributed):
        points = []
        for entry in entries:
            written = entry.written
            text = written.text
            if not attributed:
                text = unnamed(text, (ask.only,), wording, language=written.language)
            points.append(
                Point(
                    text,
                    # Whoever an action is for may stand in it.
                    names_left=sum(name.key != written.assignee for name in guard.find(text)),
                    # By the hour anybody could find out who had the floor.
                    at=facts.local(entry.started_at) if attributed else None,
                    kind=written.kind,
                    provision=written.provision,
                )
            )
        parts.append(SummaryPart(item.title, attributed, (SummarySection(None, tuple(points)),), day=item.day))
    name = capitalised(wording.called[ask.only].spoken) if attributed else ""
    return SummaryPaper(ask.language, tuple(parts), of_delegation=True, delegation=name)


def interventions(
    session: Session, ask: Ask, *, attributed: bool
) -> Iterator[tuple[SummedItem, tuple[NoteEntry, ...]]]:
    """Yield what the delegation that is asked for said on record, item by item, of the item or day that is asked for."""
    items = {item.key: item for item in summed_items(session)}
    kept = [
        entry
        for entry in notes_of_delegation(session, delegation=ask.only)
        if entry.filed_at is not None
        and entry.written.text.strip()
        and entry.written.attribution is not Attribution.INTERNAL
        and not (attributed and entry.written.attribution is Attribution.NOT_FOR_ATTRIBUTION)
        and item_asked(ask) in ("", entry.item)
        and ask.day in ("", items[entry.item].day.isoformat())
    ]
    for key, entries in groupby(kept, key=lambda entry: entry.item):
        yield items[key], tuple(entries)
