"""The cells of a row that is proposed for a plan: as lines of a text, read from it again, and what row they make it."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from cmc_desk.rules.document_kinds import PlanField
from cmc_desk.rules.drafts import ACTIVITY, INDICATOR
from cmc_desk.rules.folding import fold
from cmc_desk.rules.plan_lines import OF_INDICATORS
from cmc_desk.rules.redline import Run
from cmc_desk.rules.table_text import PARAGRAPH
from cmc_desk.rules.word_difference import Kept

Cells = tuple[tuple[str, str], ...]
Field = TypeVar("Field", bound=str)


def cells_words(cells: Iterable[tuple[str, str]], called: Callable[[str], str] = str) -> str:
    """Return cells as lines such as `Lead: IOM`; `called` says what a cell is called, else it has the name under which it is kept.

    A further line of a cell that could be taken for another cell, such as "Status: open", has a mark before it.
    """
    return "\n".join(f"{called(name)}: {_going_on(said)}" for name, said in cells)


def cells_in(text: str, fields: Mapping[str, Field]) -> Cells | None:
    """Return the cells that lines of a text name, in the order of a plan; None if a line is of none.

    `fields` are the cells by what they are called, folded. A line that names none, or has the mark, goes on with the one above it.
    """
    found: dict[str, str] = {}
    last = ""
    for line in (one.strip() for one in text.splitlines()):
        name, colon, said = line.partition(":")
        field = fields.get(fold(name)) if colon and not line.startswith(PARAGRAPH) else None
        if field is not None:
            last = str(field)
            found[last] = said.strip()
        elif last:
            found[last] += f"\n{line.removeprefix(PARAGRAPH).strip()}"
        elif line:
            return None
    return in_order((name, said.strip()) for name, said in found.items())


def kept_cells(text: str) -> Cells:
    """Return the cells of a text in which they have the names under which they are kept."""
    return cells_in(text, {fold(field.value): field for field in PlanField}) or ()


def in_order(cells: Iterable[tuple[str, str]]) -> Cells:
    """Return the cells that say anything in the order of a plan."""
    said = dict(cells)
    return tuple((field.value, said[field.value]) for field in PlanField if said.get(field.value))


def level_of_new(level: int, cells: Iterable[tuple[str, str]]) -> int:
    """Return the level of a row that is put in after one of a level: an indicator if it only says what indicators say, else an activity."""
    names = {name for name, said in cells if said}
    if not names:
        return level
    return INDICATOR if names <= set(OF_INDICATORS) else ACTIVITY


def with_cells(
    runs: tuple[Run, ...], cells: Cells, called: Callable[[str], str], proposal: str = ""
) -> tuple[Run, ...]:
    """Return a text that is put in with the cells of its row in lines below it."""
    return (*runs, Run(f"\n{cells_words(cells, called)}", Kept.ADDED, proposal)) if cells else runs


def _going_on(said: str) -> str:
    # White space would not do: it is lost in workbooks that are read.
    first, *more = said.splitlines() or [""]
    return "\n".join((first, *(f"{PARAGRAPH} {one}" if _is_marked(one) else one for one in more)))


def _is_marked(line: str) -> bool:
    return ":" in line or line.strip().startswith(PARAGRAPH)
