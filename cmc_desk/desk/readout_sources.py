"""Where the lines of a read-out come from: entries of the notes, recommendations, and for a day the read-outs of its items."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.note_list import notes_of, notes_of_day
from cmc_desk.desk.note_rows import ENTRY_COLUMNS, fact_of
from cmc_desk.desk.readout_scope import Scope
from cmc_desk.desk.recommendation_rows import recommendations, sentences
from cmc_desk.i18n import texts
from cmc_desk.reports.dates import long_date
from cmc_desk.rules.note_kinds import Attribution, Decided, GroupSection, ReadoutForm, Section
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.readout_order import AnySection, section_of
from cmc_desk.rules.readout_text import Source, digest_of, source_of

RECOMMENDED = "rec:"
# What stands after this is an entry that a line has words of by way of another read-out.
WITNESS = "~"
_LINE = "line:"


@dataclass
class Sources:
    """All that may be read out, by key in the order of the agenda, and the entries that other read-outs have taken up."""

    by_key: dict[str, Source] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)

    def add(self, source: Source) -> None:
        """Take in one more."""
        self.by_key[source.key] = source

    def of(self, keys: Iterable[str]) -> tuple[Source, ...]:
        """Return the sources with these keys; what is not there any more is gone."""
        return tuple(
            self.by_key.get(key) or Source(key, item="", digest="", gone=True)
            for key in keys
            if not key.startswith(WITNESS)
        )

    def internal(self, keys: Iterable[str]) -> bool:
        """Return whether any of the sources is internal, by whatever way it came in."""
        return any(
            source.internal for source in map(self.by_key.get, (key.removeprefix(WITNESS) for key in keys)) if source
        )

    def natural(self, used: set[str]) -> Iterator[tuple[Source, AnySection]]:
        """Yield what is read out by itself and stands in no line yet, with its section; `used` are the keys that do."""
        for source in self.by_key.values():
            if source.section is None or source.key in used or used.intersection(source.entries):
                continue
            if source.key.startswith(_LINE) or source.key not in self.taken:
                yield source, source.section


def sources_of(
    session: Session,
    scope: Scope,
    language: str,
    *,
    entries: Sequence[NoteEntry],
    wanted: Sequence[str] = (),
    lines: Iterable[Source] = (),
) -> Sources:
    """Return what may be read out of the `entries` of a scope.

    `wanted` are the keys that stand in its lines already, `lines` come from other read-outs.
    """
    found = Sources()
    for line in lines:
        found.add(line)
        found.taken.update(line.entries)
    formal = _formal(session, language)
    known = {entry.key for entry in entries}
    missing = {key.removeprefix(WITNESS) for key in wanted if not key.startswith((_LINE, RECOMMENDED))} - known
    for entry in (*entries, *_by_key(session, missing)):
        if entry.filed_at is not None:
            within = entry.key in known and not scope.label
            found.add(_of_entry(entry, scope.form, language, formal.get(entry.key), within=within))
    for one in dict.fromkeys(formal.values()):
        if one.item in scope.items and not scope.label:
            told = found.by_key.get(one.entry)
            if told is None or told.internal or told.gone:
                found.add(_of_recommendation(one, scope.form))
    return found


def entries_of(session: Session, scope: Scope) -> tuple[NoteEntry, ...]:
    """Return the entries of the items of a scope, in the order of the agenda."""
    if scope.day is not None:
        return notes_of_day(session, day=scope.day)
    return tuple(entry for item in scope.items for entry in notes_of(session, item=item))


def line_source(key: str, source: Source, section: AnySection | None, facts: object) -> Source:
    """Return a line of another read-out as a source; `source` has what its own sources have in common."""
    return replace(source, key=f"{_LINE}{key}", section=_in_a_day(section), digest=digest_of(facts))


def _in_a_day(section: AnySection | None) -> Section | None:
    """Return where what stands in this section is read in the summary of the day."""
    if isinstance(section, GroupSection):
        return {
            GroupSection.KEY_ISSUES: Section.OPEN_POINTS,
            GroupSection.DISCUSSION: Section.MAIN_POINTS,
            GroupSection.WAY_FORWARD: Section.NEXT_STEPS,
        }[section]
    return section


def _by_key(session: Session, keys: set[str]) -> Iterable[NoteEntry]:
    if not keys:
        return ()
    return map(fact_of, session.execute(select(*ENTRY_COLUMNS).where(schema.NoteEntry.id.in_(keys))))


def _of_entry(entry: NoteEntry, form: ReadoutForm, language: str, formal: "_Formal | None", *, within: bool) -> Source:
    written = entry.written
    section = section_of(written, form) if within else None
    if formal is not None and within and written.attribution is not Attribution.INTERNAL:
        section = formal.section(form)
    return source_of(
        entry.key,
        entry.item,
        written,
        section,
        gone=entry.deleted_at is not None,
        due_words=_date_words(written.due, language),
        formal=formal.text if formal is not None else "",
    )


@dataclass(frozen=True, slots=True)
class _Formal:
    """A recommendation that says something in the language of the read-out; what was deferred is open still."""

    key: str
    text: str
    item: str
    entry: str
    deferred: bool

    def section(self, form: ReadoutForm) -> AnySection:
        if form is ReadoutForm.GROUP:
            return GroupSection.KEY_ISSUES if self.deferred else GroupSection.WAY_FORWARD
        return Section.OPEN_POINTS if self.deferred else Section.RECOMMENDATIONS


def _formal(session: Session, language: str) -> "dict[str, _Formal]":
    """Return the recommendations by their own keys, and by those of the entries of which they were made."""
    said = sentences(session, language, fallback=True)
    found: dict[str, _Formal] = {}
    for one in recommendations(session) if said else ():
        deferred = one.decided is Decided.DEFERRED
        formal = _Formal(f"{RECOMMENDED}{one.key}", said[one.key], one.item, one.entry, deferred)
        found[formal.key] = formal
        if one.entry:
            found[one.entry] = formal
    return found


def _of_recommendation(formal: "_Formal", form: ReadoutForm) -> Source:
    return Source(
        key=formal.key,
        item=formal.item,
        digest=digest_of([formal.text, formal.deferred]),
        section=formal.section(form),
        composed=formal.text,
        entries=(formal.key,),
        formal=True,
    )


def _date_words(day: date | None, language: str) -> str:
    return long_date(day, texts(language)) if day is not None else ""
