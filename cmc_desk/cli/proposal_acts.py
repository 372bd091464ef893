"""What the verb of the proposals does."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cmc_desk.cli.agenda_acts import item_named
from cmc_desk.cli.draft_acts import provision_named
from cmc_desk.cli.draft_words import proposals_words
from cmc_desk.cli.matrix_acts import check_matrix, take_matrix
from cmc_desk.cli.told import Told
from cmc_desk.desk import proposals
from cmc_desk.desk.agreed_provisions import opens_again
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_text, draft_texts
from cmc_desk.desk.proposal_rows import digest_of_wish
from cmc_desk.desk.setup import delegation_index
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.applying import substituted
from cmc_desk.rules.document_kinds import Channel, PartyRole, ProposalAction, ProposalDecision, ProposalType
from cmc_desk.rules.drafts import Provision
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.refusal import Refusal


@dataclass(frozen=True)
class Asked:
    """What was typed after the verb."""

    desk: Desk
    what: tuple[str, ...]
    draft: str = ""
    provision: str = ""
    live: bool = False
    action: str = ProposalAction.MODIFY
    replacing: str = ""
    field: str | None = None
    cell: tuple[str, ...] = ()
    after: str = ""
    kind: str = ProposalType.SUBSTANTIVE
    channel: str = Channel.WRITTEN
    by: tuple[str, ...] = ()
    why: str = ""
    agency: str = ""
    final: str = ""
    into: str = ""
    note: str = ""
    item: str = ""
    role: str = PartyRole.SUPPORTER
    seen: str = ""

    @property
    def key(self) -> str:
        """The proposal that was named first; raises Refusal if none was."""
        if not self.what:
            raise Refusal(_("Which proposal? Name it by its number, such as P-014."), field="what")
        return self.desk.read(proposals.key_of_proposal, name=self.what[0])

    @property
    def rest(self) -> str:
        """What was typed after the proposal."""
        return " ".join(self.what[1:])

    @property
    def item_key(self) -> str:
        """The item that was named, empty if none was."""
        return item_named(self.desk, self.item.split()).key if self.item else ""

    def on(self, label: str) -> Provision:
        """Return the provision of the draft that was named with a number."""
        return provision_named(self.desk.read(draft_text, draft=self.draft), label)

    def codes(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the codes of the delegations that were named; raises Refusal if one means none."""
        index, known = self.desk.read(delegation_index)
        found = [name.upper() if name.upper() in known else index.match(name) for name in names]
        for name, code in zip(names, found, strict=True):
            if code is None:
                raise Refusal(_("No delegation is called “{name}”.").format(name=name), field="by")
        return tuple(code for code in found if code is not None)


def _list(asked: Asked) -> Told:
    key = asked.on(asked.provision).key if asked.provision and asked.draft else ""
    if asked.provision and not key:
        raise Refusal(_("Of which draft is the provision? Give --draft."), field="draft")
    return _told(asked.desk, asked.desk.read(proposals.proposals, draft=asked.draft, provision=key, live=asked.live))


def _show(asked: Asked) -> Told:
    return _one(asked.desk, asked.key)


def _add(asked: Asked) -> Told:
    action, text = ProposalAction(asked.action), " ".join(asked.what)
    on = asked.on(asked.provision) if asked.provision else None
    if asked.replacing and on is not None:
        made = substituted(on.said(asked.field or ""), asked.replacing, text)
        if not made.clear:
            raise Refusal(
                _("“{words}” does not stand once in {provision}.").format(words=asked.replacing, provision=on.path),
                field="replacing",
            )
        text = made.text
    asks = action in (ProposalAction.QUESTION, ProposalAction.COMMENT)
    key = asked.desk.do(
        proposals.add_proposal,
        draft=asked.draft,
        action=action,
        kind=ProposalType(asked.kind),
        channel=Channel(asked.channel),
        provision=on.key if on is not None else "",
        field=asked.field or "",
        # A question says what it says; it proposes no text.
        new_text="" if asks else text,
        new_cells=_cells(asked.cell),
        rationale=asked.why or (text if asks else ""),
        target=asked.on(asked.after).key if asked.after else "",
        delegations=asked.codes(asked.by),
        item=asked.item_key,
    )
    return _one(asked.desk, key)


