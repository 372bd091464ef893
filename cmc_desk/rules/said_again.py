"""What the report says of the proceedings again, in its summary and among what was agreed, as it was written by hand there."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from cmc_desk.rules.note_markup import plain
from cmc_desk.rules.report_blocks import Block, Bullets, Para, Table


def said_again(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with what was written by hand in the proceedings also where lists and tables say the same once more.

    Of what was said under two items in the same words a list has one line, and two where it was written by hand under one of them.
    """
    told = {block.key: block for block in blocks if isinstance(block, Para)}
    return tuple(_again(block, told) for block in blocks)


def _again(block: Block, told: Mapping[str, Para]) -> Block:
    if isinstance(block, Bullets) and block.sources:
        pairs = zip(block.lines, block.sources, strict=True)
        lines = dict.fromkeys(said for line, keys in pairs for said in _read(line, keys, told))
        return replace(block, lines=tuple(lines), sources=())
    if isinstance(block, Table) and block.sources:
        cells = zip(block.rows, block.sources, strict=True)
        rows = tuple((*_read(row[0], keys, told), *row[1:]) for row, keys in cells)
        return replace(block, rows=rows, sources=())
    return block


def _read(line: str, keys: Sequence[str], told: Mapping[str, Para]) -> tuple[str, ...]:
    """Return what the paragraphs of these keys say, the line itself where none was written by hand."""
    found = [told[key] for key in keys if key in told]
    return tuple(dict.fromkeys(plain(one.text) if one.written else line for one in found)) or (line,)
