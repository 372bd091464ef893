"""Acts of which a form says several at once: all of them happen, or none, and Ctrl+Z takes all of them back."""

from collections.abc import Sequence
from datetime import date

from cmc_desk.desk.allowances import Computed, compute_allowance
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.payment_rows import lines_of
from cmc_desk.desk.provided_days import clear_provided, provided_rows, set_provided
from cmc_desk.desk.seats import set_quota, set_seat
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.payments import HANDED_OUT, live
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_facts import Share
from cmc_desk.rules.travel_states import Profile


@command("travel.change_seats")
def change_seats(
    tx: Tx,
    *,
    delegation: str,
    quota: int | None = None,
    seat: str = "",
    profile: Profile = Profile.OTHER,
    shares: Sequence[Share] = (),
) -> None:
    """Change the quota of a delegation, or what is wished of a seat and who bears it, or both.

    Raises Refusal as `set_quota` and `set_seat` do; then nothing has changed.
    """
    if seat:
        set_seat(tx, seat=seat, profile=profile, shares=shares)
    if quota is not None:
        set_quota(tx, delegation=delegation, quota=quota)


@command("travel.provide")
def provide(tx: Tx, *, sponsorship: str, day: date, letters: str | None) -> Computed | None:
    """Settle what one official gets on a day, or with None let agenda and hotel say it again, and compute the allowance anew.

    Nothing is computed of an allowance that was paid: then None comes back. Raises Refusal as the parts do; then nothing has changed.
    """
    settled = any(row.day == day and row.sponsorship == sponsorship for row in provided_rows(tx.session))
    if letters is not None:
        set_provided(tx, day=day, letters=letters, sponsorship=sponsorship)
    elif settled:
        clear_provided(tx, day=day, sponsorship=sponsorship)
    tx.session.flush()
    line = live(lines_of(tx.session, sponsorship))
    return None if line is not None and line.state in HANDED_OUT else compute_allowance(tx, sponsorship=sponsorship)


def typed_quota(text: str) -> int:
    """Return a quota as it was typed; raises Refusal if it is no whole number."""
    if not (text.isascii() and text.isdigit() and len(text) < 4):
        raise Refusal(_("Type a whole number."), field="quota")
    return int(text)
