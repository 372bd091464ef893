"""What is looked at before the report goes out: what blocks it, what whoever signs it should know, and what is in order."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext, pgettext

# Reports of intergovernmental bodies are not to be longer than this.
MOST_WORDS = 8500
_MOST_PLACES = 3


class Severity(StrEnum):
    """Whether something keeps the report from being final."""

    BLOCKS = "blocks"
    WARNS = "warns"
    GOOD = "good"


class Check(StrEnum):
    """What is looked at, in the order in which it is shown."""

    SUMMARIES = "items with a summary"
    SPEAKERS = "speakers known"
    RECOMMENDATIONS = "recommendations decided"
    NOTED = "recommendations of the notes in the list"
    NAMES = "names in a text without names"
    AGREED = "brackets in an agreed text"
    PROPOSALS = "proposals decided"
    DOCUMENTS = "documents decided"
    BRACKETS = "brackets left"
    ACTIONS = "actions with an owner"
    ABSENT = "delegations in the text that were absent"
    PARTICIPANTS = "participants as attendance"
    FUNCTIONS = "participants with a function"
    EDITS = "edits whose sources changed"
    CORRECTIONS = "corrections settled"
    LENGTH = "length"


# What must be in order before the report can be final.
BLOCKING = frozenset(
    {Check.SUMMARIES, Check.SPEAKERS, Check.RECOMMENDATIONS, Check.NAMES, Check.AGREED, Check.CORRECTIONS}
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is to be mended: the key of a page of the program, what to go to there, and what it is called.

    `page` is "agenda", "summaries", "documents", "registration" or "papers"; `item` is the item of the agenda that `key` is in, if it is.
    """

    page: str
    key: str
    words: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found of one check: `places` are what is not in order, of `whole` that were looked at.

    `about` is the text of the report that was looked at, where that is another one than the report itself.
    """

    check: Check
    places: tuple[Place, ...] = ()
    whole: int = 0
    count: int = 0
    about: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A line of what to see to: `what` it is about, and what was found in words (`said`).

    `count` of `of` are not in order; for the length they are words, and the most there should be. `where` is where to mend it, `about`
    the text of the report that it is about, where that is another one than the report itself.
    """

    check: Check
    severity: Severity
    what: str
    said: str
    count: int = 0
    of: int = 0
    where: tuple[Place, ...] = ()
    about: str = ""

    @property
    def page(self) -> str:
        """The page of the program to go to first, empty if there is nothing to go to."""
        return self.where[0].page if self.where else ""


def findings(looked: Iterable[Looked]) -> tuple[Finding, ...]:
    """Return a finding for each check that has anything to look at, in the order of the checks, of one check as it was looked at."""
    order = tuple(Check)
    return tuple(
        _finding(one) for one in sorted(looked, key=lambda one: order.index(one.check)) if one.whole or one.places
    )


def blocked(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what keeps the report from being final."""
    return tuple(one for one in found if one.severity is Severity.BLOCKS)


def needed_first(found: Iterable[Finding], *, most: int = 0) -> str:
    """Return in one sentence what the report needs before it is signed off or final; empty if it needs nothing.

    Where only so many are to be told as `most`, the others are counted.
    """
    blocking = blocked(found)
    if not blocking:
        return ""
    told = [f"{one.what}: {one.said}{_which(one)}" for one in blocking[: most or None]]
    more = len(blocking) - len(told)
    if more:
        told.append(ngettext("and {number} more", "and {number} more", more).format(number=more))
    return _("The report needs this first: {what}").format(what="; ".join(told))


def what_words(check: Check) -> str:
    """Return what a check is called on the screen."""
    return {
        Check.SUMMARIES: _("Agenda items with a summary"),
        Check.SPEAKERS: _("Speakers of the notes known"),
        Check.RECOMMENDATIONS: _("Recommendations decided"),
        Check.NOTED: _("Recommendations of the notes in the list"),
        Check.NAMES: _("Names left in a text without names"),
        Check.AGREED: _("Brackets in agreed text"),
        Check.PROPOSALS: _("Proposals decided"),
        Check.DOCUMENTS: _("Status of the documents decided"),
        Check.BRACKETS: _("Brackets left in the annexes"),
        Check.ACTIONS: _("Actions with somebody to do them"),
        Check.ABSENT: _("Delegations in the text were present"),
        Check.PARTICIPANTS: _("Participants match attendance"),
        Check.FUNCTIONS: _("Participants with a function"),
        Check.EDITS: _("Text written by hand is up to date"),
        Check.CORRECTIONS: _("Corrections settled"),
        Check.LENGTH: _("Length of the report"),
    }[check]


def _finding(one: Looked) -> Finding:
    if one.check is Check.LENGTH:
        return _of_length(one)
    count = one.count or len(one.places)
    wrong = bool(one.places)
    severity = Severity.GOOD if not wrong else Severity.BLOCKS if one.check in BLOCKING else Severity.WARNS
    what = what_words(one.check)
    if one.about:
        what = _("{place} ({text})").format(place=what, text=one.about)
    return Finding(one.check, severity, what, _said(one, count), count, one.whole, one.places, one.about)


def _of_length(one: Looked) -> Finding:
    words = ngettext("{number} word", "{number} words", one.whole).format(number=one.whole)
    too_long = one.whole > MOST_WORDS
    said = _("{words}, {most} are usual at most").format(words=words, most=MOST_WORDS) if too_long else words
    severity = Severity.WARNS if too_long else Severity.GOOD
    return Finding(one.check, severity, what_words(one.check), said, one.whole, MOST_WORDS)


def _which(one: Finding) -> str:
    """Return the names that are left, with the words in which they stand: a number alone leads nobody there."""
    if one.check is not Check.NAMES:
        return ""
    places = [place.words for place in one.where[:_MOST_PLACES]]
    return f" ({'; '.join(places)}{'; …' if len(one.where) > _MOST_PLACES else ''})"


def _said(one: Looked, count: int) -> str:
    if one.check in (Check.BRACKETS, Check.AGREED):
        return (
            ngettext("{number} bracket", "{number} brackets", count).format(number=count)
            if count
            else pgettext("preflight", "none")
        )
    if one.check is Check.NAMES:
        return str(count) if count else pgettext("preflight", "none")
    if len(one.places) == 1:
        return _("{good} of {whole}, not {words}").format(
            good=one.whole - count, whole=one.whole, words=one.places[0].words
        )
    return _("{good} of {whole}").format(good=one.whole - count, whole=one.whole)
