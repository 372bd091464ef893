"""A summary as plain text: to be read anywhere, sent by any mail, and put into any other program."""

from collections.abc import Iterator
from gettext import NullTranslations

from cmc_desk.reports.summary_facts import (
    SummaryPaper,
    about,
    empty_words,
    lead,
    naming,
    numbered,
    speakers_words,
    state_words,
    title,
    warning,
)
from cmc_desk.rules.note_markup import BlockKind, blocks
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.summary_words import summary_word


def text(content: SummaryPaper, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the summary as UTF-8, without a mark of byte order; a paragraph is a line."""
    return ("\n".join(_lines(content, texts, imprint)).rstrip() + "\n").encode("utf-8", "replace")


def _lines(content: SummaryPaper, texts: NullTranslations, imprint: Imprint) -> Iterator[str]:
    name = title(content, texts)
    yield imprint.meeting
    yield from filter(None, (imprint.subtitle, imprint.place_and_dates))
    yield from ("", name, "=" * len(name))
    yield from filter(None, (naming(content, texts), warning(content, texts)))
    if not content.parts:
        yield from ("", empty_words(texts))
    for part, sections in numbered(content):
        yield ""
        if part.title != name:
            yield from (part.title, "-" * len(part.title))
        yield from filter(None, (about(part, texts), state_words(content, part, texts)))
        if not part.points:
            yield from ("", empty_words(texts))
        for section, points in sections:
            if section.section is not None and points:
                yield from ("", summary_word(section.section, texts))
            for number, point in points:
                yield ""
                said = lead(point, texts)
                yield from point_lines(point.text, f"{number}. " + (f"{said}: " if said else ""))
        if part.speakers:
            yield from ("", speakers_words(part, texts))
    made = texts.gettext("Made {date} by {operator}")
    yield from ("", made.format(date=imprint.made_at.strftime("%Y-%m-%d %H:%M"), operator=imprint.made_by))


def point_lines(words: str, begin: str) -> Iterator[str]:
    """Yield the lines of a point after `begin`: bullets and levels keep their marks, strong and emphasised words have none."""
    for place, block in enumerate(blocks(words)):
        mark = {BlockKind.BULLET: "- ", BlockKind.LEVEL: f"({block.label}) "}.get(block.kind, "")
        before = "  " * (block.depth + 1) if place or mark else ""
        if mark and not place:
            yield begin.rstrip()
        for number, line in enumerate(block.text.split("\n")):
            first = begin if not place and not mark and not number else ""
            yield f"{before}{first}{mark if not number else ' ' * len(mark)}{line}"
