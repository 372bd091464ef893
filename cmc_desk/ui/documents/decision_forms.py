"""What a decision asks for: the text that was accepted, the text that several proposals become, what an agency answers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmc_desk.desk.proposal_rows import digest_of_wish
from cmc_desk.desk.proposals import decide, merge_proposals, proposal, respond
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.applying import apply_decisions
from cmc_desk.rules.document_kinds import Concern, PartyRole, ProposalAction, ProposalDecision
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redlines import render_text
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.context import Context
from cmc_desk.ui.documents.about import About
from cmc_desk.ui.documents.doc_form import DocForm, Said
from cmc_desk.ui.documents.runs_view import RunsView
from cmc_desk.ui.documents.words import DECIDED, first_words, names_of
from cmc_desk.ui.parts.combo import Combo
from cmc_desk.ui.parts.field import Field
from cmc_desk.ui.parts.text import Text
from cmc_desk.ui.parts.tick import Tick


class DecisionForm(DocForm):
    """What is typed in it is about the proposal that is chosen."""

    def topic(self) -> tuple[str, ...]:
        about = self.about
        return about.text.key, about.key, about.proposal.key if about.proposal is not None else ""

    def intro_words(self) -> str:
        return _who(self.about.proposal, self.context)


class ModifyForm(DecisionForm):
    """A proposal is accepted, but not word for word."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Accept as modified"), does=_("Accept as modified"), parent=parent)
        self.words = self.add_text("final_text", _("Text as it was accepted"), lines=8)
        self.shown = RunsView()
        self.add_widget(self.shown)
        self.add_text("words", _("What was said to it"), lines=2)
        self.words.textChanged.connect(self._on_typed)

    def first_values(self) -> dict[str, Any]:
        one = self.about.proposal
        return {"final_text": one.text if one is not None else "", "words": ""}

    def store(self, values: dict[str, Any]) -> Said | None:
        one = self.about.proposal
        if one is None:
            return None
        self.context.desk.do(
            decide,
            proposal=one.key,
            decision=ProposalDecision.MODIFIED,
            final_text=values["final_text"],
            words=values["words"],
            seen=digest_of_wish(one),
        )
        return Said("", one.name, f" {_(DECIDED[ProposalDecision.MODIFIED])}", proposal=one.key)

    def _on_typed(self) -> None:
        one = self.about.proposal
        if one is not None:
            self.shown.show_runs(render_text(one.base, self.words.written().strip()))


