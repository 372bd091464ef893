"""What can be done with the person on the card, each said in the strip; most return whether it was done."""

from collections.abc import Callable

from cmc_desk.desk import attendance, people, registration
from cmc_desk.desk.corrections import undo_check_in
from cmc_desk.desk.people import Card
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.registration import counting

Act = Callable[[Context, Card, str], bool]


def take_back(context: Context, card: Card, choice: str) -> bool:
    """Take back what was recorded last of this person at the sessions that a check-in counts for."""
    sessions = [session.key for session in counting.targets(context.facts, choice, context.now())]
    at = context.attempt(undo_check_in, participant=card.id, sessions=sessions)
    if at is None:
        return False
    after = _(", recorded {time}").format(time=context.facts.clock(at))
    context.say("notice", _("Taken back: "), card.person.full_name, after, undo=True)
    return True


def mark_left(context: Context, card: Card, choice: str) -> bool:
    """Record that this person left now."""
    at = context.attempt(attendance.leave, participant=card.id, session=choice)
    if at is None:
        return False
    after = _(" · {time}").format(time=context.facts.clock(at))
    context.say("notice", _("Left: "), card.person.full_name, after, undo=True)
    return True


def mark_delegation(context: Context, card: Card, choice: str) -> bool:
    """Record that everybody of this person's delegation who is expected is present."""
    code = card.person.delegation
    number = context.attempt(attendance.mark_delegation, delegation=code, session=choice)
    if number is None:
        return False
    after = ngettext(" · {number} person", " · {number} people", number).format(number=number)
    context.say("notice", _("Marked present: "), context.facts.delegation_name(code), after, undo=True)
    return True


def finish_note(context: Context, card: Card, _choice: str) -> bool:
    """Record that what the note on the card asks for was done."""
    if not card.notes or context.attempt(registration.finish_note, note=card.notes[0].id) is None:
        return False
    context.say("notice", _("Note done: "), card.person.full_name, undo=True)
    return True


def verify(context: Context, card: Card, _choice: str) -> bool:
    """Record that the letter which names this person was seen."""
    if context.attempt(registration.verify_credentials, participant=card.id) is None:
        return False
    context.say("notice", _("Credentials verified: "), card.person.full_name, undo=True)
    return True


def reinstate(context: Context, card: Card, _choice: str) -> bool:
    """Record that this person, who was withdrawn, is coming after all."""
    if context.attempt(registration.reinstate, participant=card.id) is None:
        return False
    context.say("notice", _("Reinstated: "), card.person.full_name, undo=True)
    return True


def leave_note(context: Context, participant: str, text: str) -> str:
    """Leave a note about somebody; return what is wrong with it, or empty text."""
    try:
        context.desk.do(registration.add_note, participant=participant, text=text)
    except Refusal as refusal:
        return refusal.sentence
    except Unavailable as trouble:
        context.trouble(trouble)
        return _("Not saved: try again.")
    name = context.desk.read(people.person_of, participant=participant).full_name
    context.say("notice", _("Note left: "), name, undo=True)
    return ""
