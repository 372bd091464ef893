"""Which blocks of a report are printed, and their numbers: chapters, paragraphs throughout, tables, figures, annexes."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from cmc_desk.rules.report_blocks import PATH, Block, Figure, Heading, Look, PageBreak, Para, Table

_ROMAN = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLACE = "{place}"


def arranged(blocks: Sequence[Block], left_out: Collection[str] = ()) -> tuple[Block, ...]:
    """Return the blocks with those marked that are left out, and with the numbers of those that are printed.

    What is left out takes everything under it along. A heading under which nothing is printed is left out too, a paragraph that refers
    to what is not printed, and a new page after which nothing comes.
    """
    marked = [replace(block, left_out=block.left_out or _is_out(block.key, left_out)) for block in blocks]
    marked = _without_empty(_without_dangling(_without_empty(marked)))
    numbers = _numbers(marked)
    return tuple(_numbered(block, numbers) for block in marked)


def roman(number: int) -> str:
    """Return a number in Roman figures."""
    found = ""
    for value, figure in _ROMAN:
        while number >= value:
            found += figure
            number -= value
    return found


def lettered(number: int) -> str:
    """Return a number as a letter; after Z comes AA."""
    found = ""
    while number:
        number, rest = divmod(number - 1, len(_LETTERS))
        found = _LETTERS[rest] + found
    return found


def _is_out(key: str, left_out: Collection[str]) -> bool:
    parts = key.split(PATH)
    return any(PATH.join(parts[: length + 1]) in left_out for length in range(len(parts)))


def _without_empty(blocks: Sequence[Block]) -> list[Block]:
    """Leave out the headings and new pages after which nothing is printed that is theirs."""
    found: list[Block] = []
    # The level from which on a heading has something under it: what comes after is looked at first.
    filled, told = 0, False
    for block in reversed(blocks):
        if block.left_out:
            found.append(block)
            continue
        if isinstance(block, Heading):
            empty = not told and filled <= block.level
            found.append(replace(block, left_out=True) if empty else block)
            if not empty:
                filled, told = block.level, False
        elif isinstance(block, PageBreak):
            empty = not told and not filled
            found.append(replace(block, left_out=True) if empty else block)
        else:
            told = True
            found.append(block)
    found.reverse()
    return found


def _without_dangling(blocks: Sequence[Block]) -> list[Block]:
    shown = {block.key for block in blocks if not block.left_out}
    return [
        replace(block, left_out=True)
        if isinstance(block, Para) and block.refers and block.refers not in shown
        else block
        for block in blocks
    ]


def _numbers(blocks: Sequence[Block]) -> dict[str, str]:
    """Return the label of every block that is printed and counted, by its key."""
    found: dict[str, str] = {}
    chapters = annexes = sections = paragraphs = tables = figures = 0
    for block in blocks:
        if block.left_out:
            continue
        if isinstance(block, Heading) and block.counted:
            if block.annex:
                annexes, sections = annexes + 1, 0
                found[block.key] = roman(annexes)
            elif block.level == 1:
                chapters, sections = chapters + 1, 0
                found[block.key] = f"{roman(chapters)}."
            elif block.level == 2:
                sections += 1
                found[block.key] = f"{lettered(sections)}."
        elif isinstance(block, Para) and block.counted and block.look is not Look.REMARK:
            paragraphs += 1
            found[block.key] = f"{paragraphs}."
        elif isinstance(block, Table) and block.title:
            tables += 1
            found[block.key] = str(tables)
        elif isinstance(block, Figure):
            figures += 1
            found[block.key] = str(figures)
    return found


def _numbered(block: Block, numbers: dict[str, str]) -> Block:
    if isinstance(block, Para):
        text = block.text.replace(_PLACE, numbers.get(block.refers, "")) if block.refers else block.text
        return replace(block, label=numbers.get(block.key, ""), text=text)
    if isinstance(block, Heading | Table | Figure):
        return replace(block, label=numbers.get(block.key, ""))
    return block
