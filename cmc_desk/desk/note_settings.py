"""How fast a summary is read aloud, and when a text without names says some, several and many."""

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.notes import Thresholds
from cmc_desk.rules.readouts import WORDS_A_MINUTE
from cmc_desk.rules.refusal import Refusal

SLOWEST, FASTEST = 40, 300
_ONLY = 1


@dataclass(frozen=True, slots=True)
class NoteSettings:
    """What the rapporteurs of this meeting have agreed on."""

    words_a_minute: int = WORDS_A_MINUTE
    thresholds: Thresholds = field(default_factory=Thresholds)


def note_settings(session: Session) -> NoteSettings:
    """Return what was agreed on, or what the program begins with."""
    row = session.get(schema.NoteSettings, _ONLY)
    if row is None:
        return NoteSettings()
    return NoteSettings(row.words_a_minute, Thresholds(row.from_some, row.from_several, row.from_many))


@command("notes.settings")
def set_note_settings(tx: Tx, *, words_a_minute: int, thresholds: Thresholds) -> NoteSettings:
    """Agree on the pace of reading and on the numbers of delegations; raises Refusal with the field that makes no sense."""
    if not SLOWEST <= words_a_minute <= FASTEST:
        raise Refusal(
            _("Nobody reads aloud at {number} words a minute: type a number from {slowest} to {fastest}.").format(
                number=words_a_minute, slowest=SLOWEST, fastest=FASTEST
            ),
            field="words_a_minute",
        )
    for name, number, before in (
        ("some", thresholds.some, 1),
        ("several", thresholds.several, thresholds.some),
        ("many", thresholds.many, thresholds.several),
    ):
        if number <= before:
            raise Refusal(_("This must be more than {number}.").format(number=before), field=name)
    row = tx.session.get(schema.NoteSettings, _ONLY)
    if row is None:
        row = schema.NoteSettings(id=_ONLY)
        tx.session.add(row)
    row.words_a_minute = words_a_minute
    row.from_some, row.from_several, row.from_many = thresholds.some, thresholds.several, thresholds.many
    return NoteSettings(words_a_minute, thresholds)
