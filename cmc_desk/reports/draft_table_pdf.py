"""A draft in tables: a plan of action with its rows, and the text of any draft beside what is proposed for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.reports.draft_facts import DraftPaper, field_words, plan_fields
from cmc_desk.reports.draft_pieces import SMALL, TONES, beside, general, label_words, remark_pieces, shown_runs
from cmc_desk.reports.page import Pages
from cmc_desk.reports.run_lines import LineNumbers, Styled, styled
from cmc_desk.reports.run_table import Para, RunTable
from cmc_desk.reports.typesetting import text_width
from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.document_words import PROVISION_STATUS_WORDS
from cmc_desk.rules.drafts import ACTIVITY, AREA
from cmc_desk.rules.redline import Rendered, Run

# With more columns the letters are smaller.
_FEW = 10
_SIDES = 9.0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: a heading over the whole width, or an activity with its first indicator, or one of its further ones."""

    heading: Rendered | None = None
    activity: Rendered | None = None
    indicator: Rendered | None = None


def write_plan(
    pages: Pages,
    content: DraftPaper,
    shown: Sequence[Rendered],
    texts: NullTranslations,
    *,
    numbers: LineNumbers | None,
) -> None:
    """Write rows of a plan as a table: areas and objectives across, each activity with its indicators beside it."""
    _ = texts.gettext
    fields = plan_fields(content)
    size = 8.0 if len(fields) + 3 <= _FEW else 7.0
    heads = (_("No."), _("Activity"), _("Indicator"), *(field_words(field, texts) for field in fields))
    clean = numbers is not None
    said = [[shown_runs(one, clean=clean, field=field) for one in shown] for field in fields]
    table = RunTable(pages, _columns(heads, said, pages.width, size), size=size, numbers=numbers)
    for row in _rows(shown):
        if row.heading is not None:
            _heading(table, row.heading, clean=clean)
        else:
            table.row(_cells(row, fields, size, clean=clean))
        if not clean:
            for one in (row.heading, row.activity, row.indicator):
                if one is not None and (paras := list(beside(content, one, texts, size=size))):
                    table.band(paras, keep=0, ground="white")


def write_sides(pages: Pages, content: DraftPaper, texts: NullTranslations) -> None:
    """Write the text of a draft on the left, and on the right what is proposed for each of its provisions."""
    _ = texts.gettext
    version = content.text.version
    number = version.number if version is not None else 0
    pages.space(10)
    heads = (
        (_("No."), 0.07),
        (_("Text of draft {number}").format(number=number), 0.42),
        (_("Proposed"), 0.51),
    )
    table = RunTable(pages, heads, size=_SIDES)
    for one in content.draft.provisions:
        provision = one.provision
        heading = provision.kind in (ProvisionKind.HEADING, ProvisionKind.TITLE)
        left = [Para(styled(shown_runs(one, clean=False), bold=heading, tone="sea" if heading else "ink"), _SIDES)]
        left += [
            Para((Styled(f"{field_words(field, texts)}: ", "slate"), *styled(runs)), SMALL, above=2)
            for field in plan_fields(content)
            if (runs := shown_runs(one, clean=False, field=field))
        ]
        if not heading:
            words = _(PROVISION_STATUS_WORDS[provision.status])
            bold = provision.status is not ProvisionStatus.OPEN
            left.append(Para((Styled(words, TONES[provision.status], bold=bold),), SMALL - 1, above=2))
        label = [Para((Styled(label_words(provision.label), bold=heading),), _SIDES)] if provision.label else []
        table.row([label, left, list(beside(content, one, texts, size=_SIDES, rationale=True))])
    if said := general(content):
        table.row(
            [
                [],
                [Para((Styled(_("On the document as a whole"), "sea", bold=True),), _SIDES)],
                [Para(remark_pieces(content, proposal, texts), SMALL, above=4) for proposal in said],
            ]
        )


def _rows(shown: Sequence[Rendered]) -> list[_Row]:
    """Return the rows of the table: an activity stands in the row of its first indicator, and alone if it has none."""
    found: list[_Row] = []
    activity: Rendered | None = None
    for one in shown:
        if one.provision.kind is ProvisionKind.HEADING:
            activity = None
            found.append(_Row(heading=one))
        elif one.provision.level <= ACTIVITY or activity is None:
            activity = one
            found.append(_Row(activity=one))
        elif found[-1] == _Row(activity=activity):
            found[-1] = _Row(activity=activity, indicator=one)
        else:
            found.append(_Row(indicator=one))
    return found


def _heading(table: RunTable, one: Rendered, *, clean: bool) -> None:
    area = one.provision.level <= AREA
    size, tone = (10.5, "sea") if area else (9.0, "ink")
    lead = (Styled(f"{label_words(one.provision.label)} ", tone, bold=True),) if one.provision.label else ()
    pieces = (*lead, *styled(shown_runs(one, clean=clean), tone=tone, bold=True))
    table.band([Para(pieces, size, 0 if area else 6)], keep=50, ground="sand" if area else "white")


def _cells(row: _Row, fields: Sequence[str], size: float, *, clean: bool) -> list[list[Para]]:
    both = [one for one in (row.indicator, row.activity) if one is not None]
    label = both[-1].provision.label
    cells: list[list[Para]] = [[Para((Styled(label),), size)] if label else []]
    cells += [
        [Para(styled(shown_runs(one, clean=clean)), size)] if one is not None else []
        for one in (row.activity, row.indicator)
    ]
    for field in fields:
        # What an indicator says stands before what its activity says.
        runs = next((runs for one in both if (runs := shown_runs(one, clean=clean, field=field))), ())
        cells.append([Para(styled(runs), size)] if runs else [])
    return cells


def _columns(
    heads: Sequence[str], said: Sequence[Sequence[Sequence[Run]]], width: float, size: float
) -> list[tuple[str, float]]:
    """Return the columns with their widths: no word of a head is cut, and what says more has more room."""
    least = [max((text_width(word, size, bold=True) for word in head.split()), default=0) + 9 for head in heads]
    weights = [0.6, 6.5, 5.0]
    for of_field in said:
        letters = [sum(len(run.text) for run in runs) for runs in of_field if runs]
        weights.append(min(5.0, max(1.5, (sum(letters) / len(letters)) ** 0.5 / 2.2)) if letters else 1.5)
    spare = max(0.0, width - sum(least))
    shares = [room + spare * weight / sum(weights) for room, weight in zip(least, weights, strict=True)]
    return list(zip(heads, shares, strict=True))
