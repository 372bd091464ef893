"""Chapter II of the report: where, when and by whom the meeting was held, who came, how it was opened, and how it worked."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from cmc_desk.reports.dates import date_range, weekday_date
from cmc_desk.reports.outcome_attendance import attendance
from cmc_desk.reports.outcome_facts import OutcomeFacts, Presenter, ReportedItem
from cmc_desk.reports.outcome_proposals import channel_words
from cmc_desk.reports.outcome_words import enumerated, presenter_words
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.note_kinds import Section
from cmc_desk.rules.quantified import capitalised
from cmc_desk.rules.report_blocks import Block, Bullets, Heading, Para

AGENDA, DOCUMENTS = "annex-agenda", "annex-documents"


def organisation(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield the chapter about the organisation of the meeting."""
    _ = texts.gettext
    yield Heading("organisation", _("Organisation of the meeting"))
    yield Heading("organisation/venue", _("Place and dates"), level=2)
    yield Para("organisation/venue/sentence", _place(facts, texts))
    yield Heading("organisation/convening", _("Convening and support"), level=2)
    yield from _convening(facts, texts)
    yield Heading("organisation/attendance", _("Attendance"), level=2)
    yield from attendance(facts, texts)
    openings = [item for item in facts.items if item.kind is ItemKind.OPENING]
    yield Heading("organisation/opening", _("Opening of the meeting"), level=2)
    for item in openings:
        yield from _opening(item, texts)
    yield Heading("organisation/agenda", _("Adoption of the agenda"), level=2)
    for item in openings:
        for line in item.lines:
            if line.section is Section.DECISIONS:
                yield Para(f"organisation/agenda/{line.key}", line.text)
    yield Para(
        "organisation/agenda/annex",
        _("The agenda, as it was planned and as it was carried out, is in annex {place}."),
        refers=AGENDA,
    )
    yield Heading("organisation/methods", _("Documents and methods of work"), level=2)
    yield from _methods(facts, texts)


def _place(facts: OutcomeFacts, texts: NullTranslations) -> str:
    _ = texts.gettext
    # Translators: the meeting with what it was; only where no quotation marks stand around it does it end with a second dash.
    name = texts.pgettext("within a sentence", "{title} – {subtitle} –") if facts.subtitle else "{title}"
    dates = date_range(facts.days[0], facts.days[-1], texts) if facts.days else ""
    if facts.venue and facts.city:
        said = _("The {meeting} was held at the {venue} in {city} on {dates}.")
    else:
        said = _("The {meeting} was held in {city} on {dates}.")
    return said.format(
        meeting=name.format(title=facts.meeting, subtitle=facts.subtitle),
        venue=facts.venue,
        city=facts.city or facts.venue,
        dates=dates,
    )


def _convening(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    _ = texts.gettext
    said = _("It was organised by the {host}.").format(host=facts.host)
    if facts.sponsors:
        # Names begin the sentence: French and Spanish draw prepositions and articles together.
        support = texts.ngettext(
            "{sponsors} gave it technical and financial support.",
            "{sponsors} gave it technical and financial support.",
            len(facts.sponsors),
        )
        said = f"{said} {support.format(sponsors=capitalised(enumerated(facts.sponsors, texts)))}"
    if facts.host:
        yield Para("organisation/convening/sentence", said)
    if facts.objectives:
        yield Para("organisation/convening/objectives", _("The meeting had these objectives:"))
        yield Bullets("organisation/convening/objectives/list", facts.objectives)


def _opening(item: ReportedItem, texts: NullTranslations) -> Iterator[Block]:
    _ = texts.gettext
    at = f"organisation/opening/{item.key}"
    day = weekday_date(item.day, texts)
    if item.started is not None:
        said = _("The meeting was opened on {day} at {time}.").format(day=day, time=f"{item.started:%H:%M}")
    else:
        said = _("The opening of the meeting was on {day}.").format(day=day)
    if item.presenters:
        said = f"{said} {_remarks(item.presenters, texts)}"
    yield Para(f"{at}/sentence", said)
    for line in item.lines:
        if line.section is not Section.DECISIONS:
            yield Para(f"{at}/{line.key}", line.text)


def _remarks(presenters: Sequence[Presenter], texts: NullTranslations) -> str:
    # Between people with titles that have commas in them stand semicolons.
    people = [presenter_words(one) for one in presenters]
    return texts.gettext("Opening remarks were made by {people}.").format(people=enumerated(people, texts, comma=";"))


def _methods(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    _, at = texts.gettext, "organisation/methods"
    rooms = tuple(dict.fromkeys(item.room for item in facts.items if item.room))
    if rooms:
        said = texts.ngettext(
            "The meeting worked in plenary and in {number} working group: {rooms}.",
            "The meeting worked in plenary and in {number} working groups: {rooms}.",
            len(rooms),
        ).format(number=len(rooms), rooms=enumerated(rooms, texts))
    else:
        said = _("The meeting worked in plenary.")
    yield Para(f"{at}/plenary", said)
    if facts.documents:
        number = len(facts.documents)
        yield Para(
            f"{at}/documents",
            texts.ngettext(
                "It had {number} draft document before it: {titles}.",
                "It had {number} draft documents before it: {titles}.",
                number,
            ).format(number=number, titles=enumerated([one.title for one in facts.documents], texts, comma=";")),
        )
        yield Para(f"{at}/list", _("The list of documents is in annex {place}."), refers=DOCUMENTS)
    if facts.proposals:
        yield Para(f"{at}/proposals", channel_words(facts.proposals, texts))
