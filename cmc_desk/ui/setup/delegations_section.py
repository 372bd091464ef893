"""Setup › Delegations: who is invited, on what terms, and how many people of each are registered."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cmc_desk.desk import setup_lists, setup_people
from cmc_desk.desk.setup_lists import DelegationRow
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.folding import fold
from cmc_desk.rules.meeting import DelegationKind, Eligibility
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import FlagText
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.keycap import KeyCap
from cmc_desk.ui.parts.pane import Pane
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import DENSE, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.names_editor import NamesEditor
from cmc_desk.ui.setup.section import EDIT_KEYS, TableSection
from cmc_desk.ui.setup.words import choices, kind_word
from cmc_desk.ui.theme import font

_NEW: dict[str, Any] = {
    "code": "",
    "kind": DelegationKind.STATE,
    "names": (),
    "short_names": (),
    "eligibility": Eligibility.SPONSORED,
    "quota": 2,
    "region": "",
    "main_language": "en",
    "flag": "",
}


class DelegationsSection(TableSection[DelegationRow]):
    """The delegations by name, a field that narrows them, and the form of one."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table: RowTable[DelegationRow] = RowTable(
            (
                Column(_("Delegation"), lambda row: FlagText(row.flag or row.code, row.name, bold=True)),
                Column(_("Kind"), lambda row: kind_word(row.kind), 172, size=13, tone="slate"),
                Column(_("Terms"), lambda row: kind_word(row.eligibility), 104, size=13, tone="slate"),
                Column(_("Seats"), lambda row: str(row.quota or "–"), 56, align=draw.RIGHT),
                Column(_("People"), lambda row: str(row.people or "–"), 68, align=draw.RIGHT),
            ),
            key=lambda row: row.code,
            name=_("Delegations"),
            height=DENSE,
        )
        self.names = NamesEditor()
        super().__init__(context, table=table, form=_form(self.names), head=PaneHead(_("Delegations")), parent=parent)
        self.new_button(_("New delegation"))
        self.filter = QLineEdit()
        self.filter.setFont(font(14))
        self.filter.setFixedHeight(32)
        self.filter.setPlaceholderText(_("Name, code or alias"))
        self.filter.setAccessibleName(_("Narrow the list"))
        self.filter.setClearButtonEnabled(False)
        self.filter.textChanged.connect(self._on_filter)
        self._narrow = QShortcut(QKeySequence("Alt+F"), self)
        self._narrow.activated.connect(self.filter.setFocus)
        self._count = Text(size=12, tone="slate")
        bar = Pane("panel", lines="b")
        line = QHBoxLayout(bar)
        line.setContentsMargins(16, 8, 16, 9)
        line.setSpacing(12)
        line.addWidget(self.filter, 1)
        line.addWidget(KeyCap("Alt+F"))
        line.addStretch(1)
        line.addWidget(self._count)
        self.work.insertWidget(1, bar)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Alt+F", _("narrow the list")),
            ("Alt+N", _("new delegation")),
            *EDIT_KEYS,
            ("Alt+Delete", _("remove the delegation")),
        )

    def rows(self) -> Sequence[DelegationRow]:
        every = self.context.desk.read(setup_lists.delegation_rows)
        wanted = fold(self.filter.text()).split()
        rows = [row for row in every if all(word in row.found_by for word in wanted)]
        seats = sum(row.quota for row in rows)
        self._count.setText(
            ngettext("{number} delegation", "{number} delegations", len(rows)).format(number=len(rows))
            + " · "
            + ngettext("{number} seat", "{number} seats", seats).format(number=seats)
        )
        return rows

    def key_of(self, row: DelegationRow) -> str:
        return row.code

    def show_row(self, row: DelegationRow | None) -> None:
        self.form.head.say(row.name if row else _("New delegation"), right=row.code if row else "")
        self.form.field("code").setVisible(row is None)
        values = asdict(row) | {"names": row.names, "short_names": row.short_names} if row else _NEW
        self.form.fill(
            {name: values[name] for name in _NEW} | {"quota": str(values["quota"]), "kind": str(values["kind"])}
        )

    def store(self, row: DelegationRow | None) -> str | None:
        values = self.form.values()
        changes = dict(values if row is None else self.form.changes())
        changes.pop("code", None)
        if row is None and not changes["flag"]:
            changes["flag"] = values["code"].upper()

        def work() -> str:
            for name in ("names", "short_names"):
                if name in changes:
                    changes[name] = dict(changes[name])
            if "quota" in changes:
                changes["quota"] = _whole_number(values["quota"])
            return self.context.desk.do(
                setup_people.put_delegation,
                code=row.code if row else values["code"],
                changes=changes,
                new=row is None,
            )

        outcome = self.act(self.form, work)
        if outcome is None:
            return None
        self.done(_("Saved: "), row.name if row else str(dict(values["names"]).get("en", "")))
        return outcome[0]

    def drop(self, row: DelegationRow) -> bool:
        if self.act(self.form, lambda: self.context.desk.do(setup_people.remove_delegation, code=row.code)) is None:
            return False
        self.done(_("Removed: "), row.name)
        return True

    def _on_filter(self, _text: str) -> None:
        if self.leave():
            self.reload()


def _whole_number(text: str) -> int:
    if not (text.isascii() and text.isdigit()):
        raise Refusal(_("Type a whole number."), field="quota")
    return int(text)


def _form(names: NamesEditor) -> Form:
    form = Form(_("Delegation"))
    form.add(("code", Field(_("Code"), QLineEdit(), hint=_("two letters for a country, such as JM"))))
    form.add_widget(names)
    form.know("names", names.official, names.names, names.set_names)
    form.know("short_names", names.everyday, names.short_names, names.set_short_names)
    form.add(("kind", Field(_("Kind"), Combo(choices(DelegationKind)))))
    form.add(
        ("eligibility", Field(_("Terms"), Combo(choices(Eligibility)))),
        ("quota", Field(_("Financed seats"), QLineEdit())),
    )
    form.add(("region", Field(_("Region"), QLineEdit(), hint=_("the regional group, such as CARICOM"))))
    form.add(
        ("main_language", Field(_("Main language"), QLineEdit(), hint=_("such as es"))),
        ("flag", Field(_("Flag"), QLineEdit(), hint=_("the code, such as JM"))),
    )
    return form
