"""A draft as PDF: with its changes and alternatives, clean with numbered lines, or text and proposals side by side."""

from gettext import NullTranslations
from itertools import groupby

from cmc_desk.reports.draft_facts import DraftPaper, against_words, meter_words, version_words
from cmc_desk.reports.draft_facts import title as title_of
from cmc_desk.reports.draft_pieces import (
    SMALL,
    TONES,
    about_alternative,
    alternative_pieces,
    bar_of,
    general,
    is_of_table,
    label_words,
    left_out,
    remark_pieces,
    remarks,
    shown_runs,
)
from cmc_desk.reports.draft_table_pdf import write_plan, write_sides
from cmc_desk.reports.page import INKS, MARGIN, MM, Pages
from cmc_desk.reports.run_lines import LineNumbers, Styled, styled, write_runs
from cmc_desk.reports.table_pdf import write_table
from cmc_desk.reports.typesetting import draw_text, wrapped
from cmc_desk.reports.unprintable import unprintable
from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.document_words import PROVISION_STATUS_WORDS
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.redline import Rendered, View
from cmc_desk.rules.table_text import tracked_rows
from cmc_desk.rules.tracked_text import of_runs

_SIZE = 10.5
_HEADINGS = (12.5, 11.0, 10.5)
_LABEL_ROOM, _STEP = 28.0, 20.0
_STATUS_ROOM, _STATUS_SIZE = 42.0, 6.5
# The many columns of a plan need the room.
_PLAN_MARGIN = 13 * MM


