"""The register of actions and next steps as a workbook: what is to be done, by whom, until when, and what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from gettext import NullTranslations

from cmc_desk.i18n import N_
from cmc_desk.reports.about_sheet import about_sheet
from cmc_desk.reports.workbook import DAY, INSTANT, WHOLE, Cell, Sheet, SheetColumn, workbook
from cmc_desk.reports.workbook import Imprint as BookImprint
from cmc_desk.rules.papers import Imprint
from cmc_desk.rules.register import Task, TaskKind

KINDS = {
    TaskKind.ACTION: N_("Action"),
    TaskKind.NEXT_STEP: N_("Next step"),
    TaskKind.RECOMMENDATION: N_("Recommendation"),
}
_TINTS = {N_("Overdue"): "F6D5CC", N_("Done"): "DCEBDF"}


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A task, with the item of the agenda that it comes from; `closed_at` of the task is on the clocks of the meeting."""

    task: Task
    item: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ActionRegister:
    """What is to be done after the meeting, what is open first; `meeting` tells meetings apart in calendars."""

    language: str
    meeting: str
    lines: tuple[RegisterLine, ...]


def book(content: ActionRegister, texts: NullTranslations, imprint: Imprint) -> bytes:
    """Return the register as .xlsx."""
    _ = texts.gettext
    made = imprint.made_at.replace(tzinfo=None, microsecond=0)
    shown = register_sheet(content, texts, imprint.made_at.date())
    return workbook(
        (shown, _about(content, texts, imprint, (shown,))),
        BookImprint(
            title=title(texts),
            meeting=imprint.meeting,
            made=made,
            made_by=imprint.made_by,
            # &P and &N are codes of the spreadsheet program.
            page=_("page {page} of {pages}").format(page="&P", pages="&N"),
        ),
    )


def title(texts: NullTranslations) -> str:
    """Return what the paper is called."""
    return texts.gettext("Register of actions and next steps")


def state_words(task: Task, today: date, texts: NullTranslations) -> str:
    """Return whether a task is open, overdue or done."""
    _ = texts.gettext
    if task.closed_at is not None:
        return _("Done")
    return _("Overdue") if task.overdue(today) else texts.pgettext("task", "Open")


def register_sheet(content: ActionRegister, texts: NullTranslations, today: date) -> Sheet:
    """Return the sheet of the register, for this workbook or for one with more in it; `today` tells what is overdue."""
    _ = texts.gettext
    columns = (
        SheetColumn(_("No."), "number", 6, WHOLE),
        SheetColumn(_("Kind"), "kind", 15),
        SheetColumn(_("What"), "what", 60),
        SheetColumn(_("Who"), "who", 24),
        SheetColumn(_("Until"), "due", 17, DAY),
        SheetColumn(_("State"), "state", 11),
        SheetColumn(_("Done at"), "done_at", 19, INSTANT),
        SheetColumn(_("Item"), "item", 36),
        SheetColumn(_("Day"), "day", 17, DAY),
    )
    rows = tuple(
        (
            number,
            _kind_words(line.task, texts),
            line.task.what,
            line.task.who or None,
            line.task.due,
            state_words(line.task, today, texts),
            _naive(line.task.closed_at),
            line.item or None,
            line.day,
        )
        for number, line in enumerate(content.lines, 1)
    )
    tints = {texts.gettext(word): colour for word, colour in _TINTS.items()}
    return Sheet("register", _("Register"), columns, rows, frozen=3, tints=tints)


def _kind_words(task: Task, texts: NullTranslations) -> str:
    words = texts.gettext(KINDS[task.kind])
    return f"{words} {task.number}" if task.number else words


def _about(content: ActionRegister, texts: NullTranslations, imprint: Imprint, shown: Sequence[Sheet]) -> Sheet:
    _ = texts.gettext
    today = imprint.made_at.date()
    still = [line.task for line in content.lines if line.task.closed_at is None]
    told: tuple[tuple[str, Cell], ...] = (
        (_("What it is"), title(texts)),
        (_("Meeting"), " · ".join(filter(None, (imprint.meeting, imprint.subtitle)))),
        (_("Place and dates"), imprint.place_and_dates),
        (_("Made at"), imprint.made_at.replace(tzinfo=None, microsecond=0)),
        (_("Made by"), imprint.made_by),
        # The column has instants: a figure would be shown as one.
        (_("Still open"), str(len(still))),
        (_("Overdue when this was made"), str(sum(task.overdue(today) for task in still))),
        (_("Note"), _("What has a date is in the calendar file of the register (.ics) as well.")),
    )
    return about_sheet(told, shown, texts)


def _naive(at: datetime | None) -> datetime | None:
    return at.replace(tzinfo=None, microsecond=0) if at is not None else None
