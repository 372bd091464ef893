"""A proposal as it is entered: who proposes what for which text, in which words, and why."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from cmc_desk.desk.proposal_rows import digest_of_wish
from cmc_desk.desk.proposals import add_proposal, edit_proposal, proposal
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.applying import is_new_row
from cmc_desk.rules.document_kinds import (
    Channel,
    PartyRole,
    PlanField,
    ProposalAction,
    ProposalType,
    ProvisionKind,
)
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.doc_form import DocForm, Said
from cmc_desk.ui.documents.words import ACTIONS, CHANNELS, FIELDS, TYPES, first_words, named, names_of
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.registration.delegation_field import DelegationField
from cmc_desk.ui.written_text import WrittenLine

# Before the names of the cells of a new row, which the form has beside a field of its own for the cell that is amended.
_CELL = "cell "
# What is kept beside the fields of a form that is left: whose name stands in that of the delegation.
_CODE = "code of the delegation"
_OTHER_TEXT = frozenset({ProposalAction.MODIFY, ProposalAction.INSERT_AFTER})


class ProposalForm(DocForm):
    """`editing` writes the chosen proposal anew; else it adds one on the provision that is open, or on the document as a whole."""

    def __init__(self, context: Context, *, editing: bool = False, parent: QWidget | None = None) -> None:
        title = _("Edit the proposal") if editing else _("New proposal")
        super().__init__(context, title, does=_("Save") if editing else _("Add"), parent=parent)
        self._editing = editing
        self.delegation = DelegationField(context.facts)
        self.who = Field(_("Delegation"), self.delegation, hint=_("empty: the secretariat"))
        self.add(("delegation", self.who))
        self.who.setVisible(not editing)
        self.action = Combo([(one.value, _(words)) for one, (words, _kind, _icon) in ACTIONS.items()])
        self.field_of = Combo([(name, _(words)) for name, words in FIELDS.items()])
        self.cell = Field(_("Which cell"), self.field_of)
        self.add(("action", Field(_("What"), self.action)), ("field", self.cell))
        self.label = Field(_("Number of the new one"), WrittenLine())
        self.target = Combo()
        self.after = Field(_("To stand after"), self.target)
        self.add(("new_label", self.label))
        self.add(("target", self.after))
        self.counter = Combo()
        self.countered = Field(_("Against which proposal"), self.counter)
        self.add(("counter_to", self.countered))
        self.countered.setVisible(not editing)
        self.words = self.add_text("new_text", _("Proposed text"), lines=6)
        self.cells = {name: Field(_(FIELDS[name]), WrittenLine()) for name in PlanField}
        named = [(_CELL + name, cell) for name, cell in self.cells.items()]
        for place in range(0, len(named), 2):
            self.add(*named[place : place + 2])
        self.rationale = self.add_text("rationale", _("Why"), lines=2)
        self.add(
            ("kind", Field(_("Type"), Combo([(one.value, _(words)) for one, words in TYPES.items()]))),
            ("channel", Field(_("It came"), Combo([(one.value, _(words)) for one, words in CHANNELS.items()]))),
        )
        self.action.picked.connect(self._on_action)
        self.field_of.picked.connect(self._on_field)

    def prepare(self) -> None:
        self.delegation.set_facts(self.context.facts)
        about = self.about
        self.target.set_choices(
            [
                ("", _("At the beginning")),
                *((one.key, f"{named(one)} {first_words(one.text, 28)}") for one in about.text.provisions),
            ]
        )

        rivals = [one for one in about.here() if one.live]
        self.counter.set_choices(
            [("", _("none")), *((one.key, f"{one.name} {self._proposers(one)}") for one in rivals)]
        )
        self.countered.setVisible(not self._editing and bool(rivals))

    def _proposers(self, one: Proposal) -> str:
        return names_of(one.of(PartyRole.PROPOSER), self.context.facts.delegation_name)

    def intro_words(self) -> str:
        about = self.about
        if self._editing and about.proposal is not None:
            return about.proposal.name
        return about.title() if about.provision is not None else about.text.short_title

    def first_values(self) -> dict[str, Any]:
        about, one = self.about, self.about.proposal
        self.delegation.set_taken(None)
        provision = about.provision.provision if about.provision is not None else None
        if self._editing and one is not None:
            values: dict[str, Any] = {
                "action": one.action.value,
                "field": one.field,
                "new_label": one.new_label,
                "new_cells": one.new_cells,
                "target": one.target,
                "new_text": one.new_text,
                "rationale": one.rationale,
                "kind": one.kind.value,
                "channel": one.channel.value,
            }
        else:
            values = {
                "action": (ProposalAction.MODIFY if provision is not None else ProposalAction.COMMENT).value,
                "field": "",
                "new_label": "",
                "new_cells": (),
                "target": "",
                "new_text": provision.text if provision is not None else "",
                "rationale": "",
                "kind": ProposalType.SUBSTANTIVE.value,
                "channel": Channel.FLOOR.value,
            }
        self._fit(ProposalAction(values["action"]))
        cells = dict(values.pop("new_cells"))
        values |= {_CELL + name: cells.get(name.value, "") for name in PlanField}
        return {"delegation": "", "counter_to": "", **values}

    def topic(self) -> tuple[str, ...]:
        about = self.about
        one = about.proposal.key if self._editing and about.proposal is not None else ""
        return about.text.key, about.key, one

    def standing(self) -> Mapping[str, Any]:
        if self._editing:
            return super().standing()
        beside = self.action.key() == ProposalAction.INSERT_AFTER.value
        return {**super().standing(), "new_text": "" if beside else self._present()}

    def beside(self) -> Mapping[str, Any]:
        return {_CODE: self.delegation.key()}

    def restored(self, beside: Mapping[str, Any]) -> None:
        if beside[_CODE]:
            self.delegation.set_code(beside[_CODE])
        self._fit(ProposalAction(self.action.key()))

    def store(self, values: dict[str, Any]) -> Said | None:
        about, desk = self.about, self.context.desk
        action = ProposalAction(values["action"])
        told: dict[str, Any] = {
            "action": action,
            "kind": ProposalType(values["kind"]),
            "channel": Channel(values["channel"]),
            "field": values["field"] if action is ProposalAction.MODIFY else "",
            "new_text": values["new_text"].strip() if action in _OTHER_TEXT else "",
            "new_label": values["new_label"] if action is ProposalAction.INSERT_AFTER else "",
            "new_cells": self._cells(values) if self._is_row(action) else (),
            "target": values["target"] if action is ProposalAction.MOVE else "",
            "rationale": values["rationale"].strip(),
        }
        if self._editing and about.proposal is not None:
            key = desk.do(edit_proposal, proposal=about.proposal.key, seen=digest_of_wish(about.proposal), **told)
            return Said(_("Written anew: "), about.proposal.name, proposal=key)
        code = self._code()
        key = desk.do(
            add_proposal,
            draft=about.text.key,
            provision=about.key,
            delegations=(code,) if code else (),
            item=self._item(),
            counter_to=values["counter_to"],
            **told,
        )
        made = desk.read(proposal, key=key)
        who = self.context.facts.delegation_name(code) if code else _("the secretariat")
        return Said(_("Added: "), made.name, f" · {who}", proposal=key)

    def _cells(self, values: dict[str, Any]) -> tuple[tuple[str, str], ...]:
        return tuple((name.value, words) for name in PlanField if (words := values[_CELL + name].strip()))

    def _is_row(self, action: ProposalAction) -> bool:
        """Tell whether it puts in a row of a plan, which has cells."""
        about = self.about
        return action is ProposalAction.INSERT_AFTER and is_new_row(about.text.provisions, about.key)

    def _code(self) -> str:
        code = self.delegation.key()
        if not code and self.delegation.text().strip():
            raise Refusal(_("No delegation is called so: choose one of those offered."), field="delegation")
        return code

    def _item(self) -> str:
        """Return the item that runs, if one does."""
        return self.context.live.at(self.context.now()).standing().running

    def _fit(self, action: ProposalAction) -> None:
        provision = self.about.provision.provision if self.about.provision is not None else None
        row = provision is not None and provision.kind is ProvisionKind.PLAN_ROW
        self.cell.setVisible(row and action is ProposalAction.MODIFY)
        self.label.setVisible(action is ProposalAction.INSERT_AFTER)
        for cell in self.cells.values():
            cell.setVisible(self._is_row(action))
        self.after.setVisible(action is ProposalAction.MOVE)
        self.field("new_text").setVisible(action in _OTHER_TEXT)

    def _present(self) -> str:
        """Return what the text has where the chosen cell is."""
        provision = self.about.provision.provision if self.about.provision is not None else None
        return provision.said(self.field_of.key()) if provision is not None else ""

    def _on_action(self, value: str) -> None:
        action = ProposalAction(value)
        self._fit(action)
        present = self._present()
        # What stands there is written anew; what comes in beside it begins empty.
        if action is ProposalAction.INSERT_AFTER and self.words.written() == present:
            self.words.setPlainText("")
        elif action is ProposalAction.MODIFY and not self.words.written().strip():
            self.words.setPlainText(present)

    def _on_field(self, name: str) -> None:
        provision = self.about.provision.provision if self.about.provision is not None else None
        if provision is not None and not self._editing:
            known = {provision.said(""), *(provision.said(one) for one in PlanField)}
            if self.words.written() in known:
                self.words.setPlainText(provision.said(name))
