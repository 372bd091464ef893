"""Whatever is done to the notes and their read-outs: nothing is read twice, nothing internal ever, and undo leads back."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cmc_desk.desk import notes, readouts
from cmc_desk.desk.note_list import entry_of, notes_of
from cmc_desk.desk.opening import verify_journal
from cmc_desk.desk.undoing import last_row
from cmc_desk.rules.note_kinds import Attribution, EntryKind, Section
from cmc_desk.rules.notes import NoteEntry, Written
from cmc_desk.rules.readout_order import in_order, section_of
from cmc_desk.rules.readouts import Readout
from cmc_desk.rules.refusal import Refusal
from tests.desk.note_hands import ITEM
from tests.desk.readout_hands import KEY
from tests.meetings import DAYS, clock_of, open_desk

DAY = f"day:{DAYS[1]}"
READOUTS, PLACES = st.sampled_from((KEY, DAY)), st.integers(0, 8)
SECTIONS = st.sampled_from([section.value for section in Section])


class Summing(RuleBasedStateMachine):
    """One desk with the read-outs of an item and of its day; the text of an entry has its number as a word of its own."""

    @initialize()
    def open(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.desk = open_desk(Path(self.folder.name))
        self.number = 0

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            assert self.desk.read(verify_journal).whole
            self.desk.close()
            self.folder.cleanup()

    @rule(
        kind=st.sampled_from(EntryKind),
        delegation=st.sampled_from(("", "JM", "HT")),
        highlighted=st.booleans(),
        attribution=st.sampled_from(
            (Attribution.ATTRIBUTABLE, Attribution.ATTRIBUTABLE, Attribution.NOT_FOR_ATTRIBUTION)
        ),
    )
    def file(self, *, kind: EntryKind, delegation: str, highlighted: bool, attribution: Attribution) -> None:
        self.number += 1
        written = Written(f"Word{self.number}.", kind, delegation, highlighted=highlighted, attribution=attribution)
        key, at = notes.new_entry_id(), self.desk.clock.now()
        self.desk.do(notes.file_entry, entry=key, item=ITEM, started_at=at, written=written, base=0)
        clock_of(self.desk).advance(minutes=1)

    @rule(one=PLACES, how=st.sampled_from(("internal", "mark", "kind", "delete", "edit")))
    def change_entry(self, one: int, how: str) -> None:
        entries = self.desk.read(notes_of, item=ITEM)
        if not entries:
            return
        entry = entries[one % len(entries)]
        written = entry.written
        if how == "delete":
            self.desk.do(notes.delete_entry, entry=entry.key)
        else:
            internal = written.attribution is Attribution.INTERNAL
            wanted = {
                "internal": replace(
                    written, attribution=Attribution.ATTRIBUTABLE if internal else Attribution.INTERNAL
                ),
                "mark": replace(written, highlighted=not written.highlighted),
                "kind": replace(written, kind=EntryKind.DECISION),
                "edit": replace(written, text=f"{written.text} Again."),
            }[how]
            self.desk.do(notes.leave_entry, entry=entry.key, written=wanted, base=entry.revision)

    @rule(readout=READOUTS, one=PLACES, other=PLACES, section=SECTIONS, undo=st.booleans())
    def move(self, *, readout: str, one: int, other: int, section: str, undo: bool) -> None:
        lines = self.read(readout).lines
        if lines:
            line = lines[one % len(lines)]
            others = [found.key for found in lines if found.section == section and found != line]
            before = others[other % len(others)] if others and other % 2 else ""
            self.done(
                lambda: self.desk.do(
                    readouts.move_line, readout=readout, line=line.key, section=section, before=before
                ),
                undo=undo,
            )

    @rule(readout=READOUTS, one=PLACES, other=PLACES, undo=st.booleans())
    def merge(self, *, readout: str, one: int, other: int, undo: bool) -> None:
        lines = self.read(readout).lines
        if lines:
            chosen = (lines[one % len(lines)].key, lines[other % len(lines)].key)
            self.done(lambda: self.desk.do(readouts.merge_lines, readout=readout, lines=chosen), undo=undo)

    @rule(readout=READOUTS, one=PLACES, attributed=st.booleans(), back=st.booleans(), undo=st.booleans())
    def rewrite(self, *, readout: str, one: int, attributed: bool, back: bool, undo: bool) -> None:
        lines = self.read(readout, attributed=attributed).lines
        if lines:
            line = lines[one % len(lines)]
            text = "" if back and line.sources else f"{line.text} Rewritten."
            self.done(
                lambda: self.desk.do(
                    readouts.rewrite_line, readout=readout, line=line.key, text=text, attributed=attributed
                ),
                undo=undo,
            )

    @rule(readout=READOUTS, one=PLACES, left_out=st.booleans(), undo=st.booleans())
    def leave_out(self, *, readout: str, one: int, left_out: bool, undo: bool) -> None:
        lines = self.read(readout).lines
        if lines:
            key = lines[one % len(lines)].key
            self.done(
                lambda: self.desk.do(readouts.leave_out_line, readout=readout, line=key, left_out=left_out), undo=undo
            )

    @rule(readout=READOUTS, section=SECTIONS, undo=st.booleans())
    def add(self, *, readout: str, section: str, undo: bool) -> None:
        self.done(
            lambda: self.desk.do(readouts.add_line, readout=readout, section=section, text="Added by hand."), undo=undo
        )

    @invariant()
    def what_is_internal_is_read_nowhere(self) -> None:
        if not hasattr(self, "desk"):
            return
        hidden = {
            one.written.text.split()[0] for one in self.entries() if one.written.attribution is Attribution.INTERNAL
        }
        for readout in (KEY, DAY):
            for attributed in (True, False):
                read = " ".join(line.text for line in self.read(readout, attributed=attributed).lines)
                assert not hidden & set(read.split()), (readout, hidden, read)

    @invariant()
    def where_nobody_is_named_no_name_stands(self) -> None:
        if hasattr(self, "desk"):
            for line in self.read(KEY, attributed=False).lines:
                assert "Haiti" not in line.text

    @invariant()
    def what_is_to_be_read_stands_in_one_line(self) -> None:
        if not hasattr(self, "desk"):
            return
        found = self.read(KEY)
        assert found.lines == in_order(found.lines, found.form)
        sources = [source for line in found.lines for source in line.sources]
        assert len(sources) == len(set(sources))
        for entry in self.desk.read(notes_of, item=ITEM):
            if section_of(entry.written, found.form) is not None:
                assert entry.key in sources

    def entries(self) -> tuple[NoteEntry, ...]:
        found = self.desk.read(notes_of, item=ITEM)
        assert all(self.desk.read(entry_of, entry=one.key) == one for one in found[:1])
        return found

    def read(self, readout: str, *, attributed: bool | None = None) -> Readout:
        return self.desk.read(readouts.readout, key=readout, attributed=attributed)

    def done(self, act: Callable[[], str], *, undo: bool) -> None:
        """Do something to a read-out and, if wanted, take it back: every line says what it said."""
        before, rows = self.said(), self.desk.read(last_row)
        try:
            act()
        except Refusal:
            assert self.said() == before
            return
        if undo:
            # Where nothing was changed there is nothing to take back.
            with suppress(Refusal):
                self.desk.undo(since=rows)
            assert self.said() == before

    def said(self) -> list[list[tuple[str, str, bool, bool, int]]]:
        """Return what is read of every line; by which key the line of a day is known may change as soon as that of an item is begun."""
        return [
            [(line.section, line.text, line.stale, line.left_out, line.voices) for line in found.lines]
            for readout in (KEY, DAY)
            for attributed in (True, False)
            for found in (self.read(readout, attributed=attributed),)
        ]


TestSumming = Summing.TestCase
TestSumming.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)
