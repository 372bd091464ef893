"""What the desk says, aloud and in the strip, to what a scan or a name came to."""

from cmc_desk.desk.attendance import REGISTRATION, Answer, Verdict
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.badge_code import CodeKind, parse
from cmc_desk.ui.context import Context
from cmc_desk.ui.registration import counting
from cmc_desk.ui.sound import Sound

_SOUNDS: dict[Verdict, Sound] = {
    Verdict.CHECKED_IN: "ok",
    Verdict.RETURNED: "ok",
    Verdict.WALK_IN: "ok",
    Verdict.ALREADY_IN: "already",
    Verdict.REVOKED: "attention",
    Verdict.MISTYPED: "attention",
    Verdict.OTHER_MEETING: "attention",
}


def sound_of(answer: Answer, *, noted: bool) -> Sound:
    """Return the sound of an answer; somebody whom the desk must tell something asks for attention."""
    sound = _SOUNDS.get(answer.verdict, "refused")
    return "attention" if noted and sound == "ok" else sound


def say_answer(context: Context, answer: Answer, *, more: str = "") -> None:
    """Say in the message strip what a check-in came to, and `more` where somebody came in."""
    where = _(", {delegation} · {station}").format(
        delegation=context.facts.delegation_name(answer.delegation), station=context.desk.author.station
    )
    day = counting.stray(context.facts, REGISTRATION, context.now())
    if day:
        where += _(". Today is not a day of the meeting: counted for {day}").format(day=day)
    if beside := counting.beside_words(context.facts, answer):
        where += _(" · at the same time: {sessions} (Alt+S at the desk, if that is meant)").format(sessions=beside)
    where += more
    if answer.verdict is Verdict.CHECKED_IN:
        context.say("notice", _("Checked in: "), answer.name, where, undo=True)
    elif answer.verdict is Verdict.RETURNED:
        context.say("notice", _("Came back: "), answer.name, where, undo=True)
    elif answer.verdict is Verdict.WALK_IN:
        context.say("notice", _("Walk-in checked in: "), answer.name, where, undo=True)
    elif answer.verdict is Verdict.ALREADY_IN:
        context.say("amber", _("Nothing changed: "), answer.name, _(" was already checked in."))
    elif answer.name:
        context.say("amber", _("Not checked in: "), answer.name, f". {answer.sentence}")
    else:
        context.say("amber", _("Not checked in. "), after=answer.sentence)


def is_code(text: str, *, anybody: bool) -> bool:
    """Tell whether what was typed is a code rather than a name; `anybody` says that somebody matches it as a name."""
    if not text.strip():
        return False
    if parse(text).kind is not CodeKind.UNKNOWN:
        return True
    # No name has a digit, but a delegation or a mailbox may: only where nobody matches it is a code of somebody else's.
    return not anybody and any(sign.isdigit() for sign in text)
