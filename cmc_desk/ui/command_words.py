"""What the commands of the journal are called on the screen."""

from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _

_WORDS = {
    "meeting.found": N_("the meeting was made"),
    "registration.register": N_("a person was registered"),
    "registration.edit": N_("a person was changed"),
    "registration.withdraw": N_("a person was withdrawn"),
    "registration.reinstate": N_("a person was reinstated"),
    "registration.replace": N_("a person was replaced"),
    "registration.verify_credentials": N_("credentials were verified"),
    "registration.note": N_("a note was left"),
    "registration.note_done": N_("a note was done"),
    "registration.queue_badge": N_("a badge was queued"),
    "registration.import": N_("a list was imported"),
    "attendance.check_in": N_("a check-in"),
    "attendance.walk_in": N_("a walk-in"),
    "attendance.leave": N_("a departure"),
    "attendance.mark_delegation": N_("a delegation was marked present"),
    "attendance.excuse": N_("an excuse"),
    "attendance.no_longer_excused": N_("an excuse was taken back"),
    "attendance.undo_check_in": N_("a check-in was taken back"),
}


def words_of(kind: str) -> str:
    """Return the words for a command, or its name in the journal where there are none."""
    return _(_WORDS[kind]) if kind in _WORDS else kind
