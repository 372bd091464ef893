"""The small markup of the notes: paragraphs, bullets, levels, strong and emphasised words, and brackets that mean themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

# U+2028 and U+2029 are how a text field and other programs end a line; a no-break space is a letter of French and stays.
_LINE_ENDS = re.compile(r"\r\n?|\u2029|\u2028|\x0b|\x0c|\x85")
_BULLET = re.compile(r"(?P<indent>[ \t]*)[-–•*][ \t]+(?=[^ \t])")
_LEVEL = re.compile(r"(?P<indent>[ \t]*)\((?P<label>[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)[ \t]+(?=[^ \t])")
# A sign opens before a letter that follows no letter, and closes after a letter that no letter follows: 3*4*5 and snake_case stay.
_STRONG = re.compile(r"(?<![^\W_])(?<!\*)\*(?=[^\s*])[^*\n]*?[^\s*]\*(?![^\W_])(?!\*)")
_EMPHASIS = re.compile(r"(?<!\w)_(?=[^\s_])[^_\n]*?[^\s_]_(?!\w)")
# What other programs put before the lines of a list: signs of Unicode, those of Symbol and Wingdings, an o that a tab follows.
_FOREIGN_BULLET = re.compile(
    r"(?P<indent>[ \t]*)(?:[-–—•*·▪▫‣⁃◦●○■□◆➢✓\uf0a7\uf0b7\uf076\uf0d8\uf0fc\uf02d][ \t\u00a0]+|[o§]\t[ \t]*)(?=[^ \t\u00a0])"
)
_FOREIGN_LEVEL = re.compile(r"(?P<indent>[ \t]*)\(?(?P<label>[a-z]|[ivx]{1,5})[.)]\t[ \t]*(?=[^ \t])")
# What cannot be seen and parts words that belong together; joiners and marks of direction are of Arabic and of emoji, and stay.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u200b\u2060\ufeff\ufffc]")


class BlockKind(StrEnum):
    """What a block of a text is."""

    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike; a line break within a paragraph is a newline in `text`."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a bullet, or a lettered or numbered level whose `label` stands in its brackets; `depth` counts from 0."""

    kind: BlockKind
    runs: tuple[Run, ...]
    label: str = ""
    depth: int = 0

    @property
    def text(self) -> str:
        """The words without their look."""
        return "".join(run.text for run in self.runs)


def one_line_end(text: str) -> str:
    """Return `text` with newlines only where lines end, whatever ended them."""
    return _LINE_ENDS.sub("\n", text)


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of `text`: an empty line parts paragraphs, and each bullet or level is a block of its own."""
    return tuple(_blocks(one_line_end(text)))


def runs(text: str) -> tuple[Run, ...]:
    """Return the runs of words of one block; what is strong may be emphasised as well, and the signs may cross."""
    if "*" not in text and "_" not in text:
        return (Run(text),) if text else ()
    strong, emphasis = (_signed(text, sign) for sign in (_STRONG, _EMPHASIS))
    signs = {place for start, end in (*strong, *emphasis) for place in (start, end - 1)}
    cuts = sorted({0, len(text), *signs, *(place + 1 for place in signs)})
    return tuple(
        Run(text[start:end], _within(start, strong), _within(start, emphasis))
        for start, end in pairwise(cuts)
        if start not in signs
    )


def plain(text: str) -> str:
    """Return the words of `text` as they are read aloud or counted: a line for each block, without signs of look."""
    return "\n".join(_labelled(block) for block in blocks(text))


def pasted(text: str) -> str:
    """Return pasted text in our markup, the same however often it is pasted.

    Bullets of other programs become ours, lettered lines of Word levels, several empty lines one; what cannot be seen goes, and so do
    blanks at the ends of lines. Words stay as they are.
    """
    lines = [_pasted_line(line) for line in one_line_end(_UNSEEN.sub("", text)).split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _blocks(text: str) -> Iterator[Block]:
    kind, label, depth = BlockKind.PARAGRAPH, "", 0
    gathered: list[str] = []
    for line in [*text.split("\n"), ""]:
        bullet, level = _BULLET.match(line), _LEVEL.match(line)
        start = bullet or level
        if (start or not line.strip()) and gathered:
            yield Block(kind, runs("\n".join(gathered)), label, depth)
            gathered = []
            kind, label, depth = BlockKind.PARAGRAPH, "", 0
        if start:
            kind = BlockKind.BULLET if bullet else BlockKind.LEVEL
            label, depth = "" if bullet else start["label"], len(start["indent"].expandtabs(2)) // 2
            gathered = [line[start.end() :].rstrip(" \t")]
        elif line.strip():
            gathered.append(line.strip(" \t"))


def _pasted_line(line: str) -> str:
    bullet, level = _FOREIGN_BULLET.match(line), _FOREIGN_LEVEL.match(line)
    start = bullet or level
    if start is None:
        return line.replace("\t", " ").strip(" ")
    indent = " " * (len(start["indent"].expandtabs(2)) // 2 * 2)
    sign = "-" if bullet else f"({start['label']})"
    return f"{indent}{sign} {line[start.end() :]}".replace("\t", " ").rstrip(" ")


def _signed(text: str, sign: re.Pattern[str]) -> list[tuple[int, int]]:
    return [found.span() for found in sign.finditer(text)]


def _within(place: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < place < end for start, end in spans)


def _labelled(block: Block) -> str:
    return f"({block.label}) {block.text}" if block.label else block.text