def _cells(told: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return the cells of a new row as they were typed; which there are, the command knows."""
    found = [one.partition("=") for one in told]
    if strange := next((one for one, equals, _words in found if not equals), ""):
        raise Refusal(_("“{text}” is no cell with its words: write lead=IOM.").format(text=strange), field="cell")
    return tuple((name.strip(), words) for name, _equals, words in found)


def _respond(asked: Asked) -> Told:
    key = asked.key
    asked.desk.do(proposals.respond, proposal=key, agency=asked.agency, text=asked.rest)
    return _one(asked.desk, key)


def _decide(asked: Asked) -> Told:
    key, words = asked.key, {one.value: one for one in ProposalDecision if one is not ProposalDecision.OPEN}
    if asked.rest not in words:
        raise Refusal(
            _("What did the meeting decide? Say one of: {words}.").format(words=", ".join(words)), field="what"
        )
    opened = asked.desk.read(opens_again, proposal=key, decision=words[asked.rest])
    asked.desk.do(
        proposals.decide,
        proposal=key,
        decision=words[asked.rest],
        final_text=asked.final,
        merged_into=asked.desk.read(proposals.key_of_proposal, name=asked.into) if asked.into else "",
        words=asked.note,
        item=asked.item_key,
        seen=asked.seen,
    )
    return _with_opened(_one(asked.desk, key), opened)


def _support(asked: Asked) -> Told:
    key, codes = asked.key, asked.codes(asked.what[1:])
    if not codes:
        raise Refusal(_("Who? Name delegations after the proposal."), field="what")
    for code in codes:
        asked.desk.do(proposals.add_party, proposal=key, delegation=code, role=PartyRole(asked.role), words=asked.note)
    return _one(asked.desk, key)


def _reopen(asked: Asked) -> Told:
    key = asked.key
    opened = asked.desk.read(opens_again, proposal=key, decision=ProposalDecision.OPEN)
    asked.desk.do(proposals.reopen_proposal, proposal=key)
    return _with_opened(_one(asked.desk, key), opened)


def _remove(asked: Asked) -> Told:
    key = asked.key
    found = asked.desk.read(proposals.proposal, key=key)
    asked.desk.do(proposals.remove_proposal, proposal=key)
    return Told({"removed": found.name}, _("{name} was removed.").format(name=found.name))


def _with_opened(told: Told, opened: Provision | None) -> Told:
    """Return what is answered with a sentence for what the meeting had agreed on before."""
    if opened is None:
        return told
    name = opened.path or opened.text[:20]
    words = _("{provision} was agreed: it is open again, because its text changes.").format(provision=name)
    return Told(told.facts, f"{told.words}\n{words}")


def _one(desk: Desk, key: str) -> Told:
    return _told(desk, (desk.read(proposals.proposal, key=key),))


def _told(desk: Desk, found: Sequence[Proposal]) -> Told:
    _index, names = desk.read(delegation_index)
    facts = tuple({**to_plain(one), "digest": digest_of_wish(one)} for one in found)
    return Told(facts, proposals_words(found, desk.read(draft_texts), dict(names)))


ACTS: dict[str, Callable[[Asked], Told]] = {
    "list": _list,
    "show": _show,
    "add": _add,
    "respond": _respond,
    "decide": _decide,
    "support": _support,
    "reopen": _reopen,
    "remove": _remove,
    "check": lambda asked: check_matrix(asked.desk, asked.what, draft=asked.draft),
    "import": lambda asked: take_matrix(asked.desk, asked.what, draft=asked.draft),
}
