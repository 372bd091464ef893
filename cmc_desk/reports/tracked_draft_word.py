"""The text of a draft in a Word file with every change tracked: paragraphs, rows of a plan, and comments of the proposals."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from gettext import NullTranslations
from itertools import count
from typing import Any

from cmc_desk.reports.draft_facts import DraftPaper, author, printed_label
from cmc_desk.reports.draft_styles import (
    CELL,
    add_band,
    add_styled,
    bookmark,
    indent,
    set_band,
    set_style,
    style_of,
)
from cmc_desk.reports.plan_columns import bands, is_indicator, plan_columns
from cmc_desk.reports.plan_table_word import plan_table
from cmc_desk.reports.proposal_comments import comments_of, is_told
from cmc_desk.reports.table_word import write_table
from cmc_desk.reports.tracked_pieces import (
    BRACKETS,
    NAMES,
    bracket,
    label_stretches,
    moved_beside,
    new_level,
    numbered_text,
    said_beside,
    style_beside,
    was_gone,
    with_row,
)
from cmc_desk.reports.tracked_word import (
    Hand,
    Tracking,
    track_paragraph,
    track_row,
    wholly,
    write_move,
    write_stretches,
)
from cmc_desk.reports.word import REMARK, add_row
from cmc_desk.reports.word_comments import add_comment
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.numbering import depth
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.provision_marks import author_mark, mark
from cmc_desk.rules.redline import Rendered
from cmc_desk.rules.table_text import is_table, tracked_rows
from cmc_desk.rules.tracked_draft import Beside, Laid, laid_out
from cmc_desk.rules.tracked_places import moves_in, new_place
from cmc_desk.rules.tracked_text import Stretch


def write_tracked(document: Any, content: DraftPaper, texts: NullTranslations, imprint: Imprint) -> None:
    """Write the text of the draft after what stands in the document already."""
    _Writer(document, content, texts, imprint).write()


class _Writer:
    """Writes one draft: the numbers of its changes and bookmarks, and the table to which the next row belongs."""

    def __init__(self, document: Any, content: DraftPaper, texts: NullTranslations, imprint: Imprint) -> None:
        self.document, self.content, self.texts = document, content, texts
        version = content.text.version
        self.made_at = content.local(version.created_at) if version else imprint.made_at
        self.together = {
            key: one.proposals for two in content.draft.provisions for one in two.alternatives for key in one.proposals
        }
        self.by_key = {one.key: one for one in content.proposals}
        self.tracking = Tracking(self.hand)
        self.bookmarks = count(1)
        self.columns = plan_columns(content, texts) if content.is_plan else ()
        self.bands = bands(content) if content.is_plan else frozenset()
        self.table: Any = None
        shown = [one for one in content.draft.provisions if not was_gone(one)]
        self.order = [one.provision for one in shown]
        self.moves = moves_in(shown, self.by_key)
        self.going = {one.provision.key: move.proposal.key for move in self.moves for one in move.members}
        self.new: dict[str, list[Callable[[], None]]] = {}

    def hand(self, key: str) -> Hand:
        """Return who made a change; what several proposals want stands under all of them."""
        if key == BRACKETS:
            return Hand(f"{author(self.content, None, self.texts)} [ ]", self.made_at)
        proposals = [self.by_key[one] for one in self.together.get(key, (key,)) if one in self.by_key]
        if not proposals:
            return Hand(author(self.content, None, self.texts), self.made_at)
        said = ", ".join(author(self.content, one, self.texts) for one in proposals)
        return Hand(said, self.content.local(proposals[0].received_at))

    def write(self) -> None:
        self._comment_on(self.document.paragraphs[-1], [one for one in self.content.proposals if not one.provision])
        self._write_moved("")
        for rendered in self.content.draft.provisions:
            if was_gone(rendered):
                continue
            if rendered.provision.kind is ProvisionKind.PLAN_ROW:
                self._write_row(rendered)
            elif rendered.provision.key in self.bands:
                self._write_band(rendered)
            else:
                self.table = None
                self._write_text(rendered)
            for act in self.new.pop(rendered.provision.key, ()):
                act()
            if rendered.provision.key:
                self._write_moved(rendered.provision.key)
        # The last paragraph of a file can neither come nor go.
        last = self.document.add_paragraph(style=REMARK)
        # What is in the text of this version already is no proposal any more when the file comes back.
        number = self.content.text.version.number if self.content.text.version else 0
        applied = [one.key for one in self.content.proposals if number and one.applied_in == number]
        for name in dict.fromkeys(self.hand(key).author for key in ("", *applied)):
            bookmark(last, author_mark(name), next(self.bookmarks))

    def _write_band(self, rendered: Rendered) -> None:
        """Write a heading over the whole width of the table, above the rows that it is of."""
        self._row()
        row = self.table.rows[-1]
        cell = add_band(row)
        laid = self._write_paragraph(cell.paragraphs[0], rendered)
        set_band(cell.paragraphs[0])
        inserted, removed = wholly(laid.stretches)
        if not laid.bracketed and (inserted is not None or removed is not None):
            track_row(row, self.tracking, inserted=inserted, removed=removed)

    def _write_text(self, rendered: Rendered) -> None:
        """Write a provision that stands in no plan, as a table if it is one."""
        laid = self._laid(rendered)
        rows = tracked_rows(laid.stretches) if rendered.provision.kind not in NAMES else ()
        if not rows:
            self._write_paragraph(self.document.add_paragraph(), rendered)
            return
        brackets = BRACKETS if laid.bracketed else ""
        label = rendered.provision.label
        self._finish(write_table(self.document, rows, self.tracking, label=label, brackets=brackets), rendered, laid)
        for beside in laid.others:
            self._write_beside(self.document, beside, style_of(rendered.provision))
        self._put_in(rendered, laid.insertions)

    def _put_in(self, rendered: Rendered, insertions: Sequence[Beside]) -> None:
        """Have what is new after a provision written at its place; what is new below it stands before that."""
        provision = rendered.provision
        in_table = provision.kind is ProvisionKind.PLAN_ROW or provision.key in self.bands
        acts: dict[str, list[Callable[[], None]]] = {}
        for beside in insertions:
            deep = depth(replace(provision, level=new_level(beside, rendered)))
            act = partial(self._write_beside, self.document, beside, style_beside(rendered, beside))
            if in_table:
                act = partial(self._write_new_row, beside, rendered)
            acts.setdefault(new_place(self.order, provision, deep), []).append(act)
        for place, some in acts.items():
            self.new[place] = [*some, *self.new.get(place, ())]

    def _write_paragraph(self, paragraph: Any, rendered: Rendered) -> Laid:
        """Write a provision into an empty paragraph, and what stands beside it after that; return how it was laid out."""
        provision = rendered.provision
        laid = self._laid(rendered)
        set_style(paragraph, style_of(provision))
        indent(paragraph, provision)
        if provision.key in self.going and self._is_moved(rendered):
            self._write_move(paragraph, rendered, provision.label, arrives=False)
            return self._finish(paragraph, rendered, laid)
        inserted, removed = wholly(laid.stretches)
        before = label_stretches(provision.label, laid, inserted, removed)
        write_stretches(paragraph, (*bracket("[", laid), *before, *laid.stretches, *bracket("]", laid)), self.tracking)
        if not laid.bracketed:
            track_paragraph(paragraph, self.tracking, inserted=inserted, removed=removed)
        self._finish(paragraph, rendered, laid)
        in_table = provision.key in self.bands
        for beside in laid.others:
            if in_table:
                self._add_to_cell(self.table.rows[-1].cells[0], beside)
            else:
                self._write_beside(self.document, beside, style_beside(rendered, beside))
        self._put_in(rendered, laid.insertions)
        return laid

    def _add_to_cell(self, cell: Any, beside: Beside) -> None:
        # The end of the last paragraph is that of the cell, which stays: it is the one before that comes.
        track_paragraph(cell.paragraphs[-1], self.tracking, inserted=beside.key)
        self._write_beside(cell, beside, CELL)

    def _write_beside(self, place: Any, beside: Beside, style: str) -> None:
        """Write a text of its own, wholly put in by whoever proposes it."""
        proposals = self._proposals(self.together.get(beside.key, (beside.key,)))
        if style != CELL and not beside.closing and is_table(beside.text):
            rows = tracked_rows((Stretch(beside.text, inserted=beside.key),))
            first = write_table(place, rows, self.tracking, label=beside.label.rstrip("."))
            self._comment_on(first, proposals, inserted=beside.key)
            return
        paragraph = add_styled(place, style)
        words = self.texts.gettext("Delete this text.") if beside.deletes else beside.text
        label = beside.label if style == CELL or not beside.label else printed_label(beside.label)
        between = "" if not label or label == "[" else " " if style == CELL else "\t"
        stretch = Stretch(f"{label}{between}{words}{beside.closing}", inserted=beside.key)
        write_stretches(paragraph, (stretch,), self.tracking)
        if style != CELL:
            track_paragraph(paragraph, self.tracking, inserted=beside.key)
        self._comment_on(paragraph, proposals, inserted=beside.key)

    def _write_moved(self, after: str) -> None:
        for move in self.moves:
            for rendered in move.members if move.after == after else ():
                one, there = rendered.provision, moved_beside(move, rendered)
                if one.kind is ProvisionKind.PLAN_ROW:
                    self._write_new_row(there, rendered)
                elif self._is_moved(rendered):
                    paragraph = add_styled(self.document, style_of(one))
                    indent(paragraph, one)
                    self._write_move(paragraph, rendered, there.label, arrives=True)
                else:
                    self._write_beside(self.document, there, style_of(one))

    def _is_moved(self, rendered: Rendered) -> bool:
        """Tell whether Word itself moves it; a row, a heading of rows or a table goes in one place and comes in another."""
        return rendered.provision.key not in self.bands and not is_table(rendered.provision.text)

    def _write_move(self, paragraph: Any, rendered: Rendered, label: str, *, arrives: bool) -> None:
        one, key = rendered.provision, self.going[rendered.provision.key]
        name = f"move{self.by_key[key].number} {list(self.going).index(one.key)}"
        write_move(paragraph, numbered_text(label, one.text), self.tracking, key, name=name, arrives=arrives)

    def _write_row(self, rendered: Rendered) -> None:
        cells = self._row()
        laid = self._laid(rendered)
        inserted, removed = wholly(laid.stretches)
        first: Any = None
        for column, cell in zip(self.columns, cells, strict=True):
            paragraph = cell.paragraphs[0]
            set_style(paragraph, CELL)
            if column.is_label:
                said = Laid((Stretch(rendered.provision.label, inserted, removed),))
            elif column.field:
                said = with_row(laid_out(rendered, column.field), inserted, removed)
            elif column.of_indicators is is_indicator(rendered.provision):
                said, first = laid, paragraph
            else:
                said = Laid(())
            write_stretches(paragraph, (*bracket("[", said), *said.stretches, *bracket("]", said)), self.tracking)
            for beside in said.others:
                self._add_to_cell(cell, beside)
        if not laid.bracketed and (inserted is not None or removed is not None):
            track_row(self.table.rows[-1], self.tracking, inserted=inserted, removed=removed)
        self._finish(first, rendered, laid)
        self._put_in(rendered, laid.insertions)

    def _write_new_row(self, beside: Beside, like: Rendered) -> None:
        cells = self._row()
        for column, cell in zip(self.columns, cells, strict=True):
            paragraph = cell.paragraphs[0]
            set_style(paragraph, CELL)
            words = said_beside(column, beside, like)
            write_stretches(paragraph, (Stretch(words, inserted=beside.key),) if words else (), self.tracking)
            if words == f"{beside.text}{beside.closing}":
                self._comment_on(paragraph, self._proposals((beside.key,)), inserted=beside.key)
        track_row(self.table.rows[-1], self.tracking, inserted=beside.key)

    def _row(self) -> Any:
        if self.table is None:
            self.table = plan_table(self.document, self.columns)
        return add_row(self.table)

    def _laid(self, rendered: Rendered) -> Laid:
        laid = laid_out(rendered)
        key = self.going.get(rendered.provision.key)
        return laid if key is None else Laid(tuple(replace(one, removed=key) for one in laid.stretches))

    def _finish(self, paragraph: Any, rendered: Rendered, laid: Laid) -> Laid:
        """Add the comments that belong to the text itself, and the mark by which it is known again; return how it was laid out."""
        inserted, removed = (None, None) if laid.bracketed else wholly(laid.stretches)
        beside = {key for one in (*laid.others, *laid.insertions) for key in self.together.get(one.key, (one.key,))}
        here = [one for one in self.content.of(rendered) if one.key not in beside]
        self._comment_on(paragraph, here, inserted=inserted, removed=removed)
        bookmark(paragraph, mark(rendered.provision.key), next(self.bookmarks))
        return laid

    def _proposals(self, keys: Iterable[str]) -> list[Proposal]:
        return [self.by_key[key] for key in keys if key in self.by_key]

    def _comment_on(
        self,
        paragraph: Any,
        proposals: Sequence[Proposal],
        *,
        inserted: str | None = None,
        removed: str | None = None,
    ) -> None:
        for proposal in proposals:
            if not is_told(self.content, proposal):
                continue
            for hand, words in comments_of(self.content, proposal, self.texts):
                add_comment(self.document, paragraph, words, hand, self.tracking, inserted=inserted, removed=removed)
