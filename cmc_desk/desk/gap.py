"""What a jump of the clock took from what was running is not counted: one decision, and one Ctrl+Z."""

from cmc_desk.desk.agenda import leave_out
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.floor import leave_out_of_speech


@command("agenda.leave_gap")
def leave_gap(tx: Tx, *, items: dict[str, int], speeches: dict[str, int], reason: str = "") -> None:
    """Do not count so many seconds of items, and of speeches, by their keys.

    Raises Refusal if one of them has not run so long; then nothing is changed.
    """
    for item, seconds in items.items():
        leave_out(tx, item=item, seconds=seconds, reason=reason)
    for entry, seconds in speeches.items():
        leave_out_of_speech(tx, entry=entry, seconds=seconds, reason=reason)
