"""The lines of a read-out as they stand: those that were begun, and what came into the notes since."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.note_settings import note_settings
from cmc_desk.desk.readout_called import called
from cmc_desk.desk.readout_scope import Scope, scope_of
from cmc_desk.desk.readout_sources import WITNESS, Sources, entries_of, line_source, sources_of
from cmc_desk.rules.note_kinds import ReadoutForm
from cmc_desk.rules.notes import NoteEntry
from cmc_desk.rules.readout_order import AnySection, in_order, sections_of, the_section
from cmc_desk.rules.readout_scope import SummedItem
from cmc_desk.rules.readout_text import (
    Source,
    digest_of_sources,
    digests,
    gathered,
    named_by,
    nameless,
    voices_of,
)
from cmc_desk.rules.readouts import ReadoutLine
from cmc_desk.rules.speaker_words import Wording

_Line = schema.ReadoutLine
# Columns instead of objects: the lines of a day are read in half of the time.
_COLUMNS = (
    *(_Line.id, _Line.place, _Line.section, _Line.sources, _Line.left_out),
    *(_Line.rewritten, _Line.digest, _Line.unnamed, _Line.unnamed_digest),
)


@dataclass(frozen=True, slots=True)
class Standing:
    """A line with what it is made of; it is not `shown` where nothing of it may be read or is there any more."""

    line: ReadoutLine
    sources: tuple[Source, ...]
    shown: bool
    internal: bool
    facts: tuple[str, ...]


def chosen(session: Session, readout: str, *, language: str, attributed: bool | None) -> tuple[str, bool]:
    """Return in which language a read-out is and whether it names who spoke: as is asked, else as was chosen for it."""
    row = session.get(schema.Readout, readout)
    meant = language or (row.language if row is not None else session.scalars(select(schema.Meeting.language)).one())
    if attributed is None:
        attributed = row is None or row.attributed
    return meant, attributed


def wording_of(session: Session, language: str, *, attributed: bool) -> Wording:
    """Return how a read-out is worded in a language."""
    return Wording(language, attributed, note_settings(session).thresholds, called(session, language))


def rows_of(session: Session, key: str) -> list[schema.ReadoutLine]:
    """Return the lines of a read-out that were begun, by place, as a command changes them."""
    return list(session.scalars(select(_Line).where(_Line.readout == key).order_by(_Line.place, _Line.id)))


def line_key(readout: str, source: str) -> str:
    """Return what the line of a source is known by in a read-out, at every station the same."""
    return hashlib.blake2b(f"{readout}\n{source}".encode(), digest_size=16).hexdigest()


def standing_lines(
    session: Session,
    items: Sequence[SummedItem],
    scope: Scope,
    wording: Wording,
    *,
    notes: Sequence[NoteEntry] | None = None,
) -> tuple[Standing, ...]:
    """Return every line of a read-out in the order in which it is read, with those that are not shown.

    `notes` are the entries of its items, where they have been read already.
    """
    rows = session.execute(select(*_COLUMNS).where(_Line.readout == scope.key).order_by(_Line.place, _Line.id)).all()
    entries = entries_of(session, scope) if notes is None else notes
    found = sources_of(
        session,
        scope,
        wording.language,
        entries=entries,
        wanted=[key for row in rows for key in row.sources],
        lines=_of_other_readouts(session, items, scope, wording, entries) if scope.form is ReadoutForm.DAY else (),
    )
    used = {key.removeprefix(WITNESS) for row in rows for key in row.sources}
    standing = [_of_row(row, scope.form, found, wording) for row in rows]
    last = max((row.place for row in rows), default=0)
    standing += [
        _by_itself(scope.key, source, section, last + number, wording)
        for number, (source, section) in enumerate(found.natural(used), 1)
    ]
    by_line = {one.line.key: one for one in standing}
    return tuple(by_line[line.key] for line in in_order([one.line for one in standing], scope.form))


def source_keys(sources: Sequence[Source]) -> list[str]:
    """Return how a line keeps its sources: by their keys, with the entries that it has words of by way of them."""
    entries = (f"{WITNESS}{entry}" for source in sources for entry in source.entries if entry != source.key)
    return list(dict.fromkeys((*(source.key for source in sources), *entries)))


def _of_row(row: Any, form: ReadoutForm, found: Sources, wording: Wording) -> Standing:
    sources = found.of(row.sources)
    internal = found.internal(row.sources)
    own, digest = _written(row, sources, wording)
    if internal:
        # What was rewritten may have the words that are internal now.
        own = ""
    visible = [source for source in sources if not source.internal and not source.gone]
    placed = the_section(row.section, form) if row.section else None
    natural = next((source.section for source in visible if source.section is not None), None)
    by_itself = placed is None and len(sources) == 1
    shown = bool(own) or (natural is not None if by_itself else bool(visible))
    line = _line(row.id, placed or natural or sections_of(form)[0], row.place, sources, wording)
    stale = internal and bool(row.rewritten or row.unnamed)
    return Standing(
        line=replace(
            line,
            rewritten=own,
            stale=stale or (bool(own) and digest != digest_of_sources(sources)),
            left_out=row.left_out,
        ),
        sources=sources,
        shown=shown,
        internal=internal,
        facts=(row.rewritten, row.unnamed, *digests(sources)),
    )


def _written(row: Any, sources: Sequence[Source], wording: Wording) -> tuple[str, str]:
    """Return what was written by hand for this wording, with the digest of its sources then."""
    if not wording.attributed and row.unnamed:
        return row.unnamed, row.unnamed_digest
    return (nameless(row.rewritten, sources, wording), row.digest) if row.rewritten else ("", "")


def _by_itself(readout: str, source: Source, section: AnySection, place: int, wording: Wording) -> Standing:
    line = _line(line_key(readout, source.key), section, place, (source,), wording)
    return Standing(line, (source,), shown=True, internal=False, facts=("", "", *digests((source,))))


def _line(key: str, section: AnySection, place: int, sources: tuple[Source, ...], wording: Wording) -> ReadoutLine:
    return ReadoutLine(
        key=key,
        section=section,
        place=place,
        gathered=gathered(sources, wording),
        sources=tuple(source.key for source in sources),
        delegations=named_by(sources, wording),
        item=next((source.item for source in sources if source.item), ""),
        voices=len(voices_of(sources)),
    )


def _of_other_readouts(
    session: Session, items: Sequence[SummedItem], scope: Scope, wording: Wording, entries: Sequence[NoteEntry]
) -> list[Source]:
    """Return the lines of the read-outs that were begun for items of a day, in the order of the agenda."""
    begun = [
        scope_of(items, key) for key in session.scalars(select(schema.Readout.id).where(schema.Readout.day.is_(None)))
    ]
    place = {item: number for number, item in enumerate(scope.items)}
    of_day = sorted((one for one in begun if one.item in place), key=lambda one: (place[one.item], one.key))
    found: list[Source] = []
    taken: set[str] = set()
    for other in of_day:
        notes = [entry for entry in entries if entry.item in other.items]
        lines = standing_lines(session, items, other, wording, notes=notes)
        found += [_as_source(one, other.item, taken) for one in lines]
        taken.update(entry for one in lines for entry in _entries_of(one))
    return found


def _entries_of(one: Standing) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry for source in one.sources for entry in source.entries))


def _as_source(one: Standing, item: str, taken: set[str]) -> Source:
    """Return a line of another read-out as a source; what an earlier one has taken up is not read twice."""
    entries = _entries_of(one)
    read = one.shown and not one.line.left_out and not taken.intersection(entries)
    whole = Source(
        key="",
        item=one.line.item or item,
        digest="",
        composed=one.line.text,
        voices=voices_of(one.sources),
        speaking=frozenset[str]().union(*(source.speaking for source in one.sources)),
        hidden=frozenset[str]().union(*(source.hidden for source in one.sources)),
        entries=entries,
        unknown=any(source.unknown for source in one.sources),
        internal=one.internal and not one.shown,
        gone=not one.shown and not one.internal,
        formal=bool(one.sources) and all(source.formal for source in one.sources),
        to_do=next((source.to_do for source in one.sources if source.to_do), ""),
    )
    return line_source(one.line.key, whole, one.line.section if read else None, [*one.facts, read])
