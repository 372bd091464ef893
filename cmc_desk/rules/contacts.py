"""What a contact of a meeting must have: a word for whom one calls, and a number that can be dialled."""

from collections.abc import Iterable

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import fold

# What the back of a badge holds.
MOST_CONTACTS = 12
LONGEST_LABEL = 60
LONGEST_NUMBER = 40


def problem_of(label: str, number: str) -> str:
    """Return what is wrong with a contact in one sentence, or empty text."""
    if not label:
        return _("Say whom the number {number} calls, such as: Police.").format(number=number)
    if len(label) > LONGEST_LABEL or len(number) > LONGEST_NUMBER:
        return _("“{label}” is too long for the back of a badge: shorten it.").format(label=label[:LONGEST_LABEL])
    if not any(letter.isdigit() for letter in number):
        return _("“{label}” has no number to call.").format(label=label)
    return ""


def problem_among(contacts: Iterable[tuple[str, str]]) -> str:
    """Return what is wrong with the first contact that cannot stand in the list, or empty text."""
    seen: set[str] = set()
    for place, (label, number) in enumerate(contacts, start=1):
        if problem := problem_of(label, number):
            return problem
        if place > MOST_CONTACTS:
            return _("A badge has room for {number} contacts: leave some out.").format(number=MOST_CONTACTS)
        if fold(label) in seen:
            return _("“{label}” stands there twice: tell the two apart, such as by the desk.").format(label=label)
        seen.add(fold(label))
    return ""
