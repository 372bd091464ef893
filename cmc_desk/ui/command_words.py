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
    "attendance.undo_walk_in": N_("a walk-in was taken back"),
    "attendance.leave": N_("a departure"),
    "attendance.mark_delegation": N_("a delegation was marked present"),
    "attendance.excuse": N_("an excuse"),
    "attendance.no_longer_excused": N_("an excuse was taken back"),
    "attendance.undo_check_in": N_("a check-in was taken back"),
    "badges.printed": N_("badges were printed"),
    "badges.reissue": N_("a badge was replaced"),
    "badges.void": N_("prints were marked void"),
    "badges.queue": N_("badges were queued"),
    "badges.unqueue": N_("badges were taken from the queue"),
    "photos.set": N_("a photo was set"),
    "photos.remove": N_("a photo was removed"),
    "papers.exported": N_("a paper with personal data was saved"),
    "papers.made": N_("a paper was made"),
    "setup.meeting": N_("the meeting was changed"),
    "setup.add_day": N_("a day was added"),
    "setup.remove_day": N_("a day was removed"),
    "setup.put_item": N_("an item of the agenda was changed"),
    "setup.remove_item": N_("an item of the agenda was removed"),
    "setup.put_delegation": N_("a delegation was changed"),
    "setup.remove_delegation": N_("a delegation was removed"),
    "setup.put_category": N_("a category was changed"),
    "setup.move_category": N_("a category was moved"),
    "setup.remove_category": N_("a category was removed"),
    "setup.put_operator": N_("an operator was changed"),
    "setup.remove_operator": N_("an operator was removed"),
    "setup.put_station": N_("a station was changed"),
    "setup.remove_station": N_("a station was removed"),
    "setup.contacts": N_("the contacts were changed"),
    "setup.add_alias": N_("a word was learned"),
    "setup.forget_alias": N_("a word was forgotten"),
    "setup.forget_column": N_("a column was forgotten"),
}


def words_of(kind: str) -> str:
    """Return the words for a command, or its name in the journal where there are none."""
    return _(_WORDS[kind]) if kind in _WORDS else kind
