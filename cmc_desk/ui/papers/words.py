"""What the screen says of papers: what was asked of one, its state, its form, when it was made."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from cmc_desk.desk.made_papers import Paper
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.i18n import N_, ngettext, pgettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import GROUP, Ask, Format, Naming, PaperGroup, PaperState
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.registration.words import language_word

if TYPE_CHECKING:
    from cmc_desk.reports.unprintable import Unprintable

_GROUPS = {
    PaperGroup.DESK: N_("At the desk"),
    PaperGroup.TRAVEL: N_("Travel"),
    PaperGroup.NOTES: N_("Summaries"),
    PaperGroup.DOCUMENTS: N_("Documents"),
}
_PROGRAMS = {
    Format.PDF: N_("PDF"),
    Format.DOCX: N_("Word document"),
    Format.XLSX: N_("Workbook"),
    Format.TXT: N_("Plain text"),
    Format.ICS: N_("Calendar"),
}
NAMINGS = {
    Naming.AS_CHOSEN: N_("As chosen for it"),
    Naming.ATTRIBUTED: N_("Attributed"),
    Naming.NOT_ATTRIBUTED: N_("Not attributed"),
}
_NEAR = timedelta(days=6)


def group_words(group: PaperGroup) -> str:
    """Return the heading of a group of papers."""
    return _(_GROUPS[group])


def form_words(form: Format) -> str:
    """Return what a form of a paper is called."""
    return _(_PROGRAMS[form])


def state_chip(state: PaperState) -> ChipLook:
    """Return the state of a paper as word, shape and colour."""
    if state is PaperState.CURRENT:
        return ChipLook(_("Current"), "good")
    if state is PaperState.UNJUDGED:
        return ChipLook(_("Looking …"), "neutral")
    return (
        ChipLook(pgettext("paper", "Changed"), "warning")
        if state is PaperState.CHANGED
        else ChipLook(_("Not made"), "notyet")
    )


def when_made(instant: datetime | None, facts: Facts, now: datetime) -> str:
    """Return when a paper was made as `Fri 08:12`, or `28 Nov 08:12` where the day of the week alone would not tell."""
    if instant is None:
        return "–"
    local = facts.meeting.local(instant)
    near = abs(facts.meeting.local(now).date() - local.date()) <= _NEAR
    return f"{day_words(local.date(), 'ddd' if near else 'd MMM')} {local:%H:%M}"


def ask_words(facts: Facts, kind: PaperKind, ask: Ask) -> str:
    """Return what was asked of a paper beyond what is usual, from the weightiest to the least."""
    parts = [
        session_words(facts, ask.session) if ask.session else "",
        day_of(facts, ask.day) if ask.day and not ask.session else "",
        facts.delegation_name(ask.only) if ask.only else "",
        _("final") if ask.final else "",
        instant_words(facts, ask.at) if ask.at else "",
        _("persons") if ask.persons else "",
        _("no flags") if not ask.flags else "",
        _(NAMINGS[ask.naming]) if ask.naming else "",
        _("version {number}").format(number=ask.issue) if ask.issue else "",
        facts.draft_title(ask.draft) if ask.draft else "",
        _("until {date}").format(date=ask.until) if ask.until else "",
        rule_words(ask) if "days_needed" in kind.asks or "sessions_needed" in kind.asks else "",
        _("{number} blanks").format(number=ask.blanks) if ask.blanks != Ask().blanks else "",
    ]
    if ask.language != facts.meeting.language or ask.second:
        languages = [language_word(code) for code in (ask.language, ask.second) if code]
        parts.append(" / ".join(languages))
    return ", ".join(part for part in parts if part)


def session_words(facts: Facts, key: str) -> str:
    """Return the title of a session, with its time, since two of a meeting may have the same title; and which group of it reports."""
    if key.startswith(GROUP):
        name, _slash, label = key.removeprefix(GROUP).partition("/")
        return _("{session} · working group {label}").format(session=session_words(facts, name), label=label).rstrip()
    item = next((one for one in facts.agenda if one.id == key), None)
    if item is None:
        return key
    return f"{day_words(item.day, 'ddd')} {facts.clock(item.starts)} {item.title}"


def day_of(facts: Facts, day: str) -> str:
    """Return a day of the meeting as `Day 2`."""
    days = [one.isoformat() for one in facts.meeting.days]
    if day in days:
        return _("Day {number}").format(number=days.index(day) + 1)
    return day_words(date.fromisoformat(day), "d MMM")


def instant_words(facts: Facts, at: datetime) -> str:
    """Return an instant as `Thu 5 Dec 09:12` on the clocks of the meeting."""
    local = facts.meeting.local(at)
    return f"{day_words(local.date(), 'ddd d MMM')} {local:%H:%M}"


def rule_words(ask: Ask) -> str:
    """Return the rule of certificates, if it is not the usual one."""
    if ask.sessions_needed:
        return ngettext("{number} session", "{number} sessions", ask.sessions_needed).format(number=ask.sessions_needed)
    if ask.days_needed != Ask().days_needed:
        return ngettext("{number} day", "{number} days", ask.days_needed).format(number=ask.days_needed)
    return ""


def people_words(number: int) -> str:
    """Return how many people stand on a paper."""
    return ngettext("{number} person", "{number} people", number).format(number=number)


def full_title(facts: Facts, kind: PaperKind, ask: Ask) -> str:
    """Return a paper with what was asked of it, as `Signature sheets, Day 2`."""
    return ", ".join(part for part in (_(kind.title), ask_words(facts, kind, ask)) if part)


def next_number(paper: Paper | None, form: Format) -> int:
    """Return the version that would be made of a paper as it stands in the list."""
    if paper is None or paper.state is PaperState.NOT_MADE:
        return 1
    same = paper.state is PaperState.CURRENT and form not in paper.forms
    return paper.version if same else paper.version + 1


def made_sentence(facts: Facts, paper: Paper | None) -> str:
    """Return when, by whom and as which files a paper was last made, and why it cannot be made again if it cannot."""
    if paper is None or paper.made_at is None:
        return _("Not made yet.")
    local = facts.meeting.local(paper.made_at)
    when = f"{day_words(local.date(), 'ddd d MMM')} {local:%H:%M}"
    parts = [
        _("Version {number} was made {when} by {operator}, {station}.").format(
            number=paper.version, when=when, operator=paper.operator, station=paper.station
        ),
        people_words(paper.people) + "." if paper.people else "",
        " · ".join(one.name for one in paper.files),
        _("Its data has changed since.") if paper.state is PaperState.CHANGED and not paper.problem else "",
        paper.problem,
    ]
    return "\n".join(part for part in parts if part)


def shown_words(paper: Paper | None, *, file: bool) -> str:
    """Return whether the pages that are shown are the file of a version, or what would be made now."""
    number = paper.version if paper is not None else 0
    if file:
        return _("Version {number}, as its file is").format(number=number)
    if not number:
        return _("Not made yet: this is how it would be")
    if paper is not None and paper.state is PaperState.CHANGED:
        return _("How version {number} would be").format(number=number + 1)
    return _("What version {number} says; its file is not in the folder").format(number=number)


def file_sentence(facts: Facts, kind: PaperKind, paper: Paper | None) -> str:
    """Return what there is to say of a paper whose pages cannot be shown here."""
    if paper is not None and paper.made_at is not None:
        return made_sentence(facts, paper)
    if kind.formats[0] is Format.XLSX:
        return _("Not made yet. It opens in a spreadsheet program, which can print it too.")
    return _("Not made yet. It opens in a word processor, where it can be edited.")


def unprintable_sentence(missing: "Sequence[Unprintable]") -> str:
    """Return which letters of whom no font has."""
    first = missing[0]
    words = _("No font has {letters} of “{text}”.").format(letters=" ".join(first.letters), text=first.text)
    more = len(missing) - 1
    if more:
        words += " " + ngettext("{number} more text has such.", "{number} more texts have such.", more).format(
            number=more
        )
    return words
