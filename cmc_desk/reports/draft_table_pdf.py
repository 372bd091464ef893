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
_WIDEST_WORD, _MOST_KEPT, _MOST_BESIDE = 62.0, 220.0, 120.0


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
    rows = [
        (row, _cells(row, fields, size, clean=clean, texts=texts), [] if clean else _beside(content, row, texts, size))
        for row in _rows(shown)
    ]
    # What must stand on the same page below a heading: the headings under it, and the first row with what is proposed for it.
    keep = 0.0
    kept: list[float] = []
    for row, cells, proposed in reversed(rows):
        own = min(table.height([proposed]), _MOST_BESIDE) if proposed else 0.0
        kept.append(keep + own if row.heading is not None else own)
        keep = (keep if row.heading is not None else 0.0) + own + table.height(cells)
    for (row, cells, proposed), keep in zip(rows, reversed(kept), strict=True):
        if row.heading is not None:
            ground = "sand" if row.heading.provision.level <= AREA else "white"
            table.band(cells[0], keep=min(keep, _MOST_KEPT), ground=ground)
        else:
            table.row(cells, keep=keep)
        if proposed:
            table.band(proposed, keep=0, ground="white")


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
        right = list(beside(content, one, texts, size=_SIDES, rationale=True))
        if provision.kind is ProvisionKind.TITLE and not right:
            # It stands at the top of the paper already.
            continue
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
        table.row([label, left, right], keep=70 if heading else 0)
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


def _beside(content: DraftPaper, row: _Row, texts: NullTranslations, size: float) -> list[Para]:
    of = (one for one in (row.heading, row.activity, row.indicator) if one is not None)
    return [para for one in of for para in beside(content, one, texts, size=size)]


def _heading(one: Rendered, *, clean: bool) -> Para:
    area = one.provision.level <= AREA
    size, tone = (10.5, "sea") if area else (9.0, "ink")
    lead = (Styled(f"{label_words(one.provision.label)} ", tone, bold=True),) if one.provision.label else ()
    return Para((*lead, *styled(shown_runs(one, clean=clean), tone=tone, bold=True)), size, 0 if area else 6)


def _cells(row: _Row, fields: Sequence[str], size: float, *, clean: bool, texts: NullTranslations) -> list[list[Para]]:
    if row.heading is not None:
        return [[_heading(row.heading, clean=clean)]]
    both = [one for one in (row.indicator, row.activity) if one is not None]
    label = both[-1].provision.label
    cells: list[list[Para]] = [[Para((Styled(label),), size)] if label else []]
    cells += [
        [Para(styled(shown_runs(one, clean=clean)), size)] if one is not None else []
        for one in (row.activity, row.indicator)
    ]
    if row.activity is not None and not clean and (status := row.activity.provision.status) is not ProvisionStatus.OPEN:
        words = texts.gettext(PROVISION_STATUS_WORDS[status])
        cells[1].append(Para((Styled(words, TONES[status], bold=True),), size - 1, above=2))
    for field in fields:
        # What an indicator says stands before what its activity says.
        runs = next((runs for one in both if (runs := shown_runs(one, clean=clean, field=field))), ())
        cells.append([Para(styled(runs), size)] if runs else [])
    return cells


def _columns(
    heads: Sequence[str], said: Sequence[Sequence[Sequence[Run]]], width: float, size: float
) -> list[tuple[str, float]]:
    """Return the columns with their widths: no word is cut that need not be, and what says more has more room."""
    least = [max((text_width(word, size, bold=True) for word in head.split()), default=0) + 9 for head in heads]
    weights = [0.1, 6.0, 4.0]
    for place, of_field in enumerate(said, start=len(weights)):
        texts = ["".join(run.text for run in runs) for runs in of_field if runs]
        widest = max((text_width(word, size) for text in texts for word in text.split()), default=0)
        least[place] = max(least[place], min(widest + 9, _WIDEST_WORD))
        letters = sum(map(len, texts)) / len(texts) if texts else 0
        weights.append(min(2.5, letters**0.5 / 4))
    spare = max(0.0, width - sum(least))
    shares = [room + spare * weight / sum(weights) for room, weight in zip(least, weights, strict=True)]
    return list(zip(heads, shares, strict=True))
