"""Setup › Categories: which badge somebody wears; the first whose conditions are met is theirs."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk import meeting as meetings
from cmc_desk.desk import setup
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.meeting import CategoryPlan, DelegationKind
from cmc_desk.rules.people import Capacity
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import Cell, CellStyle, cell_text
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.registration.words import word
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.ordered_section import OrderedSection
from cmc_desk.ui.setup.section import EDIT_KEYS
from cmc_desk.ui.setup.tick_group import TickGroup
from cmc_desk.ui.setup.words import choices, colour_choices, colour_word, kind_word

_SWATCH = 14


class CategoriesSection(OrderedSection[CategoryPlan]):
    """The categories in the order in which they are tried."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table: RowTable[CategoryPlan] = RowTable(
            (
                Column(_("Category"), lambda row: row.name, 244, bold=True),
                Column(_("Colour"), lambda row: row.colour, 130, size=13, tone="slate", paint=_paint_colour),
                Column(_("Who"), self._who, size=13, tone="slate"),
            ),
            key=lambda row: row.key,
            name=_("Categories"),
        )
        order = _("The first that fits a person is theirs.")
        super().__init__(context, table=table, form=_form(), head=PaneHead(_("Categories")), order=order, parent=parent)
        self.new_button(_("New category"))

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Alt+Up", _("try the category earlier")),
            ("Alt+Down", _("try the category later")),
            ("Alt+N", _("new category")),
            *EDIT_KEYS,
            ("Alt+Delete", _("remove the category")),
        )

    def rows(self) -> Sequence[CategoryPlan]:
        return self.context.desk.read(meetings.categories)

    def key_of(self, row: CategoryPlan) -> str:
        return row.key

    def show_row(self, row: CategoryPlan | None) -> None:
        self.form.head.say(_("Category") if row else _("New category"))
        self.form.fill(
            {
                "name": row.name if row else "",
                "colour": row.colour if row else "sea",
                "capacities": row.capacities if row else (),
                "kinds": row.kinds if row else (),
                "delegations": ", ".join(row.delegations) if row else "",
            }
        )

    def store(self, row: CategoryPlan | None) -> str | None:
        values = self.form.values()
        category = CategoryPlan(
            key=row.key if row else "",
            name=values["name"],
            colour=values["colour"],
            capacities=tuple(Capacity(key) for key in values["capacities"]),
            kinds=tuple(DelegationKind(key) for key in values["kinds"]),
            delegations=tuple(code for part in values["delegations"].split(",") if (code := part.strip().upper())),
        )
        outcome = self.act(
            self.form, lambda: self.context.desk.do(setup.put_category, category=category, new=row is None)
        )
        if outcome is None:
            return None
        self.done(_("Saved: "), category.name)
        return outcome[0]

    def drop(self, row: CategoryPlan) -> bool:
        if self.act(self.form, lambda: self.context.desk.do(setup.remove_category, key=row.key)) is None:
            return False
        self.done(_("Removed: "), row.name)
        return True

    def move_row(self, row: CategoryPlan, places: int) -> str | None:
        if self.act(None, lambda: self.context.desk.do(setup.move_category, key=row.key, places=places)) is None:
            return None
        self.done(_("Moved: "), row.name)
        return row.key

    def _who(self, row: CategoryPlan) -> str:
        facts = self.context.facts
        parts = [
            " / ".join(word(one) for one in row.capacities),
            " / ".join(kind_word(one) for one in row.kinds),
            " / ".join(facts.delegation_name(code) for code in row.delegations),
        ]
        return " · ".join(part for part in parts if part) or _("everybody else")


def _paint_colour(painter: QPainter, rect: QRectF, cell: Cell, style: CellStyle) -> None:
    colour = cell_text(cell)
    box = QRectF(rect.x(), round(rect.center().y() - _SWATCH / 2), _SWATCH, _SWATCH)
    draw.box(painter, box, fill=colour, edge="edge", radius=3)
    words = rect.adjusted(_SWATCH + 8, 0, 0, 0)
    draw.text(painter, words, colour_word(colour), size=style.size, tone=style.tone)


def _form() -> Form:
    form = Form(_("Category"))
    form.add(("name", Field(_("Name, as on the badge"), QLineEdit())))
    form.add(("colour", Field(_("Colour"), Combo(colour_choices()))))
    capacities = TickGroup([(one.value, word(one)) for one in Capacity], columns=2)
    kinds = TickGroup(choices(DelegationKind), columns=2)
    form.add(("capacities", Field(_("Only these capacities; none ticked: any"), capacities, height=138)))
    form.add(("kinds", Field(_("Only of these delegations; none ticked: any"), kinds, height=84)))
    form.add(("delegations", Field(_("Only these codes"), QLineEdit(), hint=_("such as IOM, UNHCR; empty: any"))))
    return form
