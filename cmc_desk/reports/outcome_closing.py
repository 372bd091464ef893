"""Chapters V and VI of the report: what is to be done by whom and until when, and how the meeting was closed."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations

from cmc_desk.reports.dates import long_date, weekday_date
from cmc_desk.reports.outcome_facts import NextStep, OutcomeFacts
from cmc_desk.reports.outcome_words import enumerated, presenter_words
from cmc_desk.rules.meeting import ItemKind
from cmc_desk.rules.report_blocks import Block, Column, Heading, Para, Table


def next_steps(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield what is to be done after the meeting as a table, and how much of it is done already."""
    _ = texts.gettext
    yield Heading("steps", _("Next steps"))
    if not facts.steps:
        return
    yield Para("steps/sentence", _counted(facts.steps, texts))
    numbered = any(one.number for one in facts.steps)
    columns = [Column(_("What"), 4.6), Column(_("Who"), 2.1), Column(_("Until"), 2.5)]
    if numbered:
        columns.append(Column(_("Recommendation"), 2.2))
    yield Table(
        "steps/table",
        tuple(columns),
        tuple(_row(one, texts, numbered=numbered) for one in facts.steps),
        title=_("Next steps"),
    )


def closing(facts: OutcomeFacts, texts: NullTranslations) -> Iterator[Block]:
    """Yield how the meeting was closed, if its last closing is over or planned."""
    _ = texts.gettext
    yield Heading("closing", _("Closing of the meeting"))
    closings = [item for item in facts.items if item.kind is ItemKind.CLOSING]
    if not closings:
        return
    last = closings[-1]
    day = weekday_date(last.day, texts)
    begun = any(item.started is not None for item in facts.items)
    said = ""
    if last.ended is not None:
        said = _("The meeting was closed on {day} at {time}.").format(day=day, time=f"{last.ended:%H:%M}")
    elif last.started is not None:
        # Who prints it at the gavel has a closing whose clock still runs.
        said = _("The closing of the meeting began on {day} at {time}.").format(day=day, time=f"{last.started:%H:%M}")
    elif not begun:
        said = _("The closing of the meeting was planned for {day} at {time}.").format(
            day=day, time=f"{last.starts:%H:%M}"
        )
    people = [presenter_words(one) for one in last.presenters]
    if people and said:
        remarks = _("Closing remarks were made by {people}.").format(people=enumerated(people, texts, comma=";"))
        said = f"{said} {remarks}"
    if said:
        yield Para("closing/sentence", said)
    for item in closings:
        for line in item.lines:
            yield Para(f"closing/{line.key}", line.text)


def _counted(steps: Sequence[NextStep], texts: NullTranslations) -> str:
    """Return how many steps are still to be taken, and how many more are done; the table marks these as done."""
    done = sum(one.done for one in steps)
    follow = len(steps) - done
    said = texts.ngettext(
        "{number} next step follows from the meeting.", "{number} next steps follow from the meeting.", follow
    ).format(number=follow)
    if not done:
        return said
    if not follow:
        return texts.ngettext(
            "{number} step that followed from the meeting is done already.",
            "{number} steps that followed from the meeting are done already.",
            done,
        ).format(number=done)
    more = texts.ngettext("{number} more is done already.", "{number} more are done already.", done)
    return f"{said} {more.format(number=done)}"


def _row(one: NextStep, texts: NullTranslations, *, numbered: bool) -> tuple[str, ...]:
    what = texts.gettext("{what} (done)").format(what=one.what) if one.done else one.what
    cells = (what, one.who or "–", long_date(one.due, texts) if one.due else "–")
    return (*cells, f"R{one.number}" if one.number else "–") if numbered else cells
