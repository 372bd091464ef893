"""The columns of a plan of action on wide pages: which there are, what they are called, how wide they are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from gettext import NullTranslations

from cmc_desk.reports.draft_facts import DraftPaper, field_words, plan_fields
from cmc_desk.reports.draft_styles import CELL_SIZE, SMALL_CELL_SIZE, WIDE
from cmc_desk.reports.typesetting import text_width
from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import INDICATOR, Provision
from cmc_desk.rules.redline import Rendered

# More columns than these are set in smaller letters.
_MANY = 9
_MILLIMETRES, _ROOM = 25.4 / 72, 2.2
# A computer without our font takes a wider one; no word is so long that the others have no room.
_WIDER, _LONGEST = 1.15, 34.0


@dataclass(frozen=True, slots=True)
class PlanColumn:
    """A column: `field` is that of the provision, empty for its text; `of_indicators` tells the texts of indicators from those of activities."""

    head: str
    millimetres: float = 0
    field: str = ""
    is_label: bool = False
    of_indicators: bool = False


def plan_columns(content: DraftPaper, texts: NullTranslations) -> tuple[PlanColumn, ...]:
    """Return the columns of the plan: number, activity, indicator where there are any, and each field in which anything stands.

    Each is as wide as its longest word; what is left goes to those that say most.
    """
    _ = texts.gettext
    rows = [one for one in content.draft.provisions if one.provision.kind is ProvisionKind.PLAN_ROW]
    columns = [PlanColumn(_("No."), is_label=True), PlanColumn(_("Activity"))]
    if any(is_indicator(one.provision) for one in rows):
        columns.append(PlanColumn(_("Indicator"), of_indicators=True))
    columns += [PlanColumn(field_words(one, texts), field=one) for one in plan_fields(content)]
    size = cell_size(columns)
    said = [tuple(_said(rows, column)) for column in columns]
    least = [_longest(column.head, words, size) for column, words in zip(columns, said, strict=True)]
    share = (WIDE - sum(least)) / (sum(map(_much, said)) or 1)
    if share < 0:
        return tuple(
            replace(one, millimetres=wide * WIDE / sum(least)) for one, wide in zip(columns, least, strict=True)
        )
    wides = (wide + share * _much(words) for wide, words in zip(least, said, strict=True))
    return tuple(replace(column, millimetres=wide) for column, wide in zip(columns, wides, strict=True))


def cell_size(columns: Sequence[PlanColumn]) -> float:
    """Return the size of the letters in a table of these columns."""
    return SMALL_CELL_SIZE if len(columns) > _MANY else CELL_SIZE


def is_indicator(provision: Provision) -> bool:
    """Return whether a row is an indicator of the activity above it."""
    return provision.kind is ProvisionKind.PLAN_ROW and provision.level >= INDICATOR


def bands(content: DraftPaper) -> frozenset[str]:
    """Return the keys of the headings that stand in the table of a plan, over the rows that they are of."""
    found: set[str] = set()
    waiting: list[str] = []
    for one in content.draft.provisions:
        if one.provision.kind is ProvisionKind.HEADING:
            waiting.append(one.provision.key)
        elif one.provision.status is not ProvisionStatus.DELETED:
            if one.provision.kind is ProvisionKind.PLAN_ROW:
                found |= set(waiting)
            waiting = []
    return frozenset(found)


def _said(rows: Iterable[Rendered], column: PlanColumn) -> Iterator[str]:
    for one in rows:
        if column.is_label:
            yield one.provision.label
        elif column.field or column.of_indicators is is_indicator(one.provision):
            yield one.provision.said(column.field)
            yield from ("".join(run.text for run in two.runs) for two in one.alternatives if two.field == column.field)
        yield from (said for two in one.alternatives for name, said in two.cells if name == column.field)


def _longest(head: str, said: Iterable[str], size: float) -> float:
    words = {word for text in (head, *said) for word in text.split()}
    widest = max((text_width(word, size, bold=True) for word in words), default=0.0)
    return min(widest * _MILLIMETRES * _WIDER, _LONGEST) + _ROOM


def _much(said: Sequence[str]) -> float:
    """Return how much room a column asks for besides: the longer its longest text, the more by far."""
    return float(max(map(len, said), default=0) ** 1.3)
