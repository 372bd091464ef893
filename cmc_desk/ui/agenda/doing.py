"""Runs a command for a key: its outcome, or what stood against it in the message strip."""

from collections.abc import Callable
from datetime import datetime
from typing import Concatenate, ParamSpec, TypeVar

from cmc_desk.desk.command import Tx
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.days import day_words

P = ParamSpec("P")
R = TypeVar("R")


def done(
    context: Context, command: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs
) -> tuple[R] | None:
    """Run a command and return its outcome in a tuple; a refusal is said in amber, trouble in coral, and None comes back."""
    try:
        return (context.desk.do(command, *args, **kwargs),)
    except Refusal as refusal:
        context.say("amber", _("Nothing changed: "), refusal.sentence)
    except Unavailable as trouble:
        context.trouble(trouble)
    return None


def ended_at(context: Context) -> datetime | None:
    """Return when that ended which nobody ended before the meeting was over; None while it goes on, and the clock says when."""
    moment = context.live.at(context.now())
    return moment.now if moment.stood else None


def ended_words(context: Context, at: datetime | None) -> str:
    """Say when something ended, if not now, and how that is corrected."""
    if at is None:
        return ""
    local = context.facts.meeting.local(at)
    return _(" · at {time} of {day}, when something was recorded last: H corrects it").format(
        time=f"{local:%H:%M}", day=day_words(local.date(), "d MMM")
    )
