"""Comments that somebody added to a matrix: what each row without a number would propose."""

from datetime import datetime, tzinfo

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import Channel, ProposalAction, ProposalType
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.folding import fold
from cmc_desk.rules.matrix_checks import SIDES, adopted_words, check_length, check_sides, is_adopted
from cmc_desk.rules.matrix_rows import KnownMatrix, MatrixNew, MatrixRow
from cmc_desk.rules.matrix_values import Choices, UnreadableError, chosen, codes_in, reservations_in
from cmc_desk.rules.new_cells import cells_in
from cmc_desk.rules.numbering import found as found_provisions
from cmc_desk.rules.proposals import AMENDING, NewProposal
from cmc_desk.rules.refusal import Refusal

# Columns that say what somebody wants; a row in which none says anything is no comment.
_SAYING = ("proposed", "rationale")
# What is taken over besides the proposal itself.
_BESIDE = ("supporters", "opponents", "reservations", "status", "final")


def new_row(row: MatrixRow, known: KnownMatrix, named: Choices, zone: tzinfo) -> MatrixNew | None:
    """Return what a row would add; None if it says nothing. Raises Refusal or UnreadableError."""
    cells = row.cells
    if not any(cells.get(name, "").strip() for name in (*_SAYING, "delegations", "action")):
        return None
    draft = _draft(row, known)
    provision = _provision(row, draft)
    text, rationale = cells.get("proposed", ""), cells.get("rationale", "")
    row_cells = cells_in(cells.get("row", ""), named.fields)
    if row_cells is None:
        raise UnreadableError(cells["row"].strip())
    action = chosen(cells.get("action", ""), named.actions) or _usual(text, provision, is_row=bool(row_cells))
    delegations = codes_in(cells.get("delegations", ""), named.delegation_of)
    if not delegations:
        raise Refusal(_("{where}: whose comment is it? Write the delegation.").format(where=row.where))
    if not (text or rationale) and action is not ProposalAction.DELETE:
        raise Refusal(_("{where}: nothing is proposed and nothing is said.").format(where=row.where))
    if action in AMENDING and is_adopted(draft):
        raise Refusal(adopted_words(row.where, draft))
    sides = {name: " ".join(codes_in(cells.get(name, ""), named.delegation_of)) for name in SIDES[:3]}
    reserved = reservations_in(cells.get("reservations", ""), named.delegation_of)
    check_sides(row.where, sides | {"reservations": " ".join(code for code, _words in reserved)})
    for said in cells.values():
        check_length(row.where, said)
    field = chosen(cells.get("cell", ""), named.fields)
    proposal = NewProposal(
        draft=draft.key,
        action=action,
        kind=chosen(cells.get("kind", ""), named.kinds) or _usual_kind(action, provision),
        channel=chosen(cells.get("channel", ""), named.channels) or Channel.WRITTEN,
        provision=provision,
        field=field.value if field is not None else "",
        new_text=text,
        new_cells=row_cells,
        rationale=rationale,
        delegations=delegations,
        received_at=_received(row, zone, known.now),
    )
    beside = {
        name: said for name, said in cells.items() if (name in _BESIDE or name.startswith("answer ")) and said.strip()
    }
    return MatrixNew(row.where, proposal, beside)


def _draft(row: MatrixRow, known: KnownMatrix) -> DraftText:
    said = row.cells.get("document", "").strip()
    for words in filter(None, (said, row.sheet)):
        wanted = fold(words)
        names = [
            (one, {fold(name) for name in (one.key, one.title, one.short_title, one.symbol) if name})
            for one in known.drafts
        ]
        found = [one for one, of in names if wanted in of]
        # The name of a sheet is cut where a spreadsheet program takes no more.
        found = found or [one for one, of in names if len(wanted) > 20 and any(name.startswith(wanted) for name in of)]
        if len(found) == 1:
            return found[0]
        if said:
            raise Refusal(_("{where}: the meeting has no document “{word}”.").format(where=row.where, word=said))
    if len(known.drafts) == 1:
        return known.drafts[0]
    raise Refusal(_("{where}: to which document is it? Write its name.").format(where=row.where))


def _provision(row: MatrixRow, draft: DraftText) -> str:
    said = row.cells.get("provision", "").strip()
    if not said or fold(said) in ("general", "g", "the whole", "all"):
        return ""
    found = found_provisions(draft.provisions, said)
    if len(found) == 1:
        return found[0].key
    words = (
        _("{where}: “{word}” is the number of several provisions of the {document}: write it in full.")
        if found
        else _("{where}: the {document} has no provision “{word}”.")
    )
    raise Refusal(words.format(where=row.where, word=said, document=draft.short_title or draft.title))


def _usual(text: str, provision: str, *, is_row: bool) -> ProposalAction:
    if is_row:
        return ProposalAction.INSERT_AFTER
    return ProposalAction.MODIFY if text and provision else ProposalAction.COMMENT


def _usual_kind(action: ProposalAction, provision: str) -> ProposalType:
    if action is ProposalAction.QUESTION:
        return ProposalType.QUESTION
    return ProposalType.SUBSTANTIVE if provision else ProposalType.GENERAL


def _received(row: MatrixRow, zone: tzinfo, now: datetime | None) -> datetime | None:
    said = row.cells.get("received", "").strip()
    if not said:
        return None
    try:
        at = datetime.fromisoformat(said)
    except ValueError:
        raise Refusal(
            _("{where}: “{word}” is no day: write it as 2019-12-01.").format(where=row.where, word=said)
        ) from None
    at = at if at.tzinfo is not None else at.replace(tzinfo=zone)
    if now is not None and at > now:
        raise Refusal(_("{where}: “{word}” is later than now.").format(where=row.where, word=said))
    return at
