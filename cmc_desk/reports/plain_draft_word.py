"""The text of a draft in a Word file without tracked changes: clean with its numbers, or beside what is proposed for it."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations
from itertools import count
from typing import Any

from docx.enum.text import WD_UNDERLINE
from docx.shared import Mm, RGBColor

from cmc_desk.reports.draft_facts import (
    DraftPaper,
    alternatives,
    cell_runs,
    field_words,
    names,
    now_says,
    plan_fields,
    printed_label,
    wished_runs,
)
from cmc_desk.reports.draft_styles import (
    CELL,
    PARAGRAPH,
    WIDE,
    add_band,
    add_styled,
    bookmark,
    indent,
    set_band,
    set_style,
    style_of,
    without_lines,
)
from cmc_desk.reports.plan_columns import PlanColumn, bands, is_indicator, plan_columns
from cmc_desk.reports.plan_table_word import plan_table
from cmc_desk.reports.table_word import write_plain_table
from cmc_desk.reports.tracked_word import add_words
from cmc_desk.reports.word import add_row, add_table
from cmc_desk.reports.word_lists import WordLists
from cmc_desk.rules.document_kinds import ProposalAction, ProvisionKind, ProvisionStatus
from cmc_desk.rules.document_words import ACTION_WORDS, PROVISION_STATUS_WORDS
from cmc_desk.rules.provision_marks import mark
from cmc_desk.rules.redline import Alternative, Rendered, Run
from cmc_desk.rules.table_text import is_table
from cmc_desk.rules.word_difference import Kept

_ADDED, _REMOVED = RGBColor.from_string("2A7548"), RGBColor.from_string("B93A22")
_NUMBER, _TEXT = 22, 112


def write_clean(document: Any, content: DraftPaper, texts: NullTranslations, *, undecided: bool) -> None:
    """Write the text as it stands after what is in the document; with `undecided` every alternative stands in brackets."""
    lists = WordLists(document)
    bookmarks = count(1)
    columns = plan_columns(content, texts) if content.is_plan else ()
    in_table = bands(content) if columns else frozenset()
    table: Any = None
    for rendered in content.draft.provisions:
        if rendered.provision.status is ProvisionStatus.DELETED:
            continue
        if rendered.provision.kind is ProvisionKind.PLAN_ROW:
            table = table if table is not None else plan_table(document, columns)
            written = _write_row(add_row(table), columns, rendered, undecided=undecided)
        elif rendered.provision.key in in_table:
            table = table if table is not None else plan_table(document, columns)
            add_row(table)
            cell = add_band(table.rows[-1])
            written = _write_provision(cell, rendered, lists, undecided=undecided)
            _take_out(cell.paragraphs[0])
            set_band(written)
        else:
            table = None
            written = _write_provision(document, rendered, lists, undecided=undecided)
        # By it the provision is known again when a delegation sends the file back with its changes.
        bookmark(written, mark(rendered.provision.key), next(bookmarks))
    if table is not None:
        # Nothing may end with a table; this takes no room.
        without_lines(add_styled(document, CELL))


def write_two_columns(document: Any, content: DraftPaper, texts: NullTranslations) -> None:
    """Write a table: number and status, the text, what is proposed for it and by whom."""
    _ = texts.gettext
    widths = [Mm(one) for one in (_NUMBER, _TEXT, WIDE - _NUMBER - _TEXT)]
    table = add_table(document, (_("No."), _("Text"), _("Proposed")), widths)
    for rendered in content.draft.provisions:
        number, left, right = add_row(table)
        _words(number, printed_label(rendered.provision.label), first=True)
        if rendered.provision.kind not in (ProvisionKind.TITLE, ProvisionKind.HEADING):
            _words(number, texts.gettext(PROVISION_STATUS_WORDS[rendered.provision.status]))
        heading = rendered.provision.kind in (ProvisionKind.TITLE, ProvisionKind.HEADING)
        write_seen(_first(left), rendered.runs, style="Strong" if heading else None)
        for field in plan_fields(content) if rendered.cells else ():
            if runs := cell_runs(rendered, field):
                place = add_styled(left, CELL)
                add_words(place, f"{field_words(field, texts)}: ", style="Strong")
                write_seen(place, runs)
        for place, one in enumerate(_proposed(rendered)):
            _write_proposed(right, content, one, texts, first=not place)
        if not any(True for _one in _proposed(rendered)):
            _first(right)


def write_seen(paragraph: Any, runs: Sequence[Run], *, style: str | None = None) -> None:
    """Write runs so that changes are seen without being tracked: underlined and green, struck out and red."""
    for run in runs:
        if not run.text:
            continue
        written = add_words(paragraph, run.text, style=style)
        if run.kept is Kept.ADDED:
            written.font.underline, written.font.color.rgb = WD_UNDERLINE.SINGLE, _ADDED
        if run.kept is Kept.REMOVED:
            written.font.strike, written.font.color.rgb = True, _REMOVED


def standing(rendered: Rendered, field: str, *, undecided: bool) -> Iterator[tuple[str, str, str]]:
    """Yield what a field says now, as label, text and closing bracket: one text, or every alternative and what would be new."""
    label = printed_label(rendered.provision.label) if not field else ""
    beside = [one for one in alternatives(rendered, field) if undecided and one.action in _TEXTS]
    versions = [one for one in beside if one.action is not ProposalAction.INSERT_AFTER]
    if not versions:
        yield label, now_says(cell_runs(rendered, field)), ""
    for one in beside:
        if words := now_says(one.runs):
            yield one.opening, words, one.closing


_TEXTS = frozenset({ProposalAction.MODIFY, ProposalAction.DELETE, ProposalAction.INSERT_AFTER})


def _write_provision(document: Any, rendered: Rendered, lists: WordLists, *, undecided: bool) -> Any:
    """Write a provision, and return its last paragraph."""
    paragraph: Any = None
    provision = rendered.provision
    heading = provision.kind in (ProvisionKind.TITLE, ProvisionKind.HEADING)
    for label, words, closing in standing(rendered, "", undecided=undecided):
        if not closing and not heading and is_table(words):
            paragraph = write_plain_table(document, words, label=provision.label)
            continue
        new = bool(closing) and heading and label.strip("[") != printed_label(provision.label)
        paragraph = add_styled(document, PARAGRAPH if new else style_of(provision))
        indent(paragraph, provision)
        if closing or not lists.count(paragraph, provision.label, provision.level):
            shown = label if label in ("", "[") else f"{label}\t"
            write_seen(paragraph, (Run(shown),))
        else:
            _keep_place(paragraph)
        write_seen(paragraph, (Run(words + closing),))
    return paragraph


def _keep_place(paragraph: Any) -> None:
    """Say the room before a paragraph again: a list takes it away where it only stands in the style."""
    own, usual = paragraph.paragraph_format, paragraph.style.paragraph_format
    if own.left_indent is None:
        own.left_indent, own.first_line_indent = usual.left_indent, usual.first_line_indent


def _take_out(paragraph: Any) -> None:
    # A cell is made with an empty paragraph, which would stand before the first.
    paragraph._p.getparent().remove(paragraph._p)  # noqa: SLF001 - python-docx cannot remove one


def _write_row(cells: Any, columns: Sequence[PlanColumn], rendered: Rendered, *, undecided: bool) -> Any:
    """Write a row, and return the paragraph of its text."""
    text: Any = None
    for column, cell in zip(columns, cells, strict=True):
        paragraph = _first(cell)
        if not column.is_label and not column.field and column.of_indicators is is_indicator(rendered.provision):
            text = paragraph
        if column.is_label:
            _words(cell, rendered.provision.label, first=True)
        elif column.field or column.of_indicators is is_indicator(rendered.provision):
            for place, (label, words, closing) in enumerate(standing(rendered, column.field, undecided=undecided)):
                shown = f"{label} " if closing and label != "[" else label if closing else ""
                _words(cell, f"{shown}{words}{closing}", first=not place)
    return text


def _proposed(rendered: Rendered) -> Iterator[Alternative]:
    return (one for one in rendered.alternatives if one.proposals)


def _write_proposed(
    cell: Any, content: DraftPaper, alternative: Alternative, texts: NullTranslations, *, first: bool
) -> None:
    line = _first(cell) if first else add_styled(cell, CELL)
    numbers = ", ".join(one.name for key in alternative.proposals if (one := content.proposal(key)) is not None)
    who = names(content, alternative.proposers)
    field = field_words(alternative.field, texts) if alternative.field else ""
    words = (numbers, who, texts.gettext(ACTION_WORDS[alternative.action]), field)
    add_words(line, " · ".join(filter(None, words)), style="Strong")
    line.paragraph_format.keep_with_next = True
    text = add_styled(cell, CELL)
    between = "" if alternative.opening in ("", "[") else " "
    wished = wished_runs(alternative, texts)
    write_seen(text, (Run(f"{alternative.opening}{between}"), *wished, Run(alternative.closing)))
    if alternative.supporters:
        supported = texts.gettext("Supported by")
        add_words(add_styled(cell, CELL), f"{supported}: {names(content, alternative.supporters)}")


def _first(cell: Any) -> Any:
    paragraph = cell.paragraphs[0]
    set_style(paragraph, CELL)
    return paragraph


def _words(cell: Any, words: str, *, first: bool = False) -> None:
    paragraph = _first(cell) if first else add_styled(cell, CELL)
    write_seen(paragraph, (Run(words),))
