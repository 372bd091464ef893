"""The manifest as a table: a heading for each vehicle, a row for each person; and what has changed since it was sent."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from cmc_desk.i18n import N_, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.sent_lists import Difference, What
from cmc_desk.rules.travel_lists import Manifest, ManifestRow, ManifestWave
from cmc_desk.rules.travel_states import Direction
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.cells import FlagText
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.runs import Run

_FIELDS = {
    "name": N_("name"),
    "delegation": N_("delegation"),
    "flight": N_("flight"),
    "airport": N_("airport"),
    "at": N_("time"),
    "pick_up": N_("pick-up"),
    "phone": N_("phone"),
    "hotel": N_("hotel"),
    "room": N_("room"),
    "check_in": N_("in"),
    "check_out": N_("out"),
    "breakfast": N_("breakfast"),
    "paid_by": N_("paid by"),
    "arrives": N_("arrives"),
    "late": N_("late"),
}


@dataclass(frozen=True, slots=True)
class ShownRide:
    """A person in a vehicle; without one it heads a vehicle, in words."""

    key: str
    row: ManifestRow | None = None
    name: str = ""
    delegation: str = ""
    words: str = ""


def ride_rows(manifest: Manifest) -> list[ShownRide]:
    """Return the vehicles with whoever rides in them, then those whose flight is not known."""
    rows: list[ShownRide] = []
    for wave in manifest.waves:
        rows.append(ShownRide(f"wave {wave.number}", words=wave_words(wave, manifest.direction)))
        rows += [ShownRide(row.traveller, row, row.name, row.delegation) for row in wave.rows]
    if manifest.open:
        rows.append(ShownRide("open", words=_("No flight is known of")))
        rows += [
            ShownRide(f"open {place}", None, name, delegation) for place, (name, delegation) in enumerate(manifest.open)
        ]
    return rows


def wave_words(wave: ManifestWave, direction: Direction) -> str:
    """Return what heads a vehicle: Wave 2 · Wed 4 Dec, at KIN 15:40 · 5 people."""
    people = ngettext("{number} person", "{number} people", len(wave.rows)).format(number=len(wave.rows))
    if wave.pick_up is None:
        when = _("{airport}, drive not known").format(airport=wave.airport)
    elif direction is Direction.OUT:
        when = _("{day}, at {airport} {time}").format(
            day=day_words(wave.pick_up.date(), "ddd d MMM"), airport=wave.airport, time=f"{wave.pick_up:%H:%M}"
        )
    else:
        when = _("{day}, leaves the hotel {time} for {airport}").format(
            day=day_words(wave.pick_up.date(), "ddd d MMM"), airport=wave.airport, time=f"{wave.pick_up:%H:%M}"
        )
    parts = [_("Wave {number}").format(number=wave.number), when, people]
    if wave.elsewhere:
        parts.append(_("another airport than the meeting's"))
    return " · ".join(parts)


def rides_table(facts: Facts, parent: QWidget | None = None) -> RowTable[ShownRide]:
    """Return the table of the manifest."""
    return RowTable(
        (
            Column(_("Time"), _time, 76, size=13, bold=True),
            Column(_("Flight"), lambda row: row.row.flight if row.row is not None else "", 84, size=13),
            Column(_("Who"), lambda row: row.name, size=13),
            Column(
                _("Delegation"),
                lambda row: (
                    FlagText(facts.flag(row.delegation), facts.delegation_name(row.delegation))
                    if row.delegation
                    else ""
                ),
                210,
                size=13,
            ),
            Column(_("Phone"), lambda row: row.row.phone if row.row is not None else "", 130, size=13, tone="slate"),
            Column(_("Speaks"), lambda row: row.row.language if row.row is not None else "", 72, size=13, tone="slate"),
        ),
        key=lambda row: row.key,
        name=_("Manifest"),
        height=DENSE,
        ground=lambda row: "sand" if row.words else "panel",
        heading=lambda row: bool(row.words),
        parent=parent,
    )


def difference_words(differences: Sequence[Difference]) -> str:
    """Return what a recipient has to change, in one line."""
    if not differences:
        return _("nothing has changed")
    return "; ".join(_difference(one) for one in differences)


def _difference(one: Difference) -> str:
    if one.what is What.NEW:
        return _("new: {name}").format(name=one.name)
    if one.what is What.GONE:
        return _("gone: {name}").format(name=one.name)
    return f"{one.name}: {field_words(one)}"


def field_words(one: Difference) -> str:
    """Return what differs in a row, each with what was sent and what is so now."""
    return ", ".join(f"{_(_FIELDS.get(name, name))} {before or '–'} → {now or '–'}" for name, before, now in one.fields)


def _time(row: ShownRide) -> str | tuple[Run, ...]:
    if row.words:
        return (Run(row.words, bold=True),)
    return f"{row.row.at:%H:%M}" if row.row is not None else "–"
