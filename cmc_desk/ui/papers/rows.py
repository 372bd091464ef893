"""The list of papers as rows: a heading for each group, the badges, then every paper as it was asked for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from cmc_desk.desk.badge_state import BadgesPrinted
from cmc_desk.desk.made_papers import Paper
from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.desk.paper_overview import Overview
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import Ask, PaperGroup, PaperState
from cmc_desk.ui.context import Facts
from cmc_desk.ui.papers.words import ask_words, group_words, state_chip, when_made
from cmc_desk.ui.parts import draw
from cmc_desk.ui.parts.cells import Cell, IconLines, IconText
from cmc_desk.ui.parts.chip import ChipLook
from cmc_desk.ui.parts.row_model import Column
from cmc_desk.ui.parts.runs import Run

BADGES = "badges"
# The report of the final outcomes is looked over before it goes out.
REPORT = "outcome-report"
Key = tuple[str, Ask | None]


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A line of the list; a heading has neither `kind` nor `paper`, and nor have the badges, whose view is another page's."""

    key: Key
    icon: str
    title: str
    asked: str = ""
    forms: str = ""
    made: str = ""
    version: str = ""
    chip: ChipLook | None = None
    kind: PaperKind | None = None
    paper: Paper | None = None

    @property
    def heads(self) -> bool:
        """Whether this is the heading of a group."""
        return not self.icon


def paper_rows(
    facts: Facts, overview: Overview, now: datetime, *, report: ChipLook | None = None
) -> tuple[PaperRow, ...]:
    """Return the list; `report` is where the report of the outcomes stands, said of it while it is current."""
    kinds = {kind.key: kind for kind in overview.kinds}
    rows: list[PaperRow] = []
    for group in PaperGroup:
        papers = [one for one in overview.papers if kinds[one.kind].group is group]
        if papers or group is PaperGroup.DESK:
            rows.append(PaperRow((f"group {group.value}", None), "", group_words(group)))
        if group is PaperGroup.DESK:
            rows.append(_badges(facts, overview.badges, now))
        for one in papers:
            row = _paper(facts, kinds[one.kind], one, now)
            stands = report is not None and one.kind == REPORT and one.state is PaperState.CURRENT
            rows.append(replace(row, chip=report) if stands and not one.ask.issue else row)
    return tuple(rows)


def columns() -> Sequence[Column[PaperRow]]:
    """Return the columns of the list."""
    return (
        Column(_("Paper"), _title, tooltip=lambda row: ", ".join(part for part in (row.title, row.asked) if part)),
        Column(_("Format"), lambda row: row.forms, 106, size=11, tone="slate"),
        Column(_("Last made"), lambda row: row.made, 78, size=12),
        Column(_("Ver."), lambda row: row.version, 36, size=12, tone="slate"),
        Column(_("State"), lambda row: row.chip or "", 148, align=draw.RIGHT),
    )


def _title(row: PaperRow) -> Cell:
    if row.heads:
        return (Run(row.title, tone="slate"),)
    return IconLines(row.icon, row.title, row.asked) if row.asked else IconText(row.icon, row.title)


def _paper(facts: Facts, kind: PaperKind, paper: Paper, now: datetime) -> PaperRow:
    return PaperRow(
        key=(kind.key, paper.ask),
        icon=kind.icon,
        title=_(kind.title),
        asked=ask_words(facts, kind, paper.ask),
        forms="\u2009·\u2009".join(form.value.upper() for form in kind.formats),
        made=when_made(paper.made_at, facts, now),
        version=f"v{paper.version}" if paper.version else "",
        chip=state_chip(paper.state),
        kind=kind,
        paper=paper,
    )


def _badges(facts: Facts, badges: BadgesPrinted, now: datetime) -> PaperRow:
    chip = ChipLook(_("{number} to print").format(number=badges.waiting), "warning" if badges.printed else "notyet")
    if not badges.waiting and badges.printed:
        chip = ChipLook(_("All printed"), "good")
    return PaperRow(
        key=(BADGES, None),
        icon="registration",
        title=_("Badges"),
        forms="PDF",
        made=when_made(badges.last, facts, now),
        chip=chip,
    )
