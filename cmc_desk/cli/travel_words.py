"""What the verb of sponsored travel says to people."""

from collections.abc import Iterator

from cmc_desk.desk.agent_sheet import AgentImported
from cmc_desk.desk.seat_wall import SeatWall, WallSeat
from cmc_desk.desk.traveller import Traveller
from cmc_desk.i18n import N_, ngettext
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agent_preview import AgentPreview, BookingVerdict, PlannedBooking, leg_words
from cmc_desk.rules.money import money
from cmc_desk.rules.nominations import Replacement
from cmc_desk.rules.travel_states import Headline, Standing
from cmc_desk.rules.travel_words import (
    HEADLINE_WORDS,
    NOMINATION_WORDS,
    PROFILE_WORDS,
    STANDING_WORDS,
    STEP_WORDS,
    WARNED_WORDS,
)

_VERDICTS: dict[BookingVerdict, str] = {
    BookingVerdict.NEW: N_("New"),
    BookingVerdict.CHANGED: N_("Changed"),
    BookingVerdict.SAME: N_("Unchanged"),
    BookingVerdict.NOBODY: N_("Nobody of ours"),
    BookingVerdict.SEVERAL: N_("Several possible"),
    BookingVerdict.ERROR: N_("Problem"),
}
_FIELDS = {
    "legs": N_("flights"),
    "locator": N_("booking"),
    "ticket": N_("ticket"),
    "name_on_ticket": N_("name"),
    "fare": N_("fare"),
    "hold_until": N_("kept until"),
}
_SHOWN = (Standing.DUE, Standing.BLOCKS)
# As wide as these usually are.
_KEY, _NAME = 5, 24


def wall_words(wall: SeatWall) -> str:
    """Return the wall: each delegation with its seats, and how many there are of each kind."""
    return "\n".join(_wall_lines(wall))


def seat_words(seat: WallSeat) -> str:
    """Return where one seat stands now."""
    name = seat.name or _("nobody")
    return _("{seat} {name}: {headline}.").format(
        seat=seat.seat.key, name=name, headline=_(HEADLINE_WORDS[seat.headline])
    )


def traveller_words(one: Traveller) -> str:
    """Return one official with the steps, the warnings and the chain of those before and after."""
    return "\n".join(_traveller_lines(one))


def sunk_words(plan: Replacement) -> str:
    """Return what is lost when somebody else comes, or nothing."""
    return ", ".join(money(amount, currency) for currency, amount in plan.sunk)


def preview_words(preview: AgentPreview, imported: AgentImported | None, *, dry_run: bool) -> str:
    """Return what a list does, or would do: how many bookings of each kind, every difference and every problem."""
    lines = list(_preview_lines(preview))
    if dry_run:
        lines.append(_("Nothing was written (dry run)."))
    elif imported is None:
        lines.append(_("Nothing to import."))
    else:
        number = len(imported.written)
        lines.append(
            ngettext("Imported {number} booking.", "Imported {number} bookings.", number).format(number=number)
        )
    return "\n".join(lines)


def _wall_lines(wall: SeatWall) -> Iterator[str]:
    width = max((len(_(HEADLINE_WORDS[seat.headline])) for row in wall.rows for seat in row.seats), default=0)
    for row in wall.rows:
        yield row.name
        for seat in row.seats:
            yield _seat_line(seat, width)
            for warned in seat.warnings:
                yield f"  {'':{_KEY}}  · {_(WARNED_WORDS[warned])}"
    head = ngettext("{number} financed seat", "{number} financed seats", wall.financed).format(number=wall.financed)
    counts = [f"{_(HEADLINE_WORDS[one])} {wall.counts[one]}" for one in Headline if wall.counts.get(one)]
    blocked = ngettext("{number} is blocked", "{number} are blocked", wall.blocked).format(number=wall.blocked)
    yield " · ".join((head, *counts, blocked))


def _seat_line(seat: WallSeat, width: int) -> str:
    why = seat.step.why if seat.step is not None else ""
    standing = _(STANDING_WORDS[seat.standing]) if seat.standing in _SHOWN else ""
    open_ = ": ".join(part for part in (standing, why) if part)
    parts = (seat.seat.key.ljust(_KEY), _(HEADLINE_WORDS[seat.headline]).ljust(width), (seat.name or "–").ljust(_NAME))
    return "  " + "  ".join((*parts, open_)).rstrip()


def _traveller_lines(one: Traveller) -> Iterator[str]:
    agencies = " + ".join(
        share.agency if share.basis_points == 10_000 else f"{share.agency} {share.basis_points / 100:g} %"
        for share in one.seat.shares
    )
    yield " · ".join(
        part
        for part in (one.person.name, one.delegation, one.seat.key, _(PROFILE_WORDS[one.one.profile]), agencies)
        if part
    )
    yield _(HEADLINE_WORDS[one.headline])
    for state in one.steps:
        yield f"  {_(STEP_WORDS[state.step])}: " + " · ".join(
            part for part in (_(STANDING_WORDS[state.standing]), state.why) if part
        )
    if one.blocked is not None and one.blocked.sentence:
        yield one.blocked.sentence
    for leg in one.one.itinerary.legs if one.one.itinerary else ():
        yield f"  {leg_words(leg)}"
    for concern in one.warnings:
        waived = _("waived by {name}: {reason}").format(name=concern.by, reason=concern.waived) if concern.by else ""
        yield " · ".join(part for part in (f"! {_(WARNED_WORDS[concern.warned])}", waived) if part)
    if len(one.chain) > 1:
        yield " → ".join(f"{link.name} ({_(NOMINATION_WORDS[link.state.nomination])})" for link in one.chain)


def _preview_lines(preview: AgentPreview) -> Iterator[str]:
    for verdict in BookingVerdict:
        number = sum(booking.verdict is verdict for booking in preview.bookings)
        yield f"{number:6}  {_(_VERDICTS[verdict])}"
    for booking in preview.bookings:
        yield from _booking_lines(booking)
    if preview.not_listed:
        yield _("Not in the list, and left as they are: {names}.").format(names=", ".join(preview.not_listed))


def _booking_lines(booking: PlannedBooking) -> Iterator[str]:
    if booking.verdict is BookingVerdict.SAME:
        return
    name = booking.passenger or booking.name
    said = [f"{_(_FIELDS[field])}: {ours or '–'} → {theirs}" for field, ours, theirs in booking.differences]
    said += [": ".join(part for part in (one.cell, one.sentence) if part) for one in booking.problems]
    verdict = _(_VERDICTS[booking.verdict])
    yield _("{where}, {name}: {verdict}").format(where=booking.where, name=name, verdict=verdict)
    for words in said:
        yield f"    {words}"
