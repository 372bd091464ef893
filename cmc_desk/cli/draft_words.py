"""What the verbs of the drafts and of the proposals say to people."""

from collections.abc import Sequence

from cmc_desk.i18n import chosen_language, ngettext, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import PartyRole
from cmc_desk.rules.document_words import ACTION_WORDS, CONCERN_WORDS, PROVISION_STATUS_WORDS, decision_word
from cmc_desk.rules.drafts import DraftText
from cmc_desk.rules.new_cells import cells_words
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.proposals import Proposal
from cmc_desk.rules.redline import Alternative, Meter, Rendered, RenderedDraft, Run
from cmc_desk.rules.support import behind
from cmc_desk.rules.word_difference import Kept

# A terminal has neither colours nor lines through words that everybody sees.
_MARKS = {Kept.SAME: ("", ""), Kept.REMOVED: ("[-", "-]"), Kept.ADDED: ("{+", "+}")}


def drafts_words(found: Sequence[tuple[str, str, Decided, Meter]]) -> str:
    """Return a line for each draft: its key, its version, what the meeting did with it, and how much of it is agreed."""
    if not found:
        return _("The meeting has no drafts.")
    width = max(len(key) for key, *_rest in found)
    return "\n".join(
        "  ".join(
            part
            for part in (f"{key:{width}}", label or _("no text yet"), _decided(decided), meter_words(meter))
            if part
        )
        for key, label, decided, meter in found
    )


def meter_words(meter: Meter) -> str:
    """Return how much of a draft is agreed, and how many pairs of brackets are left."""
    agreed = _("{agreed} of {whole} agreed").format(agreed=meter.agreed + meter.ad_referendum, whole=meter.whole)
    bracketed = _("{number} in brackets").format(number=meter.bracketed)
    left = ngettext("{number} pair of brackets", "{number} pairs of brackets", meter.brackets).format(
        number=meter.brackets
    )
    return " · ".join((agreed, bracketed, _("{number} open").format(number=meter.open), left))


def text_words(shown: RenderedDraft) -> str:
    """Return a draft as plain text: what was removed as [-words-], what was added as {+words+}, alternatives below."""
    lines = [
        shown.text.title,
        *([shown.text.version.label] if shown.text.version else []),
        meter_words(shown.meter),
        "",
    ]
    for one in shown.provisions:
        lines += _provision_lines(one)
    return "\n".join(lines)


def proposals_words(found: Sequence[Proposal], texts: Sequence[DraftText], names: dict[str, str]) -> str:
    """Return a proposal on a line each, with what it wants, who stands behind it and what was answered below."""
    if not found:
        return _("There are no proposals.")
    by_key = {one.key: one for one in texts}
    return "\n".join(line for one in found for line in _proposal_lines(one, by_key.get(one.draft), names))


def _provision_lines(one: Rendered) -> list[str]:
    # Where a number stands twice, it is told as it has to be typed.
    named = one.provision.path if one.provision.path.endswith(f".{one.provision.label.strip('.')}") else ""
    label = f"{named or one.provision.label} " if one.provision.label else ""
    indent = "  " * (one.provision.level - 1)
    lines = [f"{indent}{label}{_marked(one.runs)}  ({_(PROVISION_STATUS_WORDS[one.provision.status])})"]
    lines += [f"{indent}    {name}: {_marked(runs)}" for name, runs in one.cells]
    return [*lines, *(f"{indent}    {_alternative(each)}" for each in one.alternatives)]


def _alternative(one: Alternative) -> str:
    who = ", ".join(one.proposers) or ("" if one.proposals else _("text of the draft"))
    number = len(behind(one)) if one.proposals else 0
    more = ngettext("{number} supporter", "{number} supporters", number).format(number=number) if number else ""
    cells = "; ".join(cells_words(one.cells).splitlines())
    said = f"{_marked(one.runs)}{f' {{+{cells}+}}' if cells else ''}"
    return f"{one.opening} {said}{one.closing}  {' · '.join(filter(None, (who, more)))}".rstrip()


def _marked(runs: Sequence[Run]) -> str:
    return "".join(f"{_MARKS[run.kept][0]}{run.text}{_MARKS[run.kept][1]}" for run in runs)


def _proposal_lines(one: Proposal, text: DraftText | None, names: dict[str, str]) -> list[str]:
    provision = text.provision(one.provision) if text is not None else None
    where = (provision.path or provision.text[:20]) if provision is not None else ""
    head = (
        one.name,
        text.short_title if text is not None else one.draft,
        " ".join(filter(None, (where, one.field))),
        _(ACTION_WORDS[one.action]),
        ", ".join(names.get(code, code) for code in one.of(PartyRole.PROPOSER)),
        decision_word(one.decision, texts(chosen_language())),
        ", ".join(_(CONCERN_WORDS[each.concern]) for each in one.concerns),
    )
    lines = ["  ".join(part for part in head if part)]
    cells = cells_words(one.new_cells).splitlines()
    lines += [f"    {words}" for words in (one.text, *cells, one.rationale, one.decision_words) if words]
    lines += [f"    {each.agency}: {each.text}" for each in one.responses]
    stands = (
        (PartyRole.SUPPORTER, _("Supported by {names}")),
        (PartyRole.OPPONENT, _("Opposed by {names}")),
        (PartyRole.RESERVATION, _("Reservation of {names}")),
    )
    for role, words in stands:
        if codes := one.of(role):
            lines.append("    " + words.format(names=", ".join(names.get(code, code) for code in codes)))
    return lines


def _decided(decided: Decided) -> str:
    return {
        Decided.APPROVED: _("approved"),
        Decided.AMENDED: _("approved as amended"),
        Decided.DEFERRED: _("deferred"),
    }.get(decided, "")
