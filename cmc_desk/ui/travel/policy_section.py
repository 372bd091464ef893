"""How each agency pays allowances: shares of the daily rate, with the name and the source that stand on every sheet."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtWidgets import QLineEdit, QWidget

from cmc_desk.desk.allowance_policies import PolicyRow, policies, put_policy, remove_policy, set_agency_policy
from cmc_desk.desk.travel_settings import agencies
from cmc_desk.i18n import chosen_language, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.allowance_policies import SHARES
from cmc_desk.rules.allowance_words import policy_words
from cmc_desk.rules.allowances import AllowancePolicy
from cmc_desk.rules.money import read_decimal
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.parts.cells import paint_wrapped
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.row_table import TWO_LINE, RowTable
from cmc_desk.ui.parts.section_head import PaneHead
from cmc_desk.ui.setup.form import Form
from cmc_desk.ui.setup.section import EDIT_KEYS, TableSection
from cmc_desk.ui.setup.tick_group import TickGroup

_HUNDRED = Decimal(100)


class PolicySection(TableSection[PolicyRow]):
    """Policies of the meeting; shares are typed in per cent."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table: RowTable[PolicyRow] = RowTable(
            (
                Column(_("Policy"), lambda row: row.policy.name, 216, bold=True, size=13, paint=paint_wrapped),
                Column(_("Pays"), lambda row: ", ".join(row.agencies) or "–", 104, size=13),
                Column(_("Shares"), _shares, size=12, tone="slate", paint=paint_wrapped, tooltip=_shares),
            ),
            key=lambda row: row.key,
            name=_("Policies"),
            height=TWO_LINE,
        )
        super().__init__(context, table=table, form=_form(context), head=PaneHead(_("Policies")), parent=parent)
        self.new_button(_("New policy"))

    def keys(self) -> Sequence[tuple[str, str]]:
        return (("Alt+N", _("new policy")), *EDIT_KEYS, ("Alt+Delete", _("remove what is chosen")))

    def rows(self) -> Sequence[PolicyRow]:
        return self.context.desk.read(policies)

    def key_of(self, row: PolicyRow) -> str:
        return row.key

    def show_row(self, row: PolicyRow | None) -> None:
        self.form.head.say(_("Policy") if row is not None else _("New policy"))
        policy = row.policy if row is not None else None
        self.form.fill(
            {
                "name": policy.name if policy else "",
                "source": policy.source if policy else "",
                "agencies": row.agencies if row is not None else (),
                **{name: _percent(getattr(policy, name)) if policy else "" for name in SHARES},
                "min_hours": str(policy.min_hours) if policy else "10",
                "long_after": str(policy.long_after) if policy else "60",
                "terminals": f"{policy.terminals}" if policy else "0",
            }
        )

    def store(self, row: PolicyRow | None) -> str | None:
        values, desk = self.form.values(), self.context.desk
        before = set(row.agencies) if row is not None else set()

        def work() -> str:
            policy = AllowancePolicy(
                name=values["name"],
                source=values["source"],
                **{name: _share(values[name], name) for name in SHARES},
                min_hours=_whole(values["min_hours"], "min_hours"),
                long_after=_whole(values["long_after"], "long_after"),
                terminals=read_decimal(values["terminals"] or "0", field="terminals"),
            )
            if before - set(values["agencies"]):
                raise Refusal(_("Give the agency another policy instead: every agency pays by one."), field="agencies")
            key = desk.do(put_policy, policy=policy, key=row.key if row is not None else "")
            for agency in values["agencies"]:
                if agency not in before:
                    desk.do(set_agency_policy, agency=agency, policy=key)
            return key

        done = self.act(self.form, work)
        if done is None:
            return None
        self.done(_("Policy saved: "), values["name"])
        return done[0]

    def drop(self, row: PolicyRow) -> bool:
        if self.act(self.form, lambda: self.context.desk.do(remove_policy, key=row.key)) is None:
            return False
        self.done(_("Policy removed: "), row.policy.name)
        return True


def _form(context: Context) -> Form:
    form = Form(_("Policy"))
    form.add(("name", Field(_("Name"), QLineEdit())))
    form.add(("source", Field(_("Source"), QLineEdit(), hint=_("stands on every sheet"))))
    titles = (_("Room, %"), _("Breakfast, %"), _("Lunch, %"), _("Dinner, %"), _("Last day, %"), _("Same day, %"))
    fields = [(name, Field(title, QLineEdit())) for name, title in zip(SHARES, titles, strict=True)]
    for place in range(0, len(fields), 2):
        form.add(*fields[place : place + 2])
    form.add(
        ("min_hours", Field(_("Same day from, hours"), QLineEdit())),
        ("long_after", Field(_("Long stay after, days"), QLineEdit())),
    )
    form.add(("terminals", Field(_("A trip to a terminal"), QLineEdit(), hint=_("0: none is paid"))))
    listed = [(agency.key, agency.name) for agency in context.desk.read(agencies)]
    form.add(("agencies", Field(_("Agencies that pay by it"), TickGroup(listed), height=0)))
    return form


def _percent(share: Decimal) -> str:
    return f"{(share * _HUNDRED).normalize():f}"


def _share(text: str, field: str) -> Decimal:
    return read_decimal(text.strip().rstrip("%") or "0", field=field) / _HUNDRED


def _whole(text: str, field: str) -> int:
    if not text.isdigit():
        raise Refusal(_("Type a whole number."), field=field)
    return int(text)


def _shares(row: PolicyRow) -> str:
    return policy_words(row.policy, texts(chosen_language()))
