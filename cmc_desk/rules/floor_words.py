"""What the kinds and states of a list of speakers are called, and what is said of an act that makes no sense."""

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ListOrder, SpeakerCategory
from cmc_desk.rules.floor import makes_sense
from cmc_desk.rules.floor_kinds import FloorAct, SpeakerState, Speech, SpeechKind
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.statement_length import Length

STATE_WORDS = {
    SpeakerState.INSCRIBED: N_("Waiting"),
    SpeakerState.CALLED: N_("Called"),
    SpeakerState.ABSENT: N_("Absent"),
    SpeakerState.SPEAKING: N_("Speaking"),
    SpeakerState.PAUSED: N_("Paused"),
    SpeakerState.DONE: N_("Heard"),
    SpeakerState.WITHDRAWN: N_("Withdrawn"),
    SpeakerState.WRITTEN: N_("In writing"),
}
SPEECH_WORDS = {
    SpeechKind.STATEMENT: N_("Statement"),
    SpeechKind.POINT_OF_ORDER: N_("Point of order"),
    SpeechKind.RIGHT_OF_REPLY: N_("Right of reply"),
    SpeechKind.QUESTION: N_("Question"),
    SpeechKind.ANSWER: N_("Answer"),
}
CATEGORY_WORDS = {
    SpeakerCategory.STATE: N_("States"),
    SpeakerCategory.TERRITORY: N_("Constituent parts and territories"),
    SpeakerCategory.OBSERVER_STATE: N_("Observer States"),
    SpeakerCategory.ORGANISATION: N_("United Nations and intergovernmental organisations"),
    SpeakerCategory.OTHER: N_("Others"),
}
ORDER_WORDS = {
    ListOrder.REQUEST: N_("in order of request"),
    ListOrder.HAND: N_("sorted by hand"),
    ListOrder.ROLL: N_("roll call"),
}
LENGTH_WORDS = {
    Length.FITS: N_("fits"),
    Length.TIGHT: N_("fits only if it is read fast"),
    Length.OVER: N_("is too long"),
}
_NONSENSE = {
    FloorAct.CALL: N_("{name} cannot be called: the list says “{state}”."),
    FloorAct.ABSENT: N_("{name} cannot be marked absent: the list says “{state}”."),
    FloorAct.BACK: N_("{name} was neither called nor absent: nothing was changed."),
    FloorAct.START: N_("{name} cannot begin to speak: the list says “{state}”."),
    FloorAct.PAUSE: N_("{name} does not speak now: there is no clock to pause."),
    FloorAct.RESUME: N_("{name} cannot go on speaking: the list says “{state}”."),
    FloorAct.END: N_("{name} does not have the floor: there is no speech to end."),
    FloorAct.WITHDRAW: N_("{name} cannot be withdrawn: the list says “{state}”. What was begun is ended."),
    FloorAct.RESTORE: N_("{name} stands in the list: only what was withdrawn or handed in can be put back."),
    FloorAct.WRITTEN: N_("{name} cannot submit in writing: the list says “{state}”."),
    FloorAct.ADD: N_("{name} does not speak any more: there is no time to add to."),
    FloorAct.LEAVE_OUT: N_("{name} has not begun to speak: there is no time to leave out."),
}


def check_act(speech: Speech, act: FloorAct, name: str) -> None:
    """Raise Refusal if an act makes no sense where a speech stands; `name` is what its delegation is called."""
    if not makes_sense(speech, act):
        sentence = _(_NONSENSE[act]).format(name=name, state=_(STATE_WORDS[speech.state]))
        raise Refusal(sentence, field="entry")
