"""What the strip says of a run of badges: what came out of the printer, what did not, and why."""

from collections.abc import Sequence

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.print_queue import Job, JobState, PrintQueue
from cmc_desk.ui.context import Context
from cmc_desk.ui.sound import play


def say_printed(context: Context, queue: PrintQueue, printer: str, left_out: Sequence[str]) -> bool:
    """Say how many badges were printed, and whose were not because no font can print their names; False if none was."""
    number = sum(job.badges for job in queue.jobs if job.state is JobState.PRINTED)
    if not number:
        return False
    words = ngettext("{number} badge", "{number} badges", number).format(number=number)
    where = _(" · {printer}").format(printer=printer)
    if left_out:
        play("refused")
        # The list of what is to be looked at says the rest; here there is room for the names.
        names = _(". NOT PRINTED, no font has the name: {names} (see Options)").format(names=", ".join(left_out))
        context.say("amber", _("Printed: "), words, where + names)
    else:
        context.say("notice", _("Printed: "), words, where)
    return True


def say_failed(context: Context, job: Job) -> None:
    """Say loudly which sheet is not on paper, or not in the ledger."""
    play("refused")
    before = _("NOT RECORDED. ") if job.state is JobState.ACCEPTED else _("NOT PRINTED. ")
    context.say("coral", before, job.title, f". {job.problem}")


def say_no_printer(context: Context) -> None:
    """Say loudly that there is nothing to print with."""
    play("refused")
    sentence = _("The printer is not found: connect one and press Ctrl+P again, or save the badges as PDF with Ctrl+E.")
    context.say("coral", _("NOT PRINTED. "), sentence)
