"""What is done with the report from its editor: one command each, and what is said of it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar

from cmc_desk.desk import report
from cmc_desk.desk.command import Tx
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.preflight import Finding
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.rules.report_blocks import Para
from cmc_desk.rules.report_standing import Edition, ReportStanding
from cmc_desk.ui.context import Context
from cmc_desk.ui.registration.words import language_word
from cmc_desk.ui.report.block_rows import BlockRow
from cmc_desk.ui.report.issuing import Issuing, Problem

P = ParamSpec("P")
R = TypeVar("R")


def switch(context: Context, standing: ReportStanding, row: BlockRow) -> bool:
    """Leave a block out of the report, or take it in again; say why not where it is not its own doing."""
    left = set(standing.left_out)
    if row.asked:
        left.discard(row.key)
    elif row.on:
        left.add(row.key)
    else:
        parts = row.key.split("/")
        above = next((key for key in ("/".join(parts[:n]) for n in range(1, len(parts))) if key in left), "")
        said = _("it goes with the heading above it, which is left out.") if above else _("nothing stands under it.")
        context.say("amber", _("Not taken in: "), row.text, f" · {said}")
        return False
    if not _attempted(context, report.set_report, left_out=tuple(sorted(left))):
        return False
    context.say("notice", _("Left out: ") if row.on else _("Taken in: "), row.text, undo=True)
    return True


def keep(context: Context, standing: ReportStanding, block: Para, text: str) -> bool:
    """Let a paragraph say what was typed; an empty text lets its sources speak again."""
    if not text and block.written:
        return follow(context, standing, block)
    done = context.attempt(
        report.write_block,
        block=block.key,
        language=standing.language,
        attributed=standing.attributed,
        text=text,
        seen=block.digest,
    )
    if done is not None:
        words = _("Kept as it was written.") if text else _("The sources speak again.")
        context.say("notice", words, undo=True)
    return done is not None


def follow(context: Context, standing: ReportStanding, block: Para) -> bool:
    """Let the sources of a paragraph speak again."""
    done = context.attempt(
        report.follow_sources, block=block.key, language=standing.language, attributed=standing.attributed
    )
    if done is not None:
        context.say("notice", _("The sources speak again."), undo=True)
    return done is not None


def accept(context: Context, standing: ReportStanding, block: Para) -> bool:
    """Let a text by hand stand although its sources have changed."""
    done = context.attempt(
        report.accept_block,
        block=block.key,
        language=standing.language,
        attributed=standing.attributed,
        seen=block.digest,
    )
    if done is not None:
        context.say("notice", _("Accepted as it stands."), undo=True)
    return done is not None


def set_language(context: Context, language: str) -> None:
    """Let the report be in another language."""
    if _attempted(context, report.set_report, language=language):
        context.say("notice", _("The report is now in: "), language_word(language), undo=True)


def set_naming(context: Context, *, attributed: bool) -> None:
    """Let the report say who spoke, or not."""
    if _attempted(context, report.set_report, attributed=attributed):
        words = _("The report says who spoke.") if attributed else _("The report names nobody who spoke.")
        context.say("notice", words, undo=True)


def circulate(
    issuing: Issuing,
    seen: str,
    until: Callable[[], date],
    problem: Problem,
    done: Callable[[], None],
) -> None:
    """Keep the report as its next version, for corrections until a day; say how many things keep it from being signed off."""
    day = _told(issuing.context, problem, until)
    if day is None:
        return
    issuing.start(
        report.circulate_report, _("Circulated: "), _blocking, problem=problem, done=done, until=day, seen=seen
    )


def sign_off(issuing: Issuing, seen: str, by: str, problem: Problem, done: Callable[[], None]) -> None:
    """Record who signed for the host."""
    issuing.start(report.sign_off_report, _("Signed off: "), problem=problem, done=done, by=by, seen=seen)


def finish(issuing: Issuing, status: ReportStatus, editions: tuple[Edition, ...]) -> None:
    """Make the report final in these languages, with names or without; issue one that is final in them too."""
    if status is not ReportStatus.FINAL:
        issuing.start(report.finish_report, _("Final: "), editions=editions)
    else:
        issuing.start(report.issue_also, _("Issued besides: "), editions=editions)


def reopen(context: Context) -> None:
    """Let the report be changed again."""
    if context.attempt(report.reopen_report) is not None:
        context.say("notice", _("The report can be changed again; its versions stay as they were."), undo=True)


def _blocking(found: Sequence[Finding]) -> str:
    number = len(found)
    words = ngettext(
        "{number} thing keeps it from being signed off", "{number} things keep it from being signed off", number
    )
    return f" · {words.format(number=number)}" if number else ""


def _attempted(context: Context, command: Callable[Concatenate[Tx, P], R], *args: P.args, **kwargs: P.kwargs) -> bool:
    """Run a command that gives nothing back; say whether it was done."""
    try:
        context.desk.do(command, *args, **kwargs)
    except Refusal as refusal:
        context.say("amber", refusal.sentence)
        return False
    except Unavailable as trouble:
        context.trouble(trouble)
        return False
    return True


def _told(context: Context, problem: Problem, act: Callable[[], R]) -> R | None:
    """Do something; a refusal is said beside its field too."""
    try:
        done = act()
    except Refusal as refusal:
        problem(refusal)
        context.say("amber", refusal.sentence)
        return None
    except Unavailable as trouble:
        context.trouble(trouble)
        return None
    problem(None)
    return done
