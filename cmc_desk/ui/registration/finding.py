"""Who stands in the list beneath the field: what can be seen of it at once, the rest when the fingers rest."""

from collections.abc import Collection

from PySide6.QtCore import QTimer

from cmc_desk.desk import people
from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context
from cmc_desk.ui.registration.rows import hit_row
from cmc_desk.ui.registration.search_pane import SearchPane

FOLLOWS_MS = 40
# At the start nobody waits for what must be scrolled to.
FOLLOWS_THE_START_MS = 400
# As many rows as the list shows without scrolling, and some to spare.
SEEN_AT_ONCE = 10


def show_found(
    context: Context, search: SearchPane, *, day: Collection[str], first: bool, limit: int = people.PAGE
) -> int:
    """List the people whom the text and the filter of `search` find, at most `limit`; return how many are listed.

    With `first` the first of them is chosen. `day` holds the sessions of the day that is looked at.
    """
    text, now = search.text(), context.now()
    only = people.Filter(search.filters.key())
    found = context.desk.read(people.find_people, text=text, only=only, day=day, limit=limit)
    rows = [hit_row(context.facts, hit, text, now) for hit in found.hits]
    whole = next((option.count or 0 for option in search.filters.options() if option.key == only), 0)
    total = _("over {number}").format(number=found.total) if found.more else str(found.total)
    search.set_found(rows, total=total, of=whole, first=first)
    return len(rows)


def first_rows(search: SearchPane, follow: QTimer) -> int:
    """Return how many rows to read now; only of an empty list does the rest follow, so that none that is scrolled jumps."""
    if search.results.rows():
        return people.PAGE
    follow.start(FOLLOWS_THE_START_MS)
    return SEEN_AT_ONCE
