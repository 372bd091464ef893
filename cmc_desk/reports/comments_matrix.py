"""The matrix of comments as workbook: a sheet for each document, one with all, and what came of it in figures; it comes back filled in."""

from collections.abc import Collection, Mapping, Sequence
from gettext import NullTranslations
from typing import Any

from cmc_desk.reports.matrix_figures import figures
from cmc_desk.reports.matrix_lines import BETWEEN, CommentsMatrix, MatrixLine, agencies_of, document_name, matrix_lines
from cmc_desk.reports.sheet_names import sheet_names
from cmc_desk.reports.travel_book import travel_book
from cmc_desk.reports.workbook import INSTANT, Cell, Redline, Sheet, SheetColumn
from cmc_desk.rules.document_kinds import ProposalDecision
from cmc_desk.rules.document_words import ACTION_WORDS, CHANNEL_WORDS, TYPE_WORDS, decision_word
from cmc_desk.rules.matrix_columns import ANSWER, HEADINGS
from cmc_desk.rules.papers import Format, Imprint

__all__ = ["BETWEEN", "CommentsMatrix", "render", "title"]

_WIDTHS = {
    "number": 8,
    "document": 14,
    "provision": 11,
    "cell": 13,
    "current": 38,
    "delegations": 18,
    "channel": 11,
    "received": 18,
    "kind": 12,
    "action": 10,
    "proposed": 38,
    "row": 24,
    "redline": 38,
    "rationale": 32,
    "answered": 20,
    "supporters": 18,
    "opponents": 14,
    "reservations": 18,
    "status": 13,
    "final": 32,
    "decided": 18,
    "concerns": 15,
    "mark": 12,
}
_BEFORE_ANSWERS = (
    *("number", "document", "provision", "cell", "delegations", "channel", "received", "kind", "action"),
    *("current", "proposed", "row", "redline", "rationale"),
)
_AFTER_ANSWERS = (
    *("answered", "supporters", "opponents", "reservations", "status", "final", "decided", "concerns", "mark"),
)
_OF_PLANS = ("cell", "row")
_TIMES = ("received", "decided")
_TEXTS = ("current", "proposed", "row", "redline", "rationale", "answered", "reservations", "final", "concerns")
_LISTED: dict[str, Mapping[Any, str]] = {
    "channel": CHANNEL_WORDS,
    "kind": TYPE_WORDS,
    "action": ACTION_WORDS,
}
# Rows below the last that offer the same choices, for comments that are added by hand.
_SPARE = 200


def render(content: CommentsMatrix, form: Format, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the matrix as workbook or as Word file."""
    if form is Format.DOCX:
        from cmc_desk.reports.comments_matrix_word import word

        return word(content, texts, imprint)
    return book(content, texts, imprint)


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Matrix of comments and proposals")


def book(content: CommentsMatrix, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the matrix as .xlsx."""
    _ = texts.gettext
    by_draft = matrix_lines(content, texts)
    every = [line for lines in by_draft for line in lines]
    reserved = (_("All documents"), _("Figures"), _("Lists"), _("About"))
    names = sheet_names([document_name(draft) for draft in content.drafts], reserved)
    choices, lists = _lists(content, texts)
    sheets = []
    for place, (draft, name, lines) in enumerate(zip(content.drafts, names, by_draft, strict=True), start=1):
        columns = _columns(content, texts, without={"document"} if draft.is_plan else {"document", *_OF_PLANS})
        rows = _rows(lines, columns)
        sheets.append(
            Sheet(f"document{place}", name, columns, rows, frozen=2, choices=choices, spare=_SPARE, tall=True)
        )
    of_plans = any(draft.is_plan for draft in content.drafts)
    columns = _columns(content, texts, without=() if of_plans else _OF_PLANS)
    sheets.append(Sheet("all", reserved[0], columns, _rows(every, columns), frozen=3, choices=choices, tall=True))
    notes: list[tuple[str, Cell]] = [
        (
            _("New comments"),
            _("Below the last row of a document, without a number: provision, delegation, type and text."),
        ),
        (_("Changes"), _("Every cell but number and provision may be written anew; rows may be sorted.")),
        (_("Numbers in it"), ", ".join(line.number for line in every)),
    ]
    return travel_book(title(texts), (*sheets, figures(content, by_draft, texts), lists), texts, imprint, notes=notes)


def _columns(content: CommentsMatrix, texts: NullTranslations, *, without: Collection[str]) -> tuple[SheetColumn, ...]:
    def column(name: str) -> SheetColumn:
        form = INSTANT if name in _TIMES else ""
        return SheetColumn(
            texts.gettext(HEADINGS[name]), name, _WIDTHS[name], form, lines=name in _TEXTS, hidden=name == "mark"
        )

    answers = (
        SheetColumn(texts.gettext(ANSWER).format(agency=agency), f"answer {agency}", 28, lines=True)
        for agency in agencies_of(content)
    )
    before = (column(name) for name in _BEFORE_ANSWERS if name not in without)
    return (*before, *answers, *map(column, _AFTER_ANSWERS))


def _rows(lines: Sequence[MatrixLine], columns: Sequence[SheetColumn]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(_cell(line, column.name) for column in columns) for line in lines)


def _cell(line: MatrixLine, name: str) -> Cell:
    if name == "redline":
        return Redline(line.pieces) if line.pieces else None
    if name.startswith("answer "):
        return dict(line.answers).get(name.removeprefix("answer ")) or None
    return getattr(line, name) or None


def _lists(content: CommentsMatrix, texts: NullTranslations) -> tuple[dict[str, str], Sheet]:
    """Return where the choices of the columns are, and the sheet on which they stand."""
    _ = texts.gettext
    lists = {name: [texts.gettext(word) for word in words.values()] for name, words in _LISTED.items()}
    lists["status"] = [decision_word(decision, texts) for decision in ProposalDecision]
    lists["document"] = [document_name(draft) for draft in content.drafts]
    lists["delegations"] = list(dict.fromkeys(name for draft in content.drafts for _code, name in draft.delegations))
    title = _("Lists")
    columns = tuple(SheetColumn(texts.gettext(HEADINGS[name]), name, 30) for name in lists)
    longest = max(map(len, lists.values()), default=0)
    rows = tuple(
        tuple(words[place] if place < len(words) else None for words in lists.values()) for place in range(longest)
    )
    quoted = title.replace("'", "''")
    choices = {
        name: f"'{quoted}'!${chr(64 + place)}$2:${chr(64 + place)}${len(words) + 1}"
        for place, (name, words) in enumerate(lists.items(), start=1)
        if words
    }
    return choices, Sheet("lists", title, columns, rows)
