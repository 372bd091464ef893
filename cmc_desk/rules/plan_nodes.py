"""The provisions that the rows of a table are about: each area, objective, activity and indicator once, with all that rows say of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cmc_desk.rules.document_kinds import PlanField, ProvisionKind
from cmc_desk.rules.drafts import ACTIVITY, AREA, INDICATOR, OBJECTIVE, Provision, ReadProvision
from cmc_desk.rules.folding import fold
from cmc_desk.rules.matrix_marks import mark_name, mark_of, read_mark
from cmc_desk.rules.plan_columns import (
    ACTIVITY_COLUMN,
    AREA_COLUMN,
    CODE_COLUMN,
    INDICATOR_COLUMN,
    LEVELS,
    MARK_COLUMN,
    OBJECTIVE_COLUMN,
)
from cmc_desk.rules.plan_lines import OF_INDICATORS, PlanLine
from cmc_desk.rules.plan_rows import PlanRow

_LEVEL = {AREA_COLUMN: AREA, OBJECTIVE_COLUMN: OBJECTIVE, ACTIVITY_COLUMN: ACTIVITY, INDICATOR_COLUMN: INDICATOR}
_NONE = "-"


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says in a column of a provision; `was` is the mark of what stood there when the row was written, empty for none."""

    where: str
    text: str
    was: str = ""


@dataclass(slots=True)
class Node:
    """A provision of the table: its column, its key if the row says it, what it stands below, and what rows say of it by column."""

    column: str
    where: str
    key: str = ""
    parent: "Node | None" = None
    said: dict[str, list[Said]] = field(default_factory=dict)

    @property
    def kind(self) -> ProvisionKind:
        """What the provision is."""
        return ProvisionKind.HEADING if self.column in (AREA_COLUMN, OBJECTIVE_COLUMN) else ProvisionKind.PLAN_ROW

    @property
    def level(self) -> int:
        """The level of the provision."""
        return _LEVEL[self.column]

    def last(self, column: str) -> str:
        """Return what the last row says that says anything."""
        return next((one.text for one in reversed(self.said.get(column, ())) if one.text), "")

    def read(self) -> ReadProvision:
        """Return it as it was read."""
        cells = ((name.value, self.last(name.value)) for name in PlanField)
        return ReadProvision(
            self.kind,
            self.last(self.column),
            self.last(CODE_COLUMN),
            self.level,
            cells=tuple((name, text) for name, text in cells if text),
        )


def line_cells(line: PlanLine) -> dict[str, str]:
    """Return what the columns of a line say by their names, besides those that are not read again."""
    provisions = dict(zip(LEVELS, (line.area, line.objective, line.activity, line.indicator), strict=True))
    cells = {column: one.text if one is not None else "" for column, one in provisions.items()}
    for column in (AREA_COLUMN, OBJECTIVE_COLUMN):
        one = provisions[column]
        if one is not None and one.label:
            cells[column] = f"{one.label} {one.text}"
    cells[CODE_COLUMN] = line.activity.label if line.activity is not None else ""
    return cells | {name.value: line.said(name) for name in PlanField}


def line_mark(line: PlanLine) -> str:
    """Return the mark of a line: the keys of its provisions, and what stood in each of its cells."""
    keys = (one.key if one is not None else _NONE for one in (line.area, line.objective, line.activity, line.indicator))
    return mark_of(".".join(keys), line_cells(line))


def nodes_of(rows: Sequence[PlanRow]) -> tuple[Node, ...]:
    """Return the provisions that rows are about, in the order in which they come."""
    nodes: list[Node] = []
    found: dict[object, Node] = {}
    for row in rows:
        mark = read_mark(row.cells.get(MARK_COLUMN, ""))
        keys = _keys(mark[0] if mark is not None else "")
        was = mark[1] if mark is not None else {}
        above: Node | None = None
        for column in LEVELS:
            text, key = row.cells.get(column, "").strip(), keys.get(column, "")
            if not text and not key:
                continue
            # A row that somebody added names what it stands below by its words.
            in_words = (id(above), column, _identity(row, column, text))
            node = found.get(key or in_words)
            if node is None:
                node = Node(column, row.where, key, above)
                nodes.append(node)
            found[key or in_words] = node
            found.setdefault(in_words, node)
            for name in _columns(column, row):
                node.said.setdefault(name, []).append(Said(row.where, row.cells[name], was.get(mark_name(name), "")))
            above = node
    return tuple(nodes)


def as_said(one: Provision, column: str) -> str:
    """Return what stands in a column of a provision as a table says it."""
    if column in (AREA_COLUMN, OBJECTIVE_COLUMN) and one.label:
        return f"{one.label} {one.text}"
    if column in LEVELS:
        return one.text
    return one.label if column == CODE_COLUMN else one.said(column)


def _keys(number: str) -> dict[str, str]:
    parts = number.split(".")
    if len(parts) != len(LEVELS):
        return {}
    return {column: key for column, key in zip(LEVELS, parts, strict=True) if key != _NONE}


def _identity(row: PlanRow, column: str, text: str) -> str:
    code = row.cells.get(CODE_COLUMN, "") if column == ACTIVITY_COLUMN else ""
    return f"{fold(code)}|{fold(text)}"


def _columns(column: str, row: PlanRow) -> list[str]:
    """Return the columns of a row that say something of the provision of one of its levels."""
    names = [column]
    has_indicator = bool(row.cells.get(INDICATOR_COLUMN) or _keys_of(row).get(INDICATOR_COLUMN))
    if column == ACTIVITY_COLUMN:
        names.append(CODE_COLUMN)
        names += [name.value for name in PlanField if name not in OF_INDICATORS or not has_indicator]
    elif column == INDICATOR_COLUMN:
        names += [name.value for name in OF_INDICATORS]
    return [name for name in names if name in row.cells]


def _keys_of(row: PlanRow) -> dict[str, str]:
    mark = read_mark(row.cells.get(MARK_COLUMN, ""))
    return _keys(mark[0]) if mark is not None else {}
