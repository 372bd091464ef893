"""A Word file read as it was before anybody changed it, or as everybody wishes it: its provisions with their numbers and kinds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from cmc_desk.exchange.word_entries import Entry, Stretches
from cmc_desk.exchange.word_labels import one_line, typed_label
from cmc_desk.exchange.word_numbers import WordNumbers
from cmc_desk.exchange.word_tables import count_table
from cmc_desk.rules.document_kinds import ProvisionKind
from cmc_desk.rules.draft_words import PREAMBULAR
from cmc_desk.rules.drafts import ReadProvision
from cmc_desk.rules.tracked_text import Stretch

# What our own papers say around the text of a draft, by the names of their styles.
_OUR_STYLES = frozenset({"subtitle", "remark", "title"})
_HEADING_LETTERS = 90
_ENDS = (".", ";", ":", ",", "?", "!")


@dataclass(frozen=True, slots=True)
class Viewed:
    """A provision as one way to read the file has it, and the place of its entry."""

    provision: ReadProvision
    entry: int


def viewed(
    entries: Sequence[Entry], numbers: WordNumbers, shown: Callable[[Stretch], str], *, ours: bool, joins: bool
) -> tuple[Viewed, ...]:
    """Return the provisions of a file; `shown` is what a stretch says (before or after the changes), `ours` that we wrote the file.

    With `joins` a paragraph whose end was taken out is one with the next.
    """
    read: list[Viewed] = []
    carried, carried_at = "", -1
    numbered = False
    for place, entry in enumerate(entries):
        words = "".join(map(shown, entry.stretches))
        if ours and numbers.style_name(entry.paragraph) in _OUR_STYLES and not entry.marks and not entry.is_new:
            continue
        if not words.strip() and not (entry.is_row and any(_said(cell, shown) for _, cell in entry.cells)):
            continue
        if joins and not entry.is_row and entry.paragraph.end_removed is not None and not entry.level:
            carried, carried_at = carried + words, carried_at if carried else place
            continue
        if entry.table is not None:
            count_table(entry.table, numbers, shown)
            number = one_line("".join(map(shown, entry.label))).rstrip(".")
            read.append(Viewed(ReadProvision(ProvisionKind.PARAGRAPH, one_line(words), number), place))
            continue
        label = numbers.label(entry.paragraph) if not entry.is_row else ""
        provision = _provision(entry, numbers, carried + words, label, shown, first=not read, numbered=numbered)
        numbered = numbered or (bool(provision.label) and provision.kind is ProvisionKind.PARAGRAPH)
        read.append(Viewed(provision, carried_at if carried else place))
        carried = ""
    if carried:
        entry = entries[carried_at]
        read.append(
            Viewed(_provision(entry, numbers, carried, "", shown, first=not read, numbered=numbered), carried_at)
        )
    return tuple(_with_levels(read))


def _provision(
    entry: Entry,
    numbers: WordNumbers,
    words: str,
    counted: str,
    shown: Callable[[Stretch], str],
    *,
    first: bool,
    numbered: bool,
) -> ReadProvision:
    if entry.is_row:
        cells = tuple((name, said) for name, cell in entry.cells if (said := _said(cell, shown)))
        label = one_line("".join(map(shown, entry.label))).rstrip(".")
        return ReadProvision(ProvisionKind.PLAN_ROW, one_line(words), label, entry.level, cells)
    label, text, _length = (counted.rstrip(".:"), words, 0) if counted else typed_label(words)
    text = one_line(text)
    style = numbers.style_name(entry.paragraph)
    outline = numbers.outline(entry.paragraph)
    if entry.level:
        level = entry.level if outline is None else outline + 1
        return ReadProvision(ProvisionKind.HEADING, text, label, level)
    if style in ("title", "draft title"):
        return ReadProvision(ProvisionKind.TITLE, text, label)
    if outline is not None or style.startswith("heading"):
        return ReadProvision(ProvisionKind.HEADING, text, label, (outline or 0) + 1)
    kind = _kind(entry, style, text, label, first=first, numbered=numbered)
    return ReadProvision(kind, text, label)


def _kind(entry: Entry, style: str, text: str, label: str, *, first: bool, numbered: bool) -> ProvisionKind:
    sub = bool(label) and (label.startswith("(") or label.endswith(")"))
    if sub or style == "draft sub-paragraph":
        return ProvisionKind.SUBPARAGRAPH
    if style == "draft preamble" or (not label and not numbered and _is_preamble(text)):
        return ProvisionKind.PREAMBULAR
    short = len(text) <= _HEADING_LETTERS and not text.rstrip("] ").endswith(_ENDS) and "\n" not in text
    stands_out = entry.paragraph.bold or text.isupper()
    if first and short and not label and (stands_out or entry.paragraph.centred):
        return ProvisionKind.TITLE
    if short and stands_out and (not label or not label[-1:].islower()):
        return ProvisionKind.HEADING
    return ProvisionKind.PARAGRAPH


def _is_preamble(text: str) -> bool:
    return PREAMBULAR.match(text) is not None and text.rstrip("] ").endswith((",", ";"))


def _with_levels(read: Sequence[Viewed]) -> Iterator[Viewed]:
    """Yield the provisions with the levels that their numbers tell: (i) below (b) is one deeper, 2.1 one deeper than 2."""
    letters = ""
    for one in read:
        provision = one.provision
        if provision.kind is ProvisionKind.SUBPARAGRAPH and provision.label:
            bare = provision.label.strip("() .").split(" ")[0]
            follows = len(letters) == 1 and len(bare) == 1 and ord(bare) == ord(letters) + 1
            deep = bool(letters) and not follows and bool(bare) and set(bare) <= set("ivx")
            letters = letters if deep else bare
            provision = replace(provision, level=2 if deep else 1)
        elif provision.kind is not ProvisionKind.SUBPARAGRAPH:
            letters = ""
            if provision.kind is ProvisionKind.PARAGRAPH:
                provision = replace(provision, level=provision.label.count(".") + 1)
        yield replace(one, provision=provision)


def _said(stretches: Stretches, shown: Callable[[Stretch], str]) -> str:
    return one_line("".join(map(shown, stretches)))
