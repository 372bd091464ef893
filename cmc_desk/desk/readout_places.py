"""Where a line of a read-out stands: in which section, and before which other one."""

from collections.abc import Sequence

from cmc_desk.db import schema
from cmc_desk.desk.readout_lines import Standing
from cmc_desk.desk.readout_rows import STEP, Editing
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import ReadoutForm
from cmc_desk.rules.readout_order import AnySection, the_section
from cmc_desk.rules.refusal import Refusal


def section_of(form: ReadoutForm, section: str) -> AnySection:
    """Return a section of a form; raises Refusal if it has no such one."""
    try:
        return the_section(section, form)
    except ValueError as error:
        raise Refusal(_("This form has no such section."), field="section") from error


def place_line(opened: Editing, row: schema.ReadoutLine, others: Sequence[Standing], before: str) -> None:
    """Give a line its place among `others`, before one of them or after the last; make room where there is none."""
    keys = [one.line.key for one in others]
    if before and before not in keys:
        raise Refusal(_("The line before which it is to stand is not in this section any more."), field="before")
    at = keys.index(before) if before else len(keys)
    places = [opened.rows[key].place for key in keys]
    low = places[at - 1] if at else None
    high = places[at] if at < len(places) else None
    if high is None:
        row.place = max(one.place for one in opened.rows.values()) + STEP if opened.rows else STEP
    elif low is None:
        row.place = high - STEP
    elif high - low > 1:
        row.place = (low + high) // 2
    else:
        row.place = high
        for key in keys[at:]:
            opened.rows[key].place += STEP
