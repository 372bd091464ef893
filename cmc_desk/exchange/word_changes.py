"""The changes that were tracked in a Word file, one by one: in the text of a provision, what is put in, taken out and moved."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cmc_desk.exchange.word_entries import Entry, Stretches
from cmc_desk.exchange.word_labels import one_line, typed_label
from cmc_desk.exchange.word_text import WordText
from cmc_desk.exchange.word_views import Viewed
from cmc_desk.rules.document_kinds import ProposalAction
from cmc_desk.rules.new_cells import in_order
from cmc_desk.rules.tracked_text import accepted_text, rejected_text
from cmc_desk.rules.word_changes import TrackedChange, clusters, with_only


def changes_of(text: WordText, entries: Sequence[Entry], before: Sequence[Viewed]) -> tuple[TrackedChange, ...]:
    """Return the changes in their order; `before` are the provisions of the text as it was."""
    return tuple(_Changes(text, entries, before).all())


class _Changes:
    """One reading of the changes: where each entry stands in the text as it was, and what was moved where."""

    def __init__(self, text: WordText, entries: Sequence[Entry], before: Sequence[Viewed]) -> None:
        self.text, self.entries, self.before = text, entries, before
        self.places = {one.entry: place for place, one in enumerate(before)}
        self.authors = {str(place): one.name for place, one in enumerate(text.authors)}
        self.moved_to: dict[str, int] = {}
        self.moves: set[str] = set()
        last = -1
        for number, entry in enumerate(entries):
            last = self.places.get(number, last)
            if entry.is_new:
                self.moved_to |= dict.fromkeys(entry.paragraph.moved, last)
            elif not accepted_text(entry.stretches).strip():
                self.moves |= set(entry.paragraph.moved)
        self.moves &= set(self.moved_to)

    def all(self) -> Iterator[TrackedChange]:
        last = -1
        for number, entry in enumerate(self.entries):
            told: list[TrackedChange] = []
            if number in self.places:
                last = self.places[number]
                told += self.of_old(entry, last)
            elif entry.is_new and not self.moves & set(entry.paragraph.moved):
                told += self.of_new(entry, last)
            yield from self.with_comments(told, entry, last)

    def of_old(self, entry: Entry, place: int) -> Iterator[TrackedChange]:
        if moved := next((name for name in entry.paragraph.moved if name in self.moves), ""):
            hand = next(one.removed for one in entry.stretches if one.removed is not None)
            said = self.before[place].provision
            yield self.change((hand,), ProposalAction.MOVE, place, before=said.text, target=self.moved_to[moved])
            return
        hands = tuple(one.removed for one in entry.stretches if one.removed is not None and one.inserted is None)
        if hands and not accepted_text(entry.stretches).strip() and len({self.authors[hand] for hand in hands}) == 1:
            said = self.before[place].provision
            yield self.change(hands, ProposalAction.DELETE, place, before=said.text)
            return
        yield from self.of_field(entry.stretches, "", place, typed=self.is_typed(entry, place))
        for field, stretches in entry.cells:
            yield from self.of_field(stretches, field, place, typed=False)

    def is_typed(self, entry: Entry, place: int) -> bool:
        """Tell whether the number of a provision stands in its text, from which it was taken apart."""
        label, _text, length = typed_label(rejected_text(entry.stretches))
        return not entry.is_row and entry.table is None and bool(length) and label == self.before[place].provision.label

    def of_field(self, stretches: Stretches, field: str, place: int, *, typed: bool) -> Iterator[TrackedChange]:
        before = _plain(rejected_text(stretches), typed=typed)
        for cluster in clusters(stretches, self.authors):
            after = _plain(with_only(stretches, cluster), typed=typed)
            hands = tuple(
                hand
                for at in sorted(cluster)
                for hand in (stretches[at].inserted, stretches[at].removed)
                if hand is not None
            )
            if after == before:
                continue
            action = ProposalAction.MODIFY if after or field else ProposalAction.DELETE
            yield self.change(hands, action, place, before=before, after=after, field=field)

    def of_new(self, entry: Entry, place: int) -> Iterator[TrackedChange]:
        label, text, _length = typed_label(accepted_text(entry.stretches))
        if entry.is_row or entry.table is not None:
            label, text = accepted_text(entry.label).strip().rstrip("."), accepted_text(entry.stretches)
        hands = tuple(one.inserted for one in entry.stretches if one.inserted is not None and one.removed is None)
        if hands and text.strip():
            made = self.change(hands, ProposalAction.INSERT_AFTER, place, after=one_line(text), label=label)
            yield replace(made, cells=in_order((name, one_line(accepted_text(said))) for name, said in entry.cells))

    def with_comments(self, told: Sequence[TrackedChange], entry: Entry, place: int) -> Iterator[TrackedChange]:
        """Yield changes with what their authors wrote at the margin, then what is written there without a change."""
        notes = [self.text.comments[key] for key in dict.fromkeys(entry.comments) if key in self.text.comments]
        for one in told:
            mine = [said for author, said in notes if author == one.author and said]
            notes = [note for note in notes if note[0] != one.author]
            yield replace(one, comment="\n".join(filter(None, (*mine, one.comment))))
        for author, said in notes:
            if said:
                action = ProposalAction.QUESTION if said.rstrip().endswith("?") else ProposalAction.COMMENT
                yield TrackedChange(author, None, action, place, after=said)

    def change(
        self,
        hands: Sequence[str],
        action: ProposalAction,
        place: int,
        *,
        before: str = "",
        after: str = "",
        field: str = "",
        label: str = "",
        comment: str = "",
        target: int = -1,
    ) -> TrackedChange:
        times = [at for hand in hands if (at := self.text.authors[int(hand)].at) is not None]
        latest = max(times) if times else None
        return TrackedChange(
            self.authors[hands[0]], latest, action, place, before, after, field, label, comment, target
        )


def _plain(words: str, *, typed: bool) -> str:
    """Return a text as a provision has it; with `typed` without the number before it."""
    return one_line(typed_label(words)[1] if typed else words)
