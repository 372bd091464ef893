"""One side of a badge as it is laid out: which fields are there, where, and how large; for the drawing and the warnings alike."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.reports.badge_lists import ListSetting, set_list
from cmc_desk.reports.badge_text import Setting, band_room, room_of, set_text
from cmc_desk.reports.badge_words import LISTS, field_rows, field_words
from cmc_desk.reports.flags import has_flag
from cmc_desk.reports.page import MM
from cmc_desk.rules.badge_conditions import FLAG, is_shown, met_by
from cmc_desk.rules.badge_design import BadgeFacts, BadgeMeeting, DesignField, Show
from cmc_desk.rules.fitting import Room

_WITHOUT_WORDS = frozenset({Show.FLAG, Show.PHOTO, Show.QR})


@dataclass(frozen=True, slots=True)
class Slot:
    """A field that is there: its box in points from the top left corner of the badge, and the room of its text within it."""

    field: DesignField
    x: float
    y: float
    width: float
    height: float
    text_x: float
    room: Room


@dataclass(frozen=True, slots=True)
class Laid:
    """What stands in a slot: a text, a list, or neither (a flag, a photograph, a code)."""

    slot: Slot
    text: Setting | None = None
    rows: ListSetting | None = None


class Side:
    """The front or the back of a design in a run; slots are worked out once for every set of conditions that occurs."""

    def __init__(self, fields: tuple[DesignField, ...], meeting: BadgeMeeting, texts: NullTranslations) -> None:
        self._fields = fields
        self._meeting = meeting
        self._texts = texts
        self._named = frozenset(condition for field in fields for condition in (*field.only, *field.unless))
        self._slots: dict[frozenset[str], tuple[Slot, ...]] = {}

    def laid(self, facts: BadgeFacts, *, besides: Collection[str] = ()) -> Iterator[Laid]:
        """Yield what stands on the badge of `facts`, in the order of the design; `besides` are more conditions it meets."""
        met = (met_by(facts) | frozenset(besides)) & self._named
        if not has_flag(facts.flag):
            # An organisation has a code and no flag on paper: its name does not make room for one.
            met -= {FLAG}
        slots = self._slots.get(met)
        if slots is None:
            slots = self._slots[met] = self._worked_out(met)
        for slot in slots:
            field = slot.field
            if field.show in _WITHOUT_WORDS:
                yield Laid(slot)
                continue
            words = field_words(field, facts, self._meeting, self._texts)
            if field.show in LISTS:
                if words:
                    heading, rows = words[0] if field.heading else "", field_rows(field, self._meeting)
                    yield Laid(slot, rows=set_list(heading, rows, slot.room, field.columns))
            else:
                yield Laid(slot, text=set_text(words, slot.room, field.bold))

    def _worked_out(self, met: frozenset[str]) -> tuple[Slot, ...]:
        shown = tuple(field for field in self._fields if is_shown(field, met))
        slots = []
        for field in shown:
            box = field.box
            within = band_room(field, shown) if field.show is Show.BAND else box
            slots.append(
                Slot(
                    field,
                    box.x * MM,
                    box.y * MM,
                    box.width * MM,
                    box.height * MM,
                    within.x * MM,
                    room_of(field, within),
                )
            )
        return tuple(slots)
