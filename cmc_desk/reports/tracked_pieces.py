"""How single pieces of a draft are written with tracked changes: cells that come with their row, styles of what stands beside a text."""

from dataclasses import replace
from itertools import takewhile

from cmc_desk.reports.draft_facts import printed_label
from cmc_desk.reports.draft_styles import PARAGRAPH, SUBPARAGRAPH, style_of
from cmc_desk.reports.plan_columns import PlanColumn
from cmc_desk.rules.document_kinds import ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import ACTIVITY, INDICATOR
from cmc_desk.rules.new_cells import level_of_new
from cmc_desk.rules.redline import Rendered
from cmc_desk.rules.tracked_draft import Beside, Laid
from cmc_desk.rules.tracked_places import Moved
from cmc_desk.rules.tracked_text import Stretch
from cmc_desk.rules.word_difference import Kept

# Brackets around what is undecided have a hand of their own, so that all of them can be taken out at once.
BRACKETS = "["
NAMES = (ProvisionKind.TITLE, ProvisionKind.HEADING)


def bracket(sign: str, laid: Laid) -> tuple[Stretch, ...]:
    """Return a bracket around a text that is one of several."""
    return (Stretch(sign, inserted=BRACKETS),) if laid.bracketed else ()


def label_stretches(label: str, laid: Laid, inserted: str | None, removed: str | None) -> tuple[Stretch, ...]:
    """Return the number before a text and a tab; where another text took its place it becomes the number of that."""
    if not label:
        return ()
    printed, wanted = printed_label(label), laid.opening.removeprefix("[")
    if not wanted or wanted == printed:
        return (Stretch(f"{printed}\t", inserted, removed),)
    same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(printed, wanted, strict=False)))
    pieces = (
        Stretch(printed[:same]),
        Stretch(printed[same:], removed=BRACKETS),
        Stretch(wanted[same:], inserted=BRACKETS),
        Stretch("\t"),
    )
    return tuple(one for one in pieces if one.text)


def with_row(laid: Laid, inserted: str | None, removed: str | None) -> Laid:
    """Return a cell that comes or goes with its row."""
    if inserted is None and removed is None:
        return laid
    marked = (
        replace(
            one,
            inserted=inserted if one.inserted is None else one.inserted,
            removed=removed if one.removed is None else one.removed,
        )
        for one in laid.stretches
    )
    return replace(laid, stretches=tuple(marked))


def was_gone(rendered: Rendered) -> bool:
    """Return whether a provision was deleted before, so that there is nothing to reject any more."""
    gone = rendered.provision.status is ProvisionStatus.DELETED
    return gone and not any(run.kept is Kept.REMOVED for run in rendered.runs)


def style_beside(rendered: Rendered, beside: Beside) -> str:
    """Return the name of the style of what stands beside a provision, or is new after it."""
    if rendered.provision.kind not in NAMES:
        return style_of(rendered.provision)
    return SUBPARAGRAPH if beside.label.strip("[").startswith("(") else PARAGRAPH


def new_level(beside: Beside, like: Rendered) -> int:
    """Return the level of what is put in after a provision."""
    if like.provision.kind is ProvisionKind.HEADING:
        return ACTIVITY
    row = like.provision.kind is ProvisionKind.PLAN_ROW
    return level_of_new(like.provision.level, beside.cells) if row else like.provision.level


def moved_beside(move: Moved, rendered: Rendered) -> Beside:
    """Return what is moved as it stands where it comes."""
    one = rendered.provision
    label = move.proposal.new_label or one.label if rendered is move.members[0] else one.label
    return Beside(move.proposal.key, label, one.text, cells=one.cells)


def numbered_text(label: str, text: str) -> str:
    """Return a text with its number and a tab before it, if it has one."""
    return f"{printed_label(label)}\t{text}" if label else text


def said_beside(column: PlanColumn, beside: Beside, like: Rendered) -> str:
    """Return what stands in a column of a row that is put in after another one."""
    if column.is_label:
        return beside.label.rstrip(".")
    if column.field:
        return dict(beside.cells).get(column.field, "")
    if column.of_indicators is not (new_level(beside, like) >= INDICATOR):
        return ""
    return f"{beside.text}{beside.closing}"
