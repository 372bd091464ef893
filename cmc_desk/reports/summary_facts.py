"""What a summary on paper says: its parts, their sections and points, and how far each part has come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.reports.dates import long_date, weekday_date
from cmc_desk.rules.note_kind_words import KIND_WORDS
from cmc_desk.rules.note_kinds import EntryKind, GroupSection, ReadoutForm, Section, SummaryStatus
from cmc_desk.rules.summary_words import summary_word


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a summary in the small markup of the notes; `names_left` is how many names stand in it that may not.

    `at` (meeting-local), `kind` and `provision` tell when and as what it was said, where that is told.
    """

    text: str
    names_left: int = 0
    at: datetime | None = None
    kind: EntryKind | None = None
    provision: str = ""


@dataclass(frozen=True, slots=True)
class SummarySection:
    """The points of a part that stand under one heading; under none where it has no `section`."""

    section: Section | GroupSection | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a text has come: it is the `version` word for word if it was `issued`, with its status and when (meeting-local).

    What was not issued is a draft, and `version` that which was issued last (0: none).
    """

    status: SummaryStatus = SummaryStatus.DRAFT
    version: int = 0
    issued: bool = False
    at: datetime | None = None
    spoken: bool = False


@dataclass(frozen=True, slots=True)
class SummaryPart:
    """What one read-out says, or one item of what a delegation said (which has no `form` and no `standing`).

    `items` are those whose notes it sums up, where its title does not say so; `speakers` are named only if it is `attributed`.
    """

    title: str
    attributed: bool
    sections: tuple[SummarySection, ...]
    form: ReadoutForm | None = None
    standing: Standing | None = None
    day: date | None = None
    starts: datetime | None = None
    items: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()

    @property
    def points(self) -> tuple[Point, ...]:
        """All points in the order in which they stand."""
        return tuple(point for section in self.sections for point in section.points)


@dataclass(frozen=True, slots=True)
class SummaryPaper:
    """The summary of an item, of a day, of the meeting, or of what one delegation said (`of_delegation`, named if it may be).

    Points are numbered through it, so that a correction can say which one it means.
    """

    language: str
    parts: tuple[SummaryPart, ...]
    of_delegation: bool = False
    delegation: str = ""

    @property
    def names_left(self) -> int:
        """How many names stand in it that may not."""
        return sum(point.names_left for part in self.parts for point in part.points)


def numbered(
    content: SummaryPaper,
) -> Iterator[tuple[SummaryPart, list[tuple[SummarySection, list[tuple[int, Point]]]]]]:
    """Yield each part with its sections, and their points with the numbers that they have through the paper."""
    number = 0
    for part in content.parts:
        sections = []
        for section in part.sections:
            points = [(number + place, point) for place, point in enumerate(section.points, 1)]
            number += len(points)
            sections.append((section, points))
        yield part, sections


def title(content: SummaryPaper, texts: NullTranslations) -> str:
    """Return what the paper is called."""
    _ = texts.gettext
    if content.of_delegation:
        if content.delegation:
            return _("Interventions of {delegation}").format(delegation=content.delegation)
        return _("Interventions of one delegation")
    if len(content.parts) != 1:
        return _("Discussion summaries")
    (part,) = content.parts
    return part.title if part.form is ReadoutForm.DAY else summary_word(part.form or ReadoutForm.DISCUSSION, texts)


def foot_title(content: SummaryPaper, texts: NullTranslations) -> str:
    """Return what stands in the foot of every page: what it is, and how far it has come if it is one text."""
    words = [title(content, texts)]
    if len(content.parts) == 1 and content.parts[0].standing is not None:
        words.append(standing_words(content.parts[0].standing, texts))
    return " · ".join((*words, *filter(None, (naming(content, texts),))))


def naming(content: SummaryPaper, texts: NullTranslations) -> str:
    """Return whether it says who spoke; nothing where one part does and another does not, which each says itself."""
    found = {part.attributed for part in content.parts}
    return naming_words(texts, attributed=found.pop()) if len(found) == 1 else ""


def naming_words(texts: NullTranslations, *, attributed: bool) -> str:
    """Return whether a text says who spoke."""
    return texts.gettext("Attributed") if attributed else texts.gettext("Not attributed")


def standing_words(standing: Standing, texts: NullTranslations) -> str:
    """Return how far a text has come, as `Version 2 · Circulated, 5 December 2019 17:31`."""
    _ = texts.gettext
    if not standing.issued:
        draft = summary_word(SummaryStatus.DRAFT, texts)
        if not standing.version:
            return draft
        since = _("changed since version {number}").format(number=standing.version)
        return f"{draft}, {since}"
    words = [
        _("Version {number}").format(number=standing.version),
        _("Read out") if standing.spoken else summary_word(standing.status, texts),
    ]
    if standing.spoken and standing.status is not SummaryStatus.DRAFT:
        words.append(summary_word(standing.status, texts))
    said = " · ".join(words)
    if standing.at is None:
        return said
    return f"{said}, {long_date(standing.at.date(), texts)} {standing.at:%H:%M}"


def state_words(content: SummaryPaper, part: SummaryPart, texts: NullTranslations) -> str:
    """Return how far a part has come, and whether it says who spoke where the paper as a whole cannot say it."""
    words = [standing_words(part.standing, texts)] if part.standing is not None else []
    if not naming(content, texts):
        words.append(naming_words(texts, attributed=part.attributed))
    return " · ".join(words)


def about(part: SummaryPart, texts: NullTranslations) -> str:
    """Return of which day and hour a part is, and which items it sums up."""
    words = []
    if part.day is not None:
        day = weekday_date(part.day, texts)
        words.append(f"{day[:1].upper()}{day[1:]}" + (f", {part.starts:%H:%M}" if part.starts else ""))
    if part.items:
        words.append("; ".join(part.items))
    return " · ".join(words)


def lead(point: Point, texts: NullTranslations) -> str:
    """Return when and as what a point was said, or nothing."""
    words = [f"{point.at:%H:%M}"] if point.at is not None else []
    if point.kind is not None:
        words.append(texts.gettext(KIND_WORDS[point.kind]))
    if point.provision:
        words.append(texts.gettext("on provision {number}").format(number=point.provision))
    return " · ".join(words)


def speakers_words(part: SummaryPart, texts: NullTranslations) -> str:
    """Return which delegations spoke, or nothing where nobody is named."""
    if not part.speakers:
        return ""
    return texts.gettext("Spoke: {delegations}.").format(delegations=", ".join(part.speakers))


def empty_words(texts: NullTranslations) -> str:
    """Return what stands where nothing was written."""
    return texts.gettext("Nothing stands in it yet.")


def warning(content: SummaryPaper, texts: NullTranslations) -> str:
    """Return that names are left which may not stand there, and in which points; nothing if there are none."""
    left = content.names_left
    if not left:
        return ""
    where = ", ".join(
        str(number)
        for _part, sections in numbered(content)
        for _section, points in sections
        for number, point in points
        if point.names_left
    )
    words = texts.ngettext(
        "Not to be circulated: {number} name is left that may not stand in this text. See point {points}.",
        "Not to be circulated: {number} names are left that may not stand in this text. See points {points}.",
        left,
    )
    return words.format(number=left, points=where)
