"""The items of the agenda as the report tells them: planned and actual, who presented, who spoke, and what was summed up."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.floor_facts import FloorFacts, floors
from cmc_desk.desk.note_list import all_notes
from cmc_desk.desk.readout_called import called
from cmc_desk.desk.readout_issues import lines_of_final
from cmc_desk.desk.readout_lines import standing_lines, wording_of
from cmc_desk.desk.readout_scope import scope_of, summed_items
from cmc_desk.desk.rundown import Rundown, rundown
from cmc_desk.reports.outcome_facts import Presenter, ReportedItem, SaidLine, Spoke
from cmc_desk.rules.actuals import actuals
from cmc_desk.rules.agenda import Actual
from cmc_desk.rules.agenda_plan import PLENARY, ZERO
from cmc_desk.rules.floor import speeches
from cmc_desk.rules.floor_record import SpeechRecord, floor_records
from cmc_desk.rules.meeting import ItemKind, SpeakerPlan
from cmc_desk.rules.note_kinds import Attribution, SummaryStatus
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.readout_scope import SummedItem, summary_of
from cmc_desk.rules.readouts import ReadoutLine
from cmc_desk.rules.speaker_words import Wording


def reported_items(session: Session, *, language: str, attributed: bool) -> tuple[ReportedItem, ...]:
    """Return every item of the agenda in its order, with what was summed up of it in the language of the report."""
    shown = rundown(session)
    happened = actuals(shown.items, shown.events)
    notes = [one for one in all_notes(session) if one.filed_at is not None and one.deleted_at is None]
    said = _Summaries.read(session, wording_of(session, language, attributed=attributed), notes)
    spoke = _spoken(session, shown, happened, notes, language)
    rooms = {track.key: track.name for track in shown.tracks if track.key != PLENARY}
    noted = {one.item for one in notes}
    return tuple(
        ReportedItem(
            key=line.item.key,
            title=line.item.title,
            kind=line.item.kind,
            day=line.item.day,
            starts=line.item.starts,
            ends=line.item.ends,
            state=happened[line.item.key].state,
            started=happened[line.item.key].started,
            ended=happened[line.item.key].ended,
            room=rooms.get(line.item.track, ""),
            points=line.points,
            presenters=tuple(_presenter(one) for one in line.speakers),
            speakers=tuple(spoke[line.item.key]),
            lines=tuple(said.of(line.item.key)),
            documents=line.documents,
            noted=line.item.key in noted,
            continues=line.continues,
        )
        for line in shown.lines
    )


@dataclass
class _Summaries:
    """What was summed up of each item: in the summary of the agenda that it belongs to, else by itself, and in working groups."""

    session: Session
    wording: Wording
    items: tuple[SummedItem, ...]
    notes: Sequence[NoteEntry]
    begun: dict[str, SummaryStatus]
    by_item: dict[str, list[SaidLine]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def read(cls, session: Session, wording: Wording, notes: Sequence[NoteEntry]) -> "_Summaries":
        """Read the summaries of all items, each once."""
        begun = {row[0]: row[1] for row in session.execute(select(schema.Readout.id, schema.Readout.status))}
        found = cls(session, wording, summed_items(session), notes, begun)
        keys = [found._key_of(item) for item in found.items]
        groups = [key for key in sorted(begun) if key.startswith("group:")]
        for key in dict.fromkeys((*keys, *groups)):
            if key:
                found._take(key)
        return found

    def of(self, item: str) -> Iterable[SaidLine]:
        """Return the lines of an item."""
        return self.by_item.get(item, ())

    def _key_of(self, item: SummedItem) -> str:
        """Return the read-out in which an item is summed up; none for the summary of a day, which says again what its items said."""
        if item.kind is ItemKind.SUMMARY:
            summary: SummedItem | None = item
        else:
            summary = summary_of(self.items, item.key)
        return f"item:{summary.key if summary is not None else item.key}"

    def _take(self, key: str) -> None:
        scope = scope_of(self.items, key)
        notes = [one for one in self.notes if one.item in scope.items]
        if not notes and key not in self.begun:
            return
        target = self._target(scope.items, scope.item)
        for line in self._lines(key, notes):
            if line.left_out or not line.text:
                continue
            item = line.item if line.item in scope.items and line.item != scope.item else target
            self.by_item[item].append(SaidLine(line.key, line.section, line.text))

    def _lines(self, key: str, notes: Sequence[NoteEntry]) -> tuple[ReadoutLine, ...]:
        if self.begun.get(key) is SummaryStatus.FINAL:
            # What is final says what was issued, whatever is written in the notes afterwards.
            final = lines_of_final(
                self.session, key, attributed=self.wording.attributed, language=self.wording.language
            )
            if final:
                return final
        standing = standing_lines(self.session, self.items, scope_of(self.items, key), self.wording, notes=notes)
        return tuple(one.line for one in standing if one.shown)

    def _target(self, items: Sequence[str], own: str) -> str:
        """Return the item to which a line belongs that comes from none: what was discussed, else the item itself."""
        kinds = {item.key: item.kind for item in self.items}
        discussed = [item for item in items if kinds.get(item) is ItemKind.DISCUSSION]
        return discussed[-1] if discussed and kinds.get(own) is ItemKind.SUMMARY else own


def _presenter(one: SpeakerPlan) -> Presenter:
    return Presenter(one.name, one.functional_title, one.organisation, one.point)


def _spoken(
    session: Session, shown: Rundown, happened: dict[str, Actual], notes: Sequence[NoteEntry], language: str
) -> dict[str, list[Spoke]]:
    """Return the delegations that spoke under each item, by the clock of the floor and by the notes, in the order of the first time.

    Who spoke only what may not be attributed is not among them.
    """
    names = {code: one.spoken for code, one in called(session, language).items()}
    first: dict[tuple[str, str], datetime] = {}
    times: defaultdict[tuple[str, str], int] = defaultdict(int)
    spent: dict[tuple[str, str], timedelta] = {}
    for facts in floors(session):
        for record in _records(facts):
            item = _item_at(record.started, facts.items, happened)
            if item and record.started is not None:
                place = (item, record.delegation)
                times[place] += 1
                first[place] = min(first.get(place, record.started), record.started)
                spent[place] = spent.get(place, ZERO) + record.spoken
    before: tuple[str, str] = ("", "")
    for one in notes:
        place = (one.item, one.written.delegation)
        if one.written.delegation and one.written.attribution is Attribution.ATTRIBUTABLE and place not in spent:
            # What a delegation says at one time may be several entries.
            times[place] += place != before
            first[place] = min(first.get(place, one.started_at), one.started_at)
        before = place
    found: dict[str, list[Spoke]] = {line.item.key: [] for line in shown.lines}
    for (item, code), _at in sorted(first.items(), key=lambda pair: (pair[1], pair[0])):
        if item in found:
            found[item].append(Spoke(names.get(code, code), times[(item, code)], spent.get((item, code))))
    return found


def _records(facts: FloorFacts) -> tuple[SpeechRecord, ...]:
    if not facts.events:
        return ()
    # What still runs has run until the last thing that was recorded: the report has no clock.
    return floor_records(speeches(facts.topic, facts.entries, facts.events), max(one.at for one in facts.events))


def _item_at(at: datetime | None, items: Sequence[str], happened: dict[str, Actual]) -> str:
    """Return which of the items of a list was on when somebody spoke; the first of them if none was."""
    if at is None or not items:
        return ""
    for item in items:
        actual = happened.get(item)
        began = actual.started if actual is not None else None
        if actual is not None and began is not None and began <= at and (actual.ended is None or at <= actual.ended):
            return item
    return items[0]
