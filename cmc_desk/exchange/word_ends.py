"""Which ends of paragraphs a change really takes away: before a table or an empty line a paragraph ends all the same."""

from collections.abc import Sequence
from dataclasses import replace

from cmc_desk.exchange.word_text import WordParagraph, WordTable
from cmc_desk.rules.tracked_text import accepted_text


def with_true_ends(blocks: Sequence[WordParagraph | WordTable]) -> list[WordParagraph | WordTable]:
    """Return what stands in a file, each paragraph without the mark that its end was taken out if it is joined with nothing.

    Word puts that mark on the line above when an empty line is deleted. An end that somebody put in and another took out stays as it is.
    """
    kept: list[WordParagraph | WordTable] = []
    closed = False
    for one in reversed(blocks):
        if isinstance(one, WordParagraph) and closed and one.end_inserted is None:
            kept.append(replace(one, end_removed=None))
        else:
            kept.append(one)
        closed = _closes(kept[-1], after=closed)
    return kept[::-1]


def in_frame(paragraphs: Sequence[WordParagraph]) -> tuple[WordParagraph, ...]:
    """Return the paragraphs of a cell that are some of the text by themselves: the last of them ends with its cell."""
    kept = [one for one in with_true_ends(paragraphs) if isinstance(one, WordParagraph)]
    return (*kept[:-1], *(replace(one, end_removed=None) for one in kept[-1:]))


def with_words(paragraphs: Sequence[WordParagraph]) -> list[WordParagraph]:
    """Return the paragraphs of a cell that hold anything; one whose end was taken out before an empty one keeps it."""
    kept: list[WordParagraph] = []
    for one in paragraphs:
        if one.stretches:
            kept.append(one)
        elif kept and one.end_removed is None and kept[-1].end_removed is not None:
            kept[-1] = replace(kept[-1], end_removed=None)
    return kept


def _closes(block: WordParagraph | WordTable, *, after: bool) -> bool:
    """Tell whether a paragraph ends before a block with every change accepted; `after` tells it of what comes after that."""
    if isinstance(block, WordTable):
        return after or any(row.removed is None for row in block.rows)
    if accepted_text(block.stretches).strip():
        return False
    return after or block.end_removed is None
