"""Chapter III of the report: item by item who presented, who spoke, what was discussed, and what was concluded."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from gettext import NullTranslations
from itertools import groupby

from cmc_desk.reports.dates import day_heading
from cmc_desk.reports.outcome_facts import OutcomeFacts, Presenter, ReportedItem, SaidLine
from cmc_desk.reports.outcome_words import enumerated
from cmc_desk.rules.agenda import ItemState
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.note_kinds import GroupSection, Section
from cmc_desk.rules.readout_text import digest_of
from cmc_desk.rules.report_blocks import Block, Heading, Look, Para

CHAPTERS = frozenset({ItemKind.PRESENTATION, ItemKind.DISCUSSION, ItemKind.APPROVAL})
_PARTS: Mapping[str, tuple[Section | GroupSection, ...]] = {
    "discussion": (Section.MAIN_POINTS, GroupSection.KEY_ISSUES, GroupSection.DISCUSSION),
    "open": (Section.OPEN_POINTS,),
    "conclusions": (Section.DECISIONS, Section.RECOMMENDATIONS, Section.NEXT_STEPS, GroupSection.WAY_FORWARD),
}
# So many of a digest tell the points of an item apart.
_LETTERS = 12
AGREED = frozenset({Section.DECISIONS, Section.RECOMMENDATIONS})


def proceedings(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield the chapter with a part for each item; one that was taken up again later is one part."""
    yield Heading("proceedings", texts.gettext("Proceedings"))
    begun = any(item.started is not None for item in facts.items)
    for item, parts in chapters(facts):
        if not _held(parts, begun=begun) and not any(one.lines for one in parts):
            if all(one.state is ItemState.SKIPPED for one in parts):
                yield Heading(_at(item), item.title, level=2)
                yield Para(f"{_at(item)}/skipped", texts.gettext("This item was not taken up."))
            continue
        yield Heading(_at(item), item.title, level=2)
        yield from _chapter(facts, item, parts, texts)


def chapters(facts: OutcomeFacts) -> tuple[tuple[ReportedItem, tuple[ReportedItem, ...]], ...]:
    """Return the items that have a part of their own, each with those in which it was taken up."""
    by_key = {item.key: item for item in facts.items}
    parts: dict[str, list[ReportedItem]] = {}
    for item in facts.items:
        first = item
        seen = {item.key}
        while first.continues in by_key and first.continues not in seen:
            first = by_key[first.continues]
            seen.add(first.key)
        if first.kind in CHAPTERS or (first.kind is ItemKind.SUMMARY and first.lines):
            parts.setdefault(first.key, []).append(item)
    return tuple((by_key[key], tuple(found)) for key, found in parts.items())


def key_of(item: ReportedItem, line: SaidLine) -> str:
    """Return the key of the paragraph that a line of a summary is in the part of its item."""
    part = next(key for key, sections in _PARTS.items() if line.section in sections)
    return f"{_at(item)}/{part}/{line.key}"


def when_words(parts: Sequence[ReportedItem], texts: NullTranslations) -> str:
    """Return on which days and at which times an item was taken, by the clock where it ran, else as planned."""
    said = []
    for _day, some in groupby(parts, key=lambda one: one.day):
        of_day = list(some)
        spans = [
            span_words(one.started or one.starts, one.ended or (None if one.started else one.ends)) for one in of_day
        ]
        said.append(f"{day_heading(of_day[0].day, texts)}, {enumerated(spans, texts)}")
    return "; ".join(said)


def span_words(begins: datetime | None, ends: datetime | None) -> str:
    """Return from when to when something was; only the beginning where no end is known."""
    if begins is None:
        return "–"
    return f"{begins:%H:%M}–{ends:%H:%M}" if ends is not None else f"{begins:%H:%M}"


def _held(parts: Sequence[ReportedItem], *, begun: bool) -> bool:
    """Tell whether an item was taken; where no clock ran, what is planned counts as taken."""
    if not begun:
        return True
    return any(one.started is not None or one.noted for one in parts)


def _at(item: ReportedItem) -> str:
    return f"proceedings/{item.key}"


def _chapter(
    facts: OutcomeFacts, item: ReportedItem, parts: Sequence[ReportedItem], texts: NullTranslations
) -> Iterator[Block]:
    _, at = texts.gettext, _at(item)
    held = [one for one in parts if one.started is not None] or list(parts)
    yield Para(f"{at}/when", when_words(held, texts), look=Look.REMARK, open=False)
    yield from _presented(at, [one for part in parts for one in part.presenters], texts)
    speakers = list(dict.fromkeys(one.name for part in parts for one in part.speakers))
    if speakers:
        yield Para(f"{at}/speakers", _speakers(facts, speakers, texts))
    lines = [line for part in parts for line in part.lines]
    if not lines:
        yield Para(
            f"{at}/unwritten", _("[No summary of this item has been written yet.]"), look=Look.REMARK, open=False
        )
    for (key, sections), heading in zip(
        _PARTS.items(), (_("Discussion"), _("Points left open"), _("Conclusions")), strict=True
    ):
        yield Heading(f"{at}/{key}", heading, level=3)
        for section in sections:
            for line in lines:
                if line.section is section:
                    look = Look.CONCLUSION if line.section in AGREED else Look.PLAIN
                    yield Para(key_of(item, line), line.text, look=look)


def _presented(at: str, presenters: Sequence[Presenter], texts: NullTranslations) -> Iterator[Para]:
    """Yield a paragraph for each point that was presented, and one for those that the agenda names without a point."""
    by_point: dict[str, list[str]] = {}
    for one in presenters:
        named = f"{one.name} ({one.organisation})" if one.organisation else one.name
        by_point.setdefault(one.point, []).append(named)
    for point, people in by_point.items():
        several = enumerated(list(dict.fromkeys(people)), texts)
        if point:
            said = texts.gettext("“{point}” was presented by {people}.").format(point=point, people=several)
        else:
            said = texts.ngettext(
                "A presentation was made by {people}.", "Presentations were made by {people}.", len(people)
            ).format(people=several)
        # Points are put in another order: what was written by hand stays with its own.
        yield Para(f"{at}/presented/{digest_of(point)[:_LETTERS] if point else 'item'}", said)


def _speakers(facts: OutcomeFacts, names: Sequence[str], texts: NullTranslations) -> str:
    number = len(names)
    if not facts.attributed:
        return texts.ngettext(
            "{number} delegation took the floor.", "{number} delegations took the floor.", number
        ).format(number=number)
    return texts.ngettext(
        "{number} delegation took the floor: {names}.",
        "{number} delegations took the floor, in this order: {names}.",
        number,
    ).format(number=number, names=enumerated(names, texts))
