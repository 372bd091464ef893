"""What a contact of a meeting must have: a word for whom one calls, and a number that can be dialled."""

from cmc_desk.i18n import gettext as _

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
