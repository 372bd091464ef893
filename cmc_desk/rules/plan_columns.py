"""The columns of a plan of action as a table: what our own workbooks call them, and where they are in a table."""

from collections.abc import Iterable, Sequence
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.rules.document_words import FIELD_WORDS
from cmc_desk.rules.folding import fold
from cmc_desk.rules.plan_headings import NUMBER, plan_column

AREA_COLUMN, OBJECTIVE_COLUMN, CODE_COLUMN = "area", "objective", "code"
ACTIVITY_COLUMN, INDICATOR_COLUMN, MARK_COLUMN = "activity", "indicator", "mark"
SOURCES_COLUMN = "sources"
# The columns that stand for provisions, from the widest to the narrowest.
LEVELS = (AREA_COLUMN, OBJECTIVE_COLUMN, ACTIVITY_COLUMN, INDICATOR_COLUMN)
PLAN_HEADINGS: dict[str, str] = {
    AREA_COLUMN: N_("Thematic area"),
    OBJECTIVE_COLUMN: N_("Objective"),
    CODE_COLUMN: N_("Code"),
    ACTIVITY_COLUMN: N_("Activity"),
    INDICATOR_COLUMN: N_("Indicator"),
    **FIELD_WORDS,
    SOURCES_COLUMN: N_("From proposals"),
    MARK_COLUMN: N_("Mark"),
}
# As headings are compared.
_ALSO = {"marca": MARK_COLUMN, "marque": MARK_COLUMN, "merk": MARK_COLUMN, "no": CODE_COLUMN}


def plan_heading_names(catalogues: Iterable[NullTranslations]) -> dict[str, str]:
    """Return by what our own workbooks have over their columns, folded, which column each is; in the languages of `catalogues`."""
    found = dict(_ALSO)
    for texts in catalogues:
        found |= {fold(texts.gettext(heading)): str(name) for name, heading in PLAN_HEADINGS.items()}
    return found


def plan_columns(cells: Sequence[str], names: dict[str, str]) -> dict[str, int]:
    """Return the places of the columns that a row of headings has, by name; none if it is no such row.

    `names` are those of our own workbooks; a table of somebody else may call its columns otherwise.
    """
    found: dict[str, int] = {}
    for place, heading in enumerate(cells):
        if name := names.get(fold(heading)) or plan_column(heading):
            found.setdefault(CODE_COLUMN if name == NUMBER else name, place)
    # A list of activities with their codes alone says nothing of them.
    return found if ACTIVITY_COLUMN in found and len(found.keys() - {CODE_COLUMN}) > 1 else {}
