"""A plan of action that comes back as a table, compared with the one that stands here: what is new, what is otherwise, what cannot be."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cmc_desk.i18n import LANGUAGES, ngettext, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.aligning_draft import aligned
from cmc_desk.rules.document_kinds import Channel, PlanField, ProposalAction, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import DraftText, Provision, ReadProvision
from cmc_desk.rules.importing import without_result
from cmc_desk.rules.matrix_marks import said_as
from cmc_desk.rules.plan_calendar import as_drawn, drawn_and_typed
from cmc_desk.rules.plan_columns import ACTIVITY_COLUMN, CODE_COLUMN, LEVELS, PLAN_HEADINGS
from cmc_desk.rules.plan_nodes import Node, Said, as_said, nodes_of
from cmc_desk.rules.plan_oddities import told_of_rows
from cmc_desk.rules.plan_rows import PlanChange, PlanFile, PlanNew, PlanPreview
from cmc_desk.rules.proposals import NewProposal
from cmc_desk.rules.refusal import Refusal

# "1.2 Safe ways": the number of an area or objective before its words.
_NUMBERED = re.compile(r"(?P<label>(?:\d+(?:\.\d+)*|[IVX]+)\.?)\s+(?P<text>\S.*)", re.DOTALL)


def plan_table(file: PlanFile, text: DraftText) -> PlanPreview:
    """Return what a file would do with a plan; what of the plan is not in the file stays as it is."""
    words = texts(text.language if text.language in LANGUAGES else LANGUAGES[0])
    file = replace(file, rows=as_drawn(typed := file.rows, words))
    nodes = nodes_of(file.rows)
    known = {one.key: one for one in text.provisions if one.status is not ProvisionStatus.DELETED}
    problems = [
        _("{where}: this row of the plan is not there any more. Leave it out, or bring it as a new row.").format(
            where=node.where
        )
        for node in nodes
        if node.key and node.key not in known
    ]
    problems += [
        _(
            "{where}: “{column}” is a formula without its value. Open the file in a spreadsheet program, save it, and choose it again."
        ).format(where=row.where, column=_(PLAN_HEADINGS[name]))
        for row in file.rows
        for name, said in row.cells.items()
        if without_result(said)
    ]
    _find(nodes, list(known.values()))
    changes: list[PlanChange] = []
    for node in nodes:
        if node.key in known:
            try:
                changes += _changes(node, known[node.key])
            except Refusal as refusal:
                problems.append(refusal.sentence)
    new, provisions = _put_together(nodes, text.provisions, changes)
    touched = {change.provision for change in changes}
    return PlanPreview(
        source=file.source,
        new=new,
        changes=tuple(changes),
        unchanged=sum(node.key in known and node.key not in touched for node in nodes),
        told=(*_told(_in_rows(nodes, file), known), *told_of_rows(file, changes, new), *drawn_and_typed(typed)),
        problems=tuple(problems),
        provisions=provisions,
    )


def plan_proposals(
    preview: PlanPreview, *, draft: str, delegations: Sequence[str], channel: Channel
) -> tuple[tuple[str, NewProposal], ...]:
    """Return what a file says otherwise as proposals of `delegations`, one for each cell, with where each stands in the file."""
    found = [
        (
            change.where,
            NewProposal(
                draft=draft,
                action=ProposalAction.MODIFY,
                channel=channel,
                provision=change.provision,
                field="" if change.column in LEVELS else change.column,
                new_text=_split(change.after)[1] if change.column in LEVELS[:2] else change.after,
                delegations=tuple(delegations),
            ),
        )
        for change in preview.changes
        if change.column != CODE_COLUMN
    ]
    found += [
        (
            one.where,
            NewProposal(
                draft=draft,
                action=ProposalAction.INSERT_AFTER,
                channel=channel,
                provision=one.after,
                new_text=one.read.text,
                new_label=one.read.label,
                new_cells=one.read.cells,
                delegations=tuple(delegations),
            ),
        )
        for one in preview.new
    ]
    return tuple(found)


def _find(nodes: Sequence[Node], known: Sequence[Provision]) -> None:
    """Give the provisions that rows do not name by a mark those that they are alike."""
    taken = {node.key for node in nodes if node.key}
    free = [
        one for one in known if one.key not in taken and one.kind in (ProvisionKind.HEADING, ProvisionKind.PLAN_ROW)
    ]
    for level in dict.fromkeys(node.level for node in nodes):
        loose = [node for node in nodes if not node.key and node.level == level]
        reads = [_with_label(node.read()) for node in loose]
        for node, read in zip(loose, aligned(reads, [one for one in free if one.level == level]), strict=True):
            node.key = read.replaces


def _changes(node: Node, one: Provision) -> Iterator[PlanChange]:
    """Yield what rows say otherwise than a provision; raises Refusal if they do not agree, or if it changed here too."""
    name = one.path or one.label or " ".join(one.text.split()[:6])
    for column, said in node.said.items():
        standing = as_said(one, column)
        # A table of somebody else has no number before an area.
        same = {standing, one.text} if column in LEVELS[:2] else {standing}
        anew = [row for row in said if row.text not in same and _is_anew(row, standing)]
        if not anew:
            continue
        first = anew[0]
        other = next((row for row in anew if said_as(row.text) != said_as(first.text)), None)
        if other is not None:
            words = _("{where} and {other}: “{column}” of {name} says two things. Write one of them.")
            raise Refusal(
                words.format(where=first.where, other=other.where, column=_(PLAN_HEADINGS[column]), name=name)
            )
        if first.was and first.was != said_as(standing):
            words = _(
                "{where}: “{column}” of {name} was changed in the file, and here since the file was written. Say here which one stands."
            )
            raise Refusal(words.format(where=first.where, column=_(PLAN_HEADINGS[column]), name=name))
        if column == node.column and not first.text.strip():
            words = _("{where}: {name} has no text any more. What is to go is deleted on the page of the documents.")
            raise Refusal(words.format(where=first.where, name=name))
        yield PlanChange(first.where, one.key, name, column, standing, first.text.strip())


def _is_anew(row: Said, standing: str) -> bool:
    if said_as(row.text) == said_as(standing):
        return False
    # In a table of somebody else an empty cell says nothing.
    return said_as(row.text) != row.was if row.was else bool(row.text.strip())


def _put_together(
    nodes: Sequence[Node], known: Sequence[Provision], changes: Sequence[PlanChange]
) -> tuple[tuple[PlanNew, ...], tuple[ReadProvision, ...]]:
    """Return what is new with its places, and the whole text with it and with what is otherwise."""
    anew: dict[str, dict[str, str]] = {}
    for change in changes:
        anew.setdefault(change.provision, {})[change.column] = change.after
    whole = [(one.key, _written(one, anew.get(one.key, {}))) for one in known]
    new: list[PlanNew] = []
    for number, node in enumerate(nodes):
        if node.key or not node.last(node.column):
            continue
        read = _with_label(node.read())
        node.key = f"new {number}"
        place = _place(whole, node)
        whole.insert(place, (node.key, read))
        before = next((key for key, _read in reversed(whole[:place]) if not key.startswith("new ")), "")
        new.append(PlanNew(node.where, read, before))
    return tuple(new), tuple(read for _key, read in whole)


def _place(whole: Sequence[tuple[str, ReadProvision]], node: Node) -> int:
    """Return where a new provision goes: after everything below what it stands below, else after the table."""
    parent = node.parent.key if node.parent is not None else ""
    at = next((place for place, (key, _read) in enumerate(whole) if parent and key == parent), None)
    if at is None:
        table = [place for place, (_key, read) in enumerate(whole) if _depth(read)]
        return table[-1] + 1 if table else len(whole)
    end = at + 1
    while end < len(whole) and _depth(whole[end][1]) > _depth(whole[at][1]):
        end += 1
    return end


def _depth(read: ReadProvision) -> int:
    return read.level if read.kind in (ProvisionKind.HEADING, ProvisionKind.PLAN_ROW) else 0


def _written(one: Provision, anew: dict[str, str]) -> ReadProvision:
    cells = dict(one.cells) | {name.value: anew[name] for name in PlanField if name in anew}
    ordered = tuple((name.value, cells[name]) for name in PlanField if cells.get(name))
    label, text = anew.get(CODE_COLUMN, one.label), one.text
    for column in LEVELS:
        if column in anew:
            number, words = _split(anew[column]) if column in LEVELS[:2] else ("", anew[column])
            label, text = number or label, words
    return ReadProvision(one.kind, text, label, one.level, ordered, replaces=one.key)


def _with_label(read: ReadProvision) -> ReadProvision:
    """Return a heading with the number before its words as its label."""
    if read.kind is not ProvisionKind.HEADING:
        return read
    label, text = _split(read.text)
    return replace(read, label=label, text=text)


def _split(words: str) -> tuple[str, str]:
    found = _NUMBERED.fullmatch(words.strip())
    return (found["label"].rstrip("."), found["text"]) if found else ("", words.strip())


def _in_rows(nodes: Sequence[Node], file: PlanFile) -> Sequence[Node]:
    """Return the provisions that stand in a table; a calendar has every activity, whatever became of its row."""
    drawn = {row.where for row in file.rows if row.calendar}
    return [node for node in nodes if node.where not in drawn] or nodes


def _told(nodes: Sequence[Node], known: dict[str, Provision]) -> Iterator[str]:
    named = {node.key for node in nodes}
    left = [one for one in known.values() if one.kind is ProvisionKind.PLAN_ROW and one.key not in named]
    if left and nodes:
        yield ngettext(
            "{number} row of the plan is not in the file: it stays as it is.",
            "{number} rows of the plan are not in the file: they stay as they are.",
            len(left),
        ).format(number=len(left))
    bare = [node for node in nodes if node.column == ACTIVITY_COLUMN and node.parent is None]
    if bare:
        yield ngettext(
            "{number} activity stands below no thematic area.",
            "{number} activities stand below no thematic area.",
            len(bare),
        ).format(number=len(bare))
