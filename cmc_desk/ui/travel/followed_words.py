"""What a change of a flight means for one person, in words. No Qt."""

from collections.abc import Iterator
from datetime import date, datetime

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.flight_change import Followed
from cmc_desk.rules.travel_facts import Leg
from cmc_desk.ui.days import day_words


def followed_words(one: Followed) -> str:
    """Return it in one line: flight, vehicles, note for the hotel, nights, allowance, and what breaks."""
    return "; ".join(_parts(one))


def _parts(one: Followed) -> Iterator[str]:
    yield from one.problems
    for before, after in one.legs:
        other_day = before.departs.date() != after.departs.date()
        yield _("{flight} {before} → {after}").format(
            flight=f"{before.carrier} {before.number}".strip(),
            before=_times(before, with_day=other_day),
            after=_times(after, with_day=other_day),
        )
    for words, pick_up in ((_("fetched"), one.pick_up_out), (_("brought"), one.pick_up_back)):
        if pick_up is not None:
            days = {instant.date() for instant in pick_up if instant is not None}
            yield f"{words} {_when(pick_up[0], with_day=len(days) > 1)} → {_when(pick_up[1], with_day=len(days) > 1)}"
    if one.late is not None:
        yield _("late arrival to be announced") if one.late[1] else _("no late arrival any more")
    yield from _days(_("night more"), one.nights_added)
    yield from _days(_("night less"), one.nights_dropped)
    yield from _days(_("allowance day more"), one.days_added)
    yield from _days(_("allowance day less"), one.days_dropped)


def _days(words: str, days: tuple[date, ...]) -> Iterator[str]:
    if days:
        yield f"{words}: {', '.join(day_words(day, 'd MMM') for day in days)}"


def _times(leg: Leg, *, with_day: bool) -> str:
    later = (leg.arrives.date() - leg.departs.date()).days
    return _when(leg.departs, with_day=with_day) + f"–{leg.arrives:%H:%M}" + (f" +{later}" if later > 0 else "")


def _when(instant: datetime | None, *, with_day: bool) -> str:
    if instant is None:
        return "–"
    return (f"{day_words(instant.date(), 'ddd d')} " if with_day else "") + f"{instant:%H:%M}"
