"""What of a paper no font of the program can print, so that it is said before the paper is handed out."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from cmc_desk.reports.typesetting import missing_glyphs


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A text with letters that no font has, such as the name of a person."""

    text: str
    letters: str


def unprintable(content: Any) -> tuple[Unprintable, ...]:
    """Return every text in the content of a paper that would be printed with boxes in it, each once, in order."""
    found = (Unprintable(text, missing_glyphs(text)) for text in dict.fromkeys(_texts(content)))
    return tuple(one for one in found if one.letters)


def _texts(content: Any) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif is_dataclass(content):
        for field in fields(content):
            yield from _texts(getattr(content, field.name))
    elif isinstance(content, tuple | list):
        for one in content:
            yield from _texts(one)
