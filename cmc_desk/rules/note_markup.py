"""The small markup of the notes: paragraphs, bullets, levels, strong and emphasised words, and brackets that mean themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

# U+2028 and U+2029 are how a text field and other programs end a line; a no-break space is a letter of French and stays.
_LINE_ENDS = re.compile(r"\r\n?|\u2029|\u2028|\x0b|\x0c|\x85")
_BULLET = re.compile(r"(?P<indent>[ \t]*)[-–•·▪‣*][ \t]+(?=\S)")
_LEVEL = re.compile(r"(?P<indent>[ \t]*)\((?P<label>[a-z]{1,2}|[ivx]{1,5}|\d{1,2})\)[ \t]+(?=\S)")
# A sign opens before a letter that follows no letter, and closes after a letter that no letter follows: 3*4*5 and snake_case stay.
_STRONG = re.compile(r"(?<![\w*])\*(?=[^\s*])(?P<inner>[^*\n]*?[^\s*])\*(?![\w*])")
_EMPHASIS = re.compile(r"(?<![\w_])_(?=[^\s_])(?P<inner>[^_\n]*?[^\s_])_(?![\w_])")


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
    """Return the runs of words of one block."""
    found: list[Run] = []
    for strong_part, strong in _parted(text, _STRONG):
        found += [Run(part, strong, emphasis) for part, emphasis in _parted(strong_part, _EMPHASIS)]
    return tuple(found)


def plain(text: str) -> str:
    """Return the words of `text` as they are read aloud or counted: a line for each block, without signs of look."""
    return "\n".join(_labelled(block) for block in blocks(text))


def pasted(text: str) -> str:
    """Return pasted text in our markup: bullets of other programs become ours, several empty lines one, blanks at line ends go."""
    lines = [line.rstrip(" \t") for line in one_line_end(text).split("\n")]
    ours = [_BULLET.sub(lambda found: found["indent"].replace("\t", "  ") + "- ", line, count=1) for line in lines]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(ours)).strip("\n")


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
            gathered = [line[start.end() :].rstrip()]
        elif line.strip():
            gathered.append(line.strip(" \t"))


def _parted(text: str, sign: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    end = 0
    for found in sign.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found["inner"], True
        end = found.end()
    if end < len(text):
        yield text[end:], False


def _labelled(block: Block) -> str:
    return f"({block.label}) {block.text}" if block.label else block.text
