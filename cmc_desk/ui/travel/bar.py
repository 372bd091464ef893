"""What the bar above says while the Travel page is shown before the meeting: when it opens, and how many seats are not ready. No Qt."""

from datetime import datetime, timedelta

from cmc_desk.desk.seat_wall import SeatWall
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.travel_states import Headline
from cmc_desk.ui.bar_words import ItemWords
from cmc_desk.ui.context import Facts
from cmc_desk.ui.days import day_words
from cmc_desk.ui.parts.chip import ChipLook

_HERE = frozenset({Headline.ARRIVED, Headline.PAID, Headline.CLAIM, Headline.CLOSED})


def bar_words(facts: Facts, wall: SeatWall, now: datetime) -> ItemWords | None:
    """Return the words; None once the meeting has begun, for then what is on matters more."""
    opens = min((item.starts for item in facts.agenda), default=None)
    if opens is None or opens <= now:
        return None
    local = facts.meeting.local(opens)
    title = _("Meeting opens {when}").format(when=f"{day_words(local.date(), 'ddd d MMM')} {local:%H:%M}")
    number = wall.not_ready
    chip = (
        ChipLook(
            ngettext("{number} seat not ready", "{number} seats not ready", number).format(number=number), "warning"
        )
        if number
        else ChipLook(_("All seats ready"), "good")
    )
    return ItemWords(title, _arrivals(facts, wall, now), running=False, icon="cal", chip=chip)


def _arrivals(facts: Facts, wall: SeatWall, now: datetime) -> str:
    """Return how many are here and when the next comes: 1 arrived, next tomorrow 10:05."""
    seats = [seat for row in wall.rows for seat in row.seats if not seat.seat.local]
    here = sum(seat.headline in _HERE for seat in seats)
    words = ngettext("{number} arrived", "{number} arrived", here).format(number=here)
    coming = min(
        (seat.arrives for seat in seats if seat.arrives and seat.arrives > now and seat.headline not in _HERE),
        default=None,
    )
    if coming is None:
        return words
    local, today = facts.meeting.local(coming), facts.meeting.local(now).date()
    if local.date() == today:
        when = f"{local:%H:%M}"
    elif local.date() == today + timedelta(days=1):
        when = _("tomorrow {time}").format(time=f"{local:%H:%M}")
    else:
        when = f"{day_words(local.date(), 'ddd d MMM')} {local:%H:%M}"
    return _("{arrived}, next {when}").format(arrived=words, when=when)
