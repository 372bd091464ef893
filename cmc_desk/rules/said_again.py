"""What the report says of the proceedings again, in its summary and among what was agreed, as it was written by hand there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.report_blocks import Block, Bullets, Para, Table, is_under

_FROM = "proceedings"
_AGAIN = ("summary/outcomes", "outcomes/agreed")


def said_again(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with what was written by hand in the proceedings also where lists and tables say the same once more.

    The same words under two items are two texts, and stand in the same order in both places.
    """
    told = [block for block in blocks if isinstance(block, Para) and is_under(block.key, _FROM)]
    if not any(block.written for block in told):
        return tuple(blocks)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for block in told:
        found[plain(block.gathered)].append(plain(block.text))
    return tuple(
        _again(block, {words: iter(texts) for words, texts in found.items()})
        if any(is_under(block.key, part) for part in _AGAIN)
        else block
        for block in blocks
    )


def _again(block: Block, texts: dict[str, Iterator[str]]) -> Block:
    if isinstance(block, Bullets):
        return replace(block, lines=tuple(next(texts.get(line, iter(())), line) for line in block.lines))
    if isinstance(block, Table):
        rows = (
            row if place in block.bands else tuple(next(texts.get(cell, iter(())), cell) for cell in row)
            for place, row in enumerate(block.rows)
        )
        return replace(block, rows=tuple(rows))
    return block
