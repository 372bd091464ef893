"""What a change of a flight means for one person, in words. No Qt."""

from collections.abc import Iterator
from datetime import date, datetime

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.flight_change import Followed
from cmc_desk.ui.days import day_words


def followed_words(one: Followed) -> str:
    """Return it in one line: flight, vehicles, note for the hotel, nights, allowance, and what breaks."""
    return "; ".join(_parts(one))


def _parts(one: Followed) -> Iterator[str]:
    yield from one.problems
    for before, after in one.legs:
        yield _("{flight} {before} → {after}").format(
            flight=f"{before.carrier} {before.number}".strip(),
            before=f"{before.departs:%H:%M}–{before.arrives:%H:%M}",
            after=f"{after.departs:%H:%M}–{after.arrives:%H:%M}",
        )
    for words, pick_up in ((_("fetched"), one.pick_up_out), (_("brought"), one.pick_up_back)):
        if pick_up is not None:
            yield f"{words} {_when(pick_up[0])} → {_when(pick_up[1])}"
    if one.late is not None:
        yield _("late arrival to be announced") if one.late[1] else _("no late arrival any more")
    yield from _days(_("night more"), one.nights_added)
    yield from _days(_("night less"), one.nights_dropped)
    yield from _days(_("allowance day more"), one.days_added)
    yield from _days(_("allowance day less"), one.days_dropped)


def _days(words: str, days: tuple[date, ...]) -> Iterator[str]:
    if days:
        yield f"{words}: {', '.join(day_words(day, 'd MMM') for day in days)}"


def _when(instant: datetime | None) -> str:
    return f"{instant:%H:%M}" if instant is not None else "–"
