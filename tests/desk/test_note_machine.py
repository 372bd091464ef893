"""Whatever two rapporteurs type and do in one file: nothing is overwritten, every entry has one place, and undo leads back."""

import tempfile
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk import notes
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_list import entry_of, notes_of, revisions_of
from cmc_desk.desk.opening import verify_journal
from cmc_desk.rules.note_kinds import Attribution, EntryKind
from cmc_desk.rules.notes import NoteEntry, Written
from cmc_desk.rules.refusal import Refusal
from tests.desk.note_hands import ITEM, OTHER
from tests.meetings import DESK_B, clock_of, open_desk, reopened

WORDS = ("should", "shall", "principle 3", "[bracket]", "Curaçao", "é", "the")
DESKS, ENTRIES = st.integers(0, 1), st.integers(0, 6)
WRITTEN = st.builds(
    Written,
    text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join),
    kind=st.sampled_from((EntryKind.INTERVENTION, EntryKind.ACTION)),
    delegation=st.sampled_from(("", "JM", "HT")),
    highlighted=st.booleans(),
)


class Rapporteurs(RuleBasedStateMachine):
    """Two desks on one file.

    `read` is by desk what each has in its windows: the revision of an entry, and what was acknowledged there if it was typed there.
    """

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        first = open_desk(Path(self.folder.name))
        self.desks = (first, reopened(first, author=DESK_B))
        self.read: tuple[dict[str, tuple[int, Written | None]], ...] = ({}, {})

    def teardown(self) -> None:
        if hasattr(self, "desks"):
            assert self.desks[0].read(verify_journal).whole
            for desk in self.desks:
                desk.close()
            self.folder.cleanup()

    @rule(who=DESKS, written=WRITTEN, item=st.sampled_from((ITEM, OTHER)))
    def begin(self, who: int, written: Written, item: str) -> None:
        key, desk = notes.new_entry_id(), self.desks[who]
        at = desk.clock.now()
        kept = desk.keep(notes.keep_entry, entry=key, item=item, started_at=at, written=written, base=0)
        assert kept == notes.Kept(key, 1)
        self.read[who][key] = (1, written)

    @rule(who=DESKS, one=ENTRIES)
    def look(self, who: int, one: int) -> None:
        found = self._entry(one)
        if found is not None:
            self.read[who][found.key] = (found.revision, None)

    @rule(who=DESKS, one=ENTRIES, written=WRITTEN, how=st.sampled_from(("keep", "file", "leave", "revision")))
    def type(self, who: int, one: int, written: Written, how: str) -> None:
        key, desk = self._open(who, one), self.desks[who]
        if not key:
            return
        base = self.read[who][key][0]
        at = desk.clock.now()
        if how == "keep":
            kept = desk.keep(notes.keep_entry, entry=key, item=ITEM, started_at=at, written=written, base=base)
        elif how == "file":
            kept = desk.do(notes.file_entry, entry=key, item=ITEM, started_at=at, written=written, base=base)
        elif how == "leave":
            kept = desk.do(notes.leave_entry, entry=key, written=written, base=base)
        else:
            kept = desk.do(notes.take_revision, entry=key, written=written, base=base)
        assert (kept.entry == key) is not bool(kept.conflict)
        self.read[who][kept.entry] = (kept.revision, written)
        if kept.conflict:
            # Whose text was there keeps it; this window goes on in the other entry.
            del self.read[who][key]

    @rule(who=DESKS, one=ENTRIES, on=st.booleans(), attribution=st.sampled_from(Attribution), undo=st.booleans())
    def mark(self, who: int, one: int, on: bool, attribution: Attribution, undo: bool) -> None:  # noqa: FBT001 - drawn
        self._try(who, one, notes.set_highlight, undo=undo, on=on)
        self._try(who, one, notes.set_attribution, undo=undo, attribution=attribution)

    @rule(who=DESKS, one=ENTRIES, up=st.booleans(), undo=st.booleans())
    def move(self, who: int, one: int, up: bool, undo: bool) -> None:  # noqa: FBT001 - drawn
        self._try(who, one, notes.move_entry, undo=undo, up=up)

    @rule(
        who=DESKS,
        one=ENTRIES,
        act=st.sampled_from((notes.delete_entry, notes.bring_back, notes.merge_entry)),
        undo=st.booleans(),
    )
    def take_away(self, who: int, one: int, act: object, undo: bool) -> None:  # noqa: FBT001 - drawn
        self._try(who, one, act, undo=undo)

    @rule(who=DESKS, one=ENTRIES, stays=st.integers(0, 2), undo=st.booleans())
    def settle(self, who: int, one: int, stays: int, undo: bool) -> None:  # noqa: FBT001 - drawn
        found = self._entry(one)
        if found is not None:
            keep = (found.key, found.conflict_of, "")[stays]
            self._try(who, one, notes.settle_conflict, undo=undo, keep=keep)

    @rule(who=DESKS, one=ENTRIES, item=st.sampled_from((ITEM, OTHER)), undo=st.booleans())
    def put(self, who: int, one: int, item: str, undo: bool) -> None:  # noqa: FBT001 - drawn
        self._try(who, one, notes.put_in_item, undo=undo, item=item)

    @rule(who=DESKS, one=ENTRIES, number=st.integers(1, 6), closed=st.booleans(), undo=st.booleans())
    def restore(self, who: int, one: int, number: int, closed: bool, undo: bool) -> None:  # noqa: FBT001 - drawn
        self._try(who, one, notes.restore_revision, undo=undo, number=number)
        self._try(who, one, notes.close_action, undo=undo, closed=closed)

    @rule(who=DESKS, old=st.sampled_from(WORDS), new=st.sampled_from(WORDS))
    def substitute(self, who: int, old: str, new: str) -> None:
        self._do(who, notes.substitute, undo=True, item=ITEM, old=old, new=new)

    @rule(who=DESKS)
    def undo(self, who: int) -> None:
        before = self._shown()
        try:
            self.desks[who].undo()
        except Refusal:
            assert self._shown() == before

    @rule(seconds=st.integers(0, 2))
    def time_passes(self, seconds: int) -> None:
        for desk in self.desks:
            clock_of(desk).advance(seconds=seconds)

    @invariant()
    def what_was_acknowledged_stands_there_or_is_a_revision(self) -> None:
        for windows in getattr(self, "read", ()):
            for key, (_revision, written) in windows.items():
                found = self.desks[0].read(entry_of, entry=key)
                assert found is not None
                kept = [one.written for one in self.desks[0].read(revisions_of, entry=key)]
                assert written in (None, found.written, *kept)

    @invariant()
    def every_entry_has_a_place_of_its_own(self) -> None:
        if hasattr(self, "desks"):
            everything = self._shown()
            assert len({(one.item, one.place) for one in everything}) == len(everything)
            for item in (ITEM, OTHER):
                listed = [one.place for one in self.desks[1].read(notes_of, item=item)]
                assert listed == sorted(listed)

    def _entry(self, one: int) -> NoteEntry | None:
        found = self._shown()
        return found[one] if one < len(found) else None

    def _open(self, who: int, one: int) -> str:
        keys = list(self.read[who])
        return keys[one] if one < len(keys) else ""

    def _shown(self) -> list[NoteEntry]:
        return _everything(self.desks[0])

    def _try(self, who: int, one: int, act: object, *, undo: bool, **how: object) -> None:
        found = self._entry(one)
        if found is not None:
            self._do(who, act, undo=undo, entry=found.key, **how)

    def _do(self, who: int, act: object, *, undo: bool, **how: object) -> None:
        before, rows = self._shown(), self.desks[who].read(_last)
        try:
            self.desks[who].do(act, **how)  # type: ignore[arg-type] # one of the commands of the notes
        except Refusal:
            assert self._shown() == before
            return
        if undo and self.desks[who].read(_last_undoable) > rows:
            self.desks[who].undo()
            assert list(map(_said, self._shown())) == list(map(_said, before))


def _everything(desk: Desk) -> list[NoteEntry]:
    def found(session: Session) -> list[str]:
        return list(session.scalars(select(schema.NoteEntry.id).order_by(schema.NoteEntry.serial)))

    return [one for key in desk.read(found) if (one := desk.read(entry_of, entry=key)) is not None]


def _said(entry: NoteEntry) -> NoteEntry:
    """Return an entry without how often and when it was written."""
    return replace(entry, revision=0, changed_at=entry.started_at, changed_by="")


def _last(session: Session) -> int:
    return session.scalars(select(schema.JournalRow.seq).order_by(schema.JournalRow.seq.desc()).limit(1)).one()


def _last_undoable(session: Session) -> int:
    row = schema.JournalRow
    query = select(row.seq).where(row.inverse.is_not(None)).order_by(row.seq.desc()).limit(1)
    return session.scalars(query).first() or 0


TestRapporteurs = Rapporteurs.TestCase
TestRapporteurs.settings = settings(max_examples=10, stateful_step_count=30, deadline=None)
