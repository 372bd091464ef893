"""The rules of the agenda's clock in one place: what happened, what is left, what is expected, and where the meeting stands."""

from cmc_desk.rules.actuals import (
    actuals,
    check_act,
    check_amount,
    check_correction,
    elapsed,
    recorded_with,
    remaining,
    work,
)
from cmc_desk.rules.projection import current_day, project
from cmc_desk.rules.standing import begins_early, next_in_order, passed_over, running_in, standing

__all__ = [
    "actuals",
    "begins_early",
    "check_act",
    "check_amount",
    "check_correction",
    "current_day",
    "elapsed",
    "next_in_order",
    "passed_over",
    "project",
    "recorded_with",
    "remaining",
    "running_in",
    "standing",
    "work",
]
