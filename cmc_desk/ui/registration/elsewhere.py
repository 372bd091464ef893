"""A badge is scanned while another page has the room's attention: the desk answers in the message strip and stays where it is."""

from collections.abc import Callable

from cmc_desk.desk import attendance, people
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.sheet_code import parse_sheet
from cmc_desk.ui.context import Context
from cmc_desk.ui.registration.answers import say_answer, sound_of
from cmc_desk.ui.sound import play


def answer_elsewhere(context: Context, text: str, *, session: str, shown: Callable[[attendance.Answer], None]) -> bool:
    """Check in whoever has this code, whose card is `shown` to whoever comes to the desk; a sheet is for the page where it is entered."""
    if parse_sheet(text) is not None:
        return False
    if answer_words(context, text):
        return True
    answer = context.late_scans.take(text, session=session)
    if answer is None:
        return True
    noted = _is_noted(context, answer.participant or "")
    play(sound_of(answer, noted=noted))
    shown(answer)
    say_answer(context, answer, more=_(" · a note waits for them: Ctrl+2") if noted else _(" · card: Ctrl+2"))
    return True


def answer_words(context: Context, text: str) -> bool:
    """Say of a scan that is nothing but words that it is no code of this meeting; whatever else it is, is not taken here."""
    if context.is_typed(text):
        play("refused")
        context.say(
            "amber",
            _("Not checked in. "),
            after=_("This code is nothing but a name: Ctrl+2 leads to the desk, where it can be looked for."),
        )
        return True
    if not context.is_typed_text(text):
        return False
    play("refused")
    context.say("amber", _("That is not a code of this meeting: "), _("nothing was done with it."))
    return True


def _is_noted(context: Context, participant: str) -> bool:
    if not participant:
        return False
    try:
        return bool(context.desk.read(people.card, participant=participant, day=context.today()).notes)
    except Refusal:
        return False