class MergeForm(DecisionForm):
    """Several proposals for the same text become one; those that can stand together are put together at once."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Merge proposals"), does=_("Merge"), parent=parent)
        self._ticks: dict[str, Tick] = {}
        self._others = QWidget()
        self._rows = QVBoxLayout(self._others)
        self._rows.setContentsMargins(0, 0, 0, 4)
        self._rows.setSpacing(2)
        self.add_widget(Text(_("Together with"), size=12, tone="slate"))
        self.add_widget(self._others)
        self.words = self.add_text("text", _("One text for all of them"), lines=8)
        self.shown = RunsView()
        self.add_widget(self.shown)
        self.words.textChanged.connect(self._on_typed)

    def prepare(self) -> None:
        for tick in self._ticks.values():
            self._rows.removeWidget(tick)
            tick.deleteLater()
        self._ticks = {}
        wanted = _combinable(self.about.proposal, self.about.mergeable())
        for one in self.about.mergeable():
            tick = Tick(_who(one, self.context), size=13, parent=self._others)
            tick.setChecked(one.key in wanted)
            tick.toggled.connect(self._on_ticked)
            self._ticks[one.key] = tick
            self._rows.addWidget(tick)

    def first_values(self) -> dict[str, Any]:
        return {"text": together(self.about, self._chosen())}

    def standing(self) -> Mapping[str, Any]:
        return self.first_values()

    def beside(self) -> Mapping[str, Any]:
        return {key: tick.isChecked() for key, tick in self._ticks.items()}

    def restored(self, beside: Mapping[str, Any]) -> None:
        for key, tick in self._ticks.items():
            with QSignalBlocker(tick):
                # What was not there yet is not in the text that was typed.
                tick.setChecked(beside.get(key, False))

    def store(self, values: dict[str, Any]) -> Said | None:
        chosen = self._chosen()
        if len(chosen) < 2:
            raise Refusal(_("Tick with which proposal it is merged."))
        key = self.context.desk.do(
            merge_proposals,
            proposals=tuple(one.key for one in chosen),
            text=values["text"].strip(),
            seen=self.about.seen(chosen),
        )
        made = self.context.desk.read(proposal, key=key)
        return Said(_("Merged into "), made.name, f" · {', '.join(one.name for one in chosen)}", proposal=key)

    def _chosen(self) -> tuple[Proposal, ...]:
        one = self.about.proposal
        others = tuple(other for other in self.about.mergeable() if self._ticks[other.key].isChecked())
        return (one, *others) if one is not None else others

    def _on_ticked(self) -> None:
        self.words.setPlainText(together(self.about, self._chosen()))

    def _on_typed(self) -> None:
        one = self.about.proposal
        if one is not None:
            self.shown.show_runs(render_text(one.base, self.words.written().strip()))


class ResponseForm(DecisionForm):
    """What an agency or the host answers to a proposal; each has one answer, which is written anew here."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _("Answer"), does=_("Save"), parent=parent)
        self.agency = Combo()
        self.add(("agency", Field(_("Who answers"), self.agency)))
        self.add_text("text", _("Answer"), lines=5, hint=_("empty: there is no answer any more"))
        self.agency.picked.connect(self._on_agency)

    def prepare(self) -> None:
        meeting = self.context.facts.meeting
        one = self.about.proposal
        known = [response.agency for response in one.responses] if one is not None else []
        host = self.context.facts.delegation_name(meeting.host_delegation) if meeting.host_delegation else ""
        sponsors = list(meeting.sponsors)
        both = ["/".join(sponsors)] if len(sponsors) > 1 else []
        names = dict.fromkeys(name for name in (*sponsors, host, *both, *known) if name)
        self.agency.set_choices([(name, name) for name in names])

    def first_values(self) -> dict[str, Any]:
        one = self.about.proposal
        last = one.responses[-1] if one is not None and one.responses else None
        agency = last.agency if last is not None else self.agency.itemText(0)
        return {"agency": agency, "text": last.text if last is not None else ""}

    def standing(self) -> Mapping[str, Any]:
        return {**super().standing(), "text": self._said(self.agency.key())}

    def store(self, values: dict[str, Any]) -> Said | None:
        one = self.about.proposal
        if one is None:
            return None
        agency, text = values["agency"], values["text"]
        self.context.desk.do(respond, proposal=one.key, agency=agency, text=text, seen=self._said(agency))
        return Said(_("Answer of {agency}: ").format(agency=values["agency"]), one.name, proposal=one.key)

    def _said(self, agency: str) -> str:
        one = self.about.proposal
        said = {response.agency: response.text for response in one.responses} if one is not None else {}
        return said.get(agency, "")

    def _on_agency(self, agency: str) -> None:
        self.field("text").editor.setPlainText(self._said(agency))  # type: ignore[attr-defined] # an editor of ours


def _combinable(one: Proposal | None, others: Sequence[Proposal]) -> frozenset[str]:
    """Return the others that can be taken together with a proposal, and with each other."""
    chosen = [one] if one is not None else []
    for other in others:
        if all(_together(known, other) for known in chosen):
            chosen.append(other)
    return frozenset(known.key for known in chosen)


def _together(one: Proposal, other: Proposal) -> bool:
    told = {found.concern: found.others for found in one.concerns}
    return other.key in (*told.get(Concern.COMBINABLE, ()), *told.get(Concern.IDENTICAL, ()))


def together(about: About, chosen: tuple[Proposal, ...]) -> str:
    """Return the text that proposals make together, as far as they can stand beside one another; else that of the first."""
    if not chosen or about.provision is None:
        return ""
    first = chosen[0]
    if any(one.action not in (ProposalAction.MODIFY, ProposalAction.DELETE) for one in chosen):
        return first.text
    alone = replace(about.text, provisions=(about.provision.provision,))
    taken = tuple(replace(one, decision=ProposalDecision.ACCEPTED) for one in chosen)
    made = apply_decisions(alone, taken)
    return made[0].said(first.field) or first.text if made else first.text


def _who(one: Proposal | None, context: Context) -> str:
    """Return a proposal in one line: its number, whose it is, what it says."""
    if one is None:
        return ""
    names = names_of(one.of(PartyRole.PROPOSER), context.facts.delegation_name)
    return f"{one.name} {names}: {first_words(one.rationale or one.new_text, 44)}"