def pdf(content: DraftPaper, view: View, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the draft as PDF; a plan and the two columns of text and proposals stand on wide pages."""
    wide = content.is_plan or view is View.SIDE_BY_SIDE
    margin = _PLAN_MARGIN if content.is_plan and view is not View.SIDE_BY_SIDE else MARGIN
    pages = Pages(_foot_title(content, view, texts), imprint, texts, wide=wide, margin=margin)
    _title_block(pages, content, view, texts, imprint)
    write_draft(pages, content, view, texts)
    return pages.finish()


def write_draft(pages: Pages, content: DraftPaper, view: View, texts: NullTranslations) -> None:
    """Write the text of a draft where `pages` stands."""
    if not content.draft.provisions:
        pages.space(8)
        pages.text(texts.gettext("This draft has no text yet."), size=_SIZE, tone="slate")
        return
    if view is View.SIDE_BY_SIDE:
        write_sides(pages, content, texts)
        return
    clean = view is View.CLEAN
    numbers = LineNumbers() if clean else None
    shown = [one for one in content.draft.provisions if not left_out(one, clean=clean)]
    for in_table, some in groupby(shown, key=lambda one: is_of_table(one, content)):
        if in_table:
            pages.space(10)
            write_plan(pages, content, list(some), texts, numbers=numbers)
        else:
            for one in some:
                _write(pages, content, one, texts, numbers=numbers)
    if not clean:
        _general(pages, content, texts)


def _foot_title(content: DraftPaper, view: View, texts: NullTranslations) -> str:
    _ = texts.gettext
    views = {View.REDLINE: _("with changes"), View.CLEAN: _("clean text"), View.SIDE_BY_SIDE: _("text and proposals")}
    version = content.text.version
    words = [content.text.short_title or content.text.title]
    if version is not None:
        words.append(version.label or _("Draft {number}").format(number=version.number))
    return " · ".join((*words, views[view]))


def _title_block(pages: Pages, content: DraftPaper, view: View, texts: NullTranslations, imprint: Imprint) -> None:
    _ = texts.gettext
    pages.space(8)
    pages.text(imprint.meeting, size=12, bold=True)
    pages.text(imprint.place_and_dates, size=10, tone="slate")
    pages.space(10)
    pages.text(title_of(content), size=18, bold=True, tone="sea")
    pages.text(version_words(content, texts), size=10)
    if view is not View.CLEAN:
        if words := meter_words(content.draft.meter, texts):
            pages.text(words, size=9, tone="slate")
        legend = [Styled(f"{against} · " if (against := against_words(content, texts)) else "", "slate")]
        legend += [Styled(_("added"), "leaf", under=True), Styled("  "), Styled(_("removed"), "coral", struck=True)]
        write_runs(pages, legend, size=9)
    if lacking := len(unprintable(content)):
        words = texts.ngettext(
            "{number} text is not printed in full, because no font of the program has its letters; it is whole in the Word file.",
            "{number} texts are not printed in full, because no font of the program has their letters; they are whole in the Word file.",
            lacking,
        )
        pages.text(words.format(number=lacking), size=8.5, bold=True, tone="coral")
    pages.space(5)
    pages.rule("edge")


def _write(
    pages: Pages, content: DraftPaper, rendered: Rendered, texts: NullTranslations, *, numbers: LineNumbers | None
) -> None:
    one = rendered.provision
    clean = numbers is not None
    runs = shown_runs(rendered, clean=clean)
    if one.kind is ProvisionKind.TITLE:
        # It stands at the top of the paper already, and here only if it is to change.
        if clean or not (rendered.alternatives or any(run.proposal for run in runs)):
            return
        pages.space(10)
        write_runs(pages, styled(runs, bold=True), size=14)
    elif one.kind is ProvisionKind.HEADING:
        size = _HEADINGS[min(one.level, len(_HEADINGS)) - 1]
        pages.need(size * 2.5 + _SIZE * 5)
        pages.space(size)
        lead = (Styled(f"{label_words(one.label)} ", "sea", bold=True),) if one.label else ()
        write_runs(pages, (*lead, *styled(runs, tone="sea", bold=True)), size=size, numbers=numbers)
    elif runs:
        _paragraph(pages, rendered, texts, numbers=numbers)
    if not clean:
        _beside(pages, content, rendered, texts)


def _paragraph(pages: Pages, rendered: Rendered, texts: NullTranslations, *, numbers: LineNumbers | None) -> None:
    one = rendered.provision
    label_at = _STEP * max(0, one.level - 1) + (8 if one.kind is ProvisionKind.SUBPARAGRAPH and one.level == 1 else 0)
    label = label_words(one.label)
    indent = label_at + (_LABEL_ROOM + (14 if " " in one.label else 0) if label else 0)
    pages.space(6)
    pages.need(_SIZE * 3.2)
    runs = shown_runs(rendered, clean=numbers is not None)
    if numbers is None:
        _status(pages, one.status, texts)
    if rows := tracked_rows(of_runs(runs)):
        write_table(pages, rows, label=label, numbers=numbers)
        return
    write_runs(
        pages,
        styled(runs),
        size=_SIZE,
        indent=indent,
        label=label,
        label_at=label_at,
        numbers=numbers,
    )


def _status(pages: Pages, status: ProvisionStatus, texts: NullTranslations) -> None:
    """Say in the margin how far the meeting has come with a paragraph, beside its first lines."""
    pages.canvas.setFillColor(INKS[TONES[status]])
    words = texts.gettext(PROVISION_STATUS_WORDS[status])
    bold = status is not ProvisionStatus.OPEN
    room = min(_STATUS_ROOM, pages.page_size[0] - pages.right - 9)
    for number, line in enumerate(wrapped(words, _STATUS_SIZE, room, bold=bold)):
        draw_text(pages.canvas, pages.right + 6, pages.y - 10.5 - number * 8, line, _STATUS_SIZE, bold=bold)


def _beside(pages: Pages, content: DraftPaper, rendered: Rendered, texts: NullTranslations) -> None:
    indent = _LABEL_ROOM + 10
    for alternative in rendered.alternatives:
        pages.need(_SIZE * 4.5)
        pages.space(6)
        bar = bar_of(alternative)
        write_runs(
            pages, alternative_pieces(alternative, texts), size=_SIZE, indent=indent, label_at=indent, bar=bar, keep=3
        )
        write_runs(
            pages, about_alternative(content, alternative, texts), size=SMALL, indent=indent, label_at=indent, bar=bar
        )
    for proposal in remarks(content, rendered):
        pages.space(4)
        write_runs(
            pages, remark_pieces(content, proposal, texts), size=SMALL, indent=indent, label_at=indent, bar="line"
        )


def _general(pages: Pages, content: DraftPaper, texts: NullTranslations) -> None:
    said = general(content)
    if not said:
        return
    pages.need(60)
    pages.space(14)
    pages.text(texts.gettext("On the document as a whole"), size=11, bold=True, tone="sea")
    for proposal in said:
        pages.space(4)
        write_runs(pages, remark_pieces(content, proposal, texts), size=9)
