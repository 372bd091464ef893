"""A plan of action that comes back as a workbook, on the command line: looked at, taken over as a version, or as proposals."""

from pathlib import Path

from cmc_desk.cli.draft_counted import counted
from cmc_desk.cli.draft_proposed import before_words, delegation_called, refuse_authors
from cmc_desk.cli.told import Told
from cmc_desk.desk.beside import copy_beside
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.draft_texts import draft_text
from cmc_desk.desk.plan_import import import_plan, import_plan_proposals, plan_dry_run, read_plan_file
from cmc_desk.desk.trying import Trial
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.plan_columns import CODE_COLUMN, PLAN_HEADINGS
from cmc_desk.rules.plan_rows import PlanFile, PlanPreview
from cmc_desk.rules.refusal import Refusal


def bring_plan(
    desk: Desk, source: Path, draft: str, *, label: str, changes: str | None, by: tuple[str, ...], dry_run: bool
) -> Told:
    """Bring a workbook into a plan: as the next version, or what it says otherwise as proposals; a dry run writes nothing."""
    if changes not in (None, "proposals"):
        raise Refusal(
            _("Nothing is tracked in a workbook: give --changes proposals, or bring it as the next version without."),
            field="changes",
        )
    file = read_plan_file(source)
    if changes is None:
        refuse_authors(by)
    codes = _proposers(desk, by) if changes is not None else None
    with copy_beside(desk) as store:
        preview = plan_dry_run(Trial(desk, store), file, draft=draft, delegations=codes)
    words = _words(preview)
    if dry_run:
        lines = [counted(desk.read(draft_text, draft=draft), preview.provisions, dry_run=True), *words]
        return Told(preview, "\n".join((*lines, *preview.problems)), refused=bool(preview.problems))
    if codes is None:
        desk.do(import_plan, draft=draft, file=file, label=label)
        lines = [counted(desk.read(draft_text, draft=draft), preview.provisions, dry_run=False), *words]
        return Told(preview, "\n".join(lines))
    return _proposed(desk, draft, file, codes, words, preview)


def _proposed(
    desk: Desk, draft: str, file: PlanFile, codes: tuple[str, ...], words: list[str], preview: PlanPreview
) -> Told:
    keys = desk.do(import_plan_proposals, draft=draft, file=file, delegations=codes)
    count = ngettext("{number} proposal", "{number} proposals", len(keys)).format(number=len(keys))
    before = len(preview.new) + sum(one.column != CODE_COLUMN for one in preview.changes) - len(keys)
    return Told({"proposals": keys}, "\n".join((count, *before_words(before), *words)))


def _proposers(desk: Desk, by: tuple[str, ...]) -> tuple[str, ...]:
    """Return whose proposals they are; a workbook names nobody. Raises Refusal if it was not told, or if one is no delegation."""
    if not by:
        raise Refusal(_("Whose proposals are these? Give --by with a delegation, such as --by JM."), field="by")
    found: dict[str, None] = {}
    for one in by:
        code = delegation_called(desk, one.removeprefix("="))
        if code is None:
            raise Refusal(_("No delegation is called “{name}”.").format(name=one.removeprefix("=")), field="by")
        found[code] = None
    return tuple(found)


def _words(preview: PlanPreview) -> list[str]:
    lines = [
        _("{where}: {name}, {columns}").format(where=one.where, name=one.name, columns=_(PLAN_HEADINGS[one.column]))
        for one in preview.changes
    ]
    lines += [_("{where}: new, {text}").format(where=one.where, text=one.read.text[:60]) for one in preview.new]
    count = ngettext("{number} provision is as it was.", "{number} provisions are as they were.", preview.unchanged)
    return [*lines, count.format(number=preview.unchanged), *preview.told]
