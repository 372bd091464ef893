"""The matrix of comments as a Word file on wide pages: a table for each document, with the changes underlined and struck."""

from collections.abc import Sequence
from gettext import NullTranslations
from typing import Any

from docx.shared import Mm, Pt, RGBColor

from cmc_desk.reports.comments_matrix import title
from cmc_desk.reports.dates import short_when
from cmc_desk.reports.draft_facts import DraftPaper, meter_words, version_words
from cmc_desk.reports.draft_facts import title as title_of
from cmc_desk.reports.draft_styles import CELL, make_wide, set_draft_styles
from cmc_desk.reports.matrix_lines import CommentsMatrix, MatrixLine, matrix_lines
from cmc_desk.reports.word import REMARK, add_row, add_table, add_text, word_bytes, word_paper
from cmc_desk.rules.matrix_columns import HEADINGS
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.word_difference import Kept, Piece

_WIDTHS = (Mm(15), Mm(26), Mm(44), Mm(52), Mm(36), Mm(36), Mm(30), Mm(28))
_LEAF, _CORAL, _SLATE = RGBColor(0x2A, 0x75, 0x48), RGBColor(0xB9, 0x3A, 0x22), RGBColor(0x55, 0x65, 0x6D)


def word(content: CommentsMatrix, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the matrix as .docx."""
    _ = texts.gettext
    document = word_paper(title(texts), imprint, texts, language=content.language)
    set_draft_styles(document)
    make_wide(document)
    add_text(document.add_paragraph(style="Subtitle"), imprint.meeting, style="Strong")
    for words in filter(None, (imprint.subtitle, imprint.place_and_dates)):
        add_text(document.add_paragraph(style="Subtitle"), words)
    add_text(document.add_paragraph(style="Title"), title(texts))
    for draft, lines in zip(content.drafts, matrix_lines(content, texts), strict=True):
        _document(document, draft, lines, texts)
    if not content.drafts:
        add_text(document.add_paragraph(style=REMARK), _("The meeting has no draft document."))
    return word_bytes(document)


def _document(document: Any, draft: DraftPaper, lines: Sequence[MatrixLine], texts: NullTranslations) -> None:
    _ = texts.gettext
    add_text(document.add_paragraph(style="Heading 1"), title_of(draft))
    about = [version_words(draft, texts), meter_words(draft.draft.meter, texts)]
    words = texts.ngettext("{number} proposal", "{number} proposals", len(lines)).format(number=len(lines))
    add_text(document.add_paragraph(style=REMARK), " · ".join(filter(None, (*about, words if lines else ""))))
    if not lines:
        add_text(document.add_paragraph(), _("Nothing was proposed."))
        return
    heads = (
        _(HEADINGS["number"]),
        _(HEADINGS["delegations"]),
        _(HEADINGS["current"]),
        _(HEADINGS["proposed"]),
        _(HEADINGS["rationale"]),
        _("Responses"),
        _("Support and reservations"),
        _("Status and final text"),
    )
    table = add_table(document, heads, _WIDTHS)
    for cell in table.rows[0].cells:
        cell.paragraphs[0].style = CELL
    for line in lines:
        _row(add_row(table), line, texts)


def _row(cells: Any, line: MatrixLine, texts: NullTranslations) -> None:
    _ = texts.gettext
    number = _Cell(cells[0])
    number.say(line.number, strong=True)
    number.say(line.provision or _("The whole"))
    who = _Cell(cells[1])
    who.say(line.delegations, strong=True)
    who.say(f"{line.kind} · {line.action}" if line.kind != line.action else line.kind, quiet=True)
    who.say(f"{line.channel}, {short_when(line.received, texts)}", quiet=True)
    current = _Cell(cells[2])
    current.say(line.cell, strong=True)
    current.say(line.current)
    _proposed(_Cell(cells[3]), line)
    _Cell(cells[4]).say(line.rationale)
    answers = _Cell(cells[5])
    for agency, text in line.answers:
        answers.say(text, lead=f"{agency}: ")
    stands = _Cell(cells[6])
    stands.say(line.supporters, lead=f"{_(HEADINGS['supporters'])}: ")
    stands.say(line.opponents, lead=f"{_(HEADINGS['opponents'])}: ")
    stands.say(line.reservations, lead=f"{_(HEADINGS['reservations'])}: ")
    status = _Cell(cells[7])
    status.say(line.status, strong=True)
    status.say(line.concerns, quiet=True)
    status.say(line.final)


def _proposed(cell: "_Cell", line: MatrixLine) -> None:
    if line.pieces:
        cell.redline(line.pieces)
    else:
        cell.say(line.proposed)


class _Cell:
    """A cell of the table, filled paragraph by paragraph; what says nothing makes none."""

    def __init__(self, cell: Any) -> None:
        self._cell = cell
        self._used = False
        cell.paragraphs[0].style = CELL

    def say(self, words: str, *, lead: str = "", strong: bool = False, quiet: bool = False) -> None:
        """Add words, each of their lines as a paragraph."""
        for number, line in enumerate(words.split("\n") if words.strip() else ()):
            paragraph = self._paragraph()
            if lead and not number:
                add_text(paragraph, lead, style="Strong")
            run = add_text(paragraph, line, style="Strong" if strong else None)
            if quiet:
                run.font.color.rgb = _SLATE

    def redline(self, pieces: Sequence[Piece]) -> None:
        """Add a text with its changes."""
        paragraph = self._paragraph()
        before = Piece("")
        for piece in pieces:
            apart = before.text[-1:].isspace() or piece.text[:1].isspace()
            if before.kept is Kept.REMOVED and piece.kept is Kept.ADDED and not apart:
                # What was removed stands a little off what came in its place.
                add_text(paragraph, " ")
            before = piece
            for number, part in enumerate(piece.text.split("\n")):
                if number:
                    paragraph = self._paragraph()
                if not part:
                    continue
                run = add_text(paragraph, part)
                if piece.kept is Kept.ADDED:
                    run.font.underline, run.font.color.rgb = True, _LEAF
                elif piece.kept is Kept.REMOVED:
                    run.font.strike, run.font.color.rgb = True, _CORAL

    def _paragraph(self) -> Any:
        if not self._used:
            self._used = True
            return self._cell.paragraphs[0]
        paragraph = self._cell.add_paragraph(style=CELL)
        paragraph.paragraph_format.space_before = Pt(1)
        return paragraph
