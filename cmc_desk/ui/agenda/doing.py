"""Runs a command for a key: its outcome, or what stood against it in the message strip."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from cmc_desk.desk.command import Tx
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context

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
