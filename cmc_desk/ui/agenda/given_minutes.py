"""What an edit of the plan did to the lengths of other lines: none becomes shorter or longer without a word."""

from collections.abc import Mapping
from datetime import date, timedelta

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.agenda_plan import ZERO
from cmc_desk.ui.agenda.words import length_words
from cmc_desk.ui.live import Live

Lengths = Mapping[str, timedelta]


def lengths_of(live: Live) -> Lengths:
    """Return how long every line of the plan is; it is asked before the plan is edited and compared afterwards."""
    return {line.item.key: line.item.length for line in live.rundown.lines}


def given_words(live: Live, before: Lengths, *, day: date, but: str = "") -> str:
    """Return which lines gave how many minutes or were given some, those of `day` first; `but` is what was edited itself."""
    words = []
    for line in sorted(live.rundown.lines, key=lambda one: one.item.day != day):
        item = line.item
        more = item.length - before.get(item.key, item.length)
        if item.key == but or not more:
            continue
        said = _("“{title}” has {given} less: {length}") if more < ZERO else _("“{title}” has {given} more: {length}")
        words.append(said.format(title=item.title, given=length_words(abs(more)), length=length_words(item.length)))
    return "".join(f" · {one}" for one in words)
