"""Who took part, as the report says it: one count for the sentence, the tables, the summary and the list in the annex."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from cmc_desk.reports.outcome_facts import NO_DELEGATION, Attended, OutcomeFacts
from cmc_desk.reports.outcome_figures import attendance_figures
from cmc_desk.reports.outcome_words import enumerated
from cmc_desk.reports.participants import HEADINGS
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.report_blocks import Block, Column, Para, Side, Table

PARTICIPANTS = "annex-participants"
_AT = "organisation/attendance"


def attendance(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield the paragraphs, tables and charts of who took part; nothing if nobody is registered."""
    _ = texts.gettext
    if not facts.people:
        if facts.delegations:
            yield Para(f"{_AT}/sentence", _("Nobody’s attendance was recorded."))
        return
    yield Para(f"{_AT}/sentence", attendance_sentence(facts, texts))
    for kind in DelegationKind:
        named = [one.spoken for one in facts.represented if one.kind is kind]
        if named:
            yield Para(f"{_AT}/{kind.name.lower()}", _represented(kind, named, texts))
    staff = sum(one.came for one in facts.of_kind(NO_DELEGATION))
    if staff:
        yield Para(
            f"{_AT}/secretariat",
            texts.ngettext(
                "The secretariat of the meeting was made up of {number} person.",
                "The secretariat of the meeting was made up of {number} people.",
                staff,
            ).format(number=staff),
        )
    if any(one.financed for one in facts.delegations):
        financed = sum(one.financed for one in facts.delegations)
        yield Para(
            f"{_AT}/financed",
            _financed(financed, facts, texts),
        )
    yield Para(f"{_AT}/list", _("The list of participants is in annex {place}."), refers=PARTICIPANTS)
    yield _by_class(facts, texts)
    yield _by_delegation(facts, texts)
    yield from attendance_figures(f"{_AT}/figure", facts, texts)


def _financed(financed: int, facts: OutcomeFacts, texts: NullTranslations) -> str:
    if facts.sponsors:
        said = texts.ngettext(
            "The participation of {number} of the {whole} participants was financed by {sponsors}.",
            "The participation of {number} of the {whole} participants was financed by {sponsors}.",
            financed,
        )
    else:
        said = texts.ngettext(
            "The participation of {number} of the {whole} participants was financed.",
            "The participation of {number} of the {whole} participants was financed.",
            financed,
        )
    return said.format(number=financed, whole=facts.people, sponsors=enumerated(facts.sponsors, texts))


def attendance_sentence(facts: OutcomeFacts, texts: NullTranslations) -> str:
    """Return how many took part, of how many delegations of which status."""
    number, whole = facts.people, len(facts.represented)
    people = (
        texts.ngettext(
            "{number} participant attended the meeting.", "{number} participants attended the meeting.", number
        )
        if facts.attendance_taken
        else texts.ngettext(
            "{number} participant was registered for the meeting; attendance was not taken.",
            "{number} participants were registered for the meeting; attendance was not taken.",
            number,
        )
    ).format(number=number)
    if not whole:
        return people
    parts = [
        kind_words(kind, count, texts)
        for kind in DelegationKind
        if kind is not NO_DELEGATION and (count := sum(one.kind is kind for one in facts.represented))
    ]
    represented = texts.ngettext(
        "{number} delegation was represented: {parts}.", "{number} delegations were represented: {parts}.", whole
    ).format(number=whole, parts=enumerated(parts, texts))
    return f"{people} {represented}"


def kind_words(kind: DelegationKind, number: int, texts: NullTranslations) -> str:
    """Return how many delegations of a status class: 22 States."""
    said = {
        DelegationKind.STATE: texts.ngettext("{number} State", "{number} States", number),
        DelegationKind.TERRITORY: texts.ngettext(
            "{number} constituent part or territory", "{number} constituent parts and territories", number
        ),
        DelegationKind.OBSERVER_STATE: texts.ngettext("{number} observer State", "{number} observer States", number),
        DelegationKind.UN: texts.ngettext(
            "{number} United Nations or intergovernmental organisation",
            "{number} United Nations and intergovernmental organisations",
            number,
        ),
        DelegationKind.OTHER: texts.ngettext("{number} other organisation", "{number} other organisations", number),
    }[kind]
    return said.format(number=number)


def _represented(kind: DelegationKind, named: Sequence[str], texts: NullTranslations) -> str:
    number = len(named)
    said = {
        DelegationKind.STATE: texts.ngettext(
            "The following State was represented: {names}.", "The following States were represented: {names}.", number
        ),
        DelegationKind.TERRITORY: texts.ngettext(
            "The following constituent part or territory was represented: {names}.",
            "The following constituent parts and territories were represented: {names}.",
            number,
        ),
        DelegationKind.OBSERVER_STATE: texts.ngettext(
            "The following State was represented as an observer: {names}.",
            "The following States were represented as observers: {names}.",
            number,
        ),
        DelegationKind.UN: texts.ngettext(
            "The following United Nations or intergovernmental organisation was represented: {names}.",
            "The following United Nations and intergovernmental organisations were represented: {names}.",
            number,
        ),
        DelegationKind.OTHER: texts.ngettext(
            "The following other organisation was represented: {names}.",
            "The following other organisations were represented: {names}.",
            number,
        ),
    }[kind]
    return said.format(names=enumerated(named, texts))


def _by_class(facts: OutcomeFacts, texts: NullTranslations) -> Table:
    _ = texts.gettext
    rows = []
    for kind in DelegationKind:
        of_kind = facts.of_kind(kind)
        if of_kind:
            present = "–" if kind is NO_DELEGATION else str(sum(one.came > 0 for one in of_kind))
            rows.append((_(HEADINGS[kind]), present, *_figures(facts, of_kind)))
    rows.append((_("Total"), str(len(facts.represented)), *_figures(facts, facts.delegations)))
    return Table(
        f"{_AT}/by-class",
        (
            Column(_("Status"), 3.2),
            Column(_("Delegations"), 1.9, Side.RIGHT),
            *_heads(facts, texts),
        ),
        tuple(rows),
        title=_("Attendance by status"),
        summed=True,
    )


def _by_delegation(facts: OutcomeFacts, texts: NullTranslations) -> Table:
    _ = texts.gettext
    rows = [(one.name, *_figures(facts, (one,))) for one in facts.delegations]
    rows.append((_("Total"), *_figures(facts, facts.delegations)))
    return Table(
        f"{_AT}/by-delegation",
        (Column(_("Delegation"), 4.7), *_heads(facts, texts)),
        tuple(rows),
        title=_("Attendance by delegation"),
        summed=True,
    )


def _heads(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Column]:
    _ = texts.gettext
    yield Column(_("Registered"), 1.9, Side.RIGHT)
    if facts.attendance_taken:
        for number, _day in enumerate(facts.days, 1):
            yield Column(_("Day {number}").format(number=number), 1.0, Side.RIGHT)
        yield Column(texts.pgettext("people", "Attended"), 1.4, Side.RIGHT)
    if any(one.financed for one in facts.delegations):
        yield Column(_("Of them financed"), 1.7, Side.RIGHT)


def _figures(facts: OutcomeFacts, some: Sequence[Attended]) -> Iterator[str]:
    yield str(sum(one.registered for one in some))
    if facts.attendance_taken:
        for number in range(len(facts.days)):
            yield str(sum(one.days[number] for one in some))
        yield str(sum(one.came for one in some))
    if any(one.financed for one in facts.delegations):
        yield str(sum(one.financed for one in some))
