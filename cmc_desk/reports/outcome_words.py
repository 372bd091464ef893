"""The words of the report of the final outcomes that stand in several places."""

import re
from collections.abc import Sequence
from datetime import date
from gettext import NullTranslations

from cmc_desk.reports.dates import long_date
from cmc_desk.reports.outcome_facts import Presenter
from cmc_desk.rules.document_kinds import ReportStatus
from cmc_desk.rules.report_blocks import Figure, Heading, Look, Para, Table

_LIST = re.compile(r"\s*(?:[-–•*]\s|\()")


def title(texts: NullTranslations) -> str:
    """Return what the report is called."""
    return texts.gettext("Report of the final outcomes")


def status_words(status: ReportStatus, version: int, texts: NullTranslations) -> str:
    """Return where the report stands, as its cover says it; `version` is that of the newest issue."""
    _ = texts.gettext
    said = {
        ReportStatus.DRAFT: _("Draft"),
        ReportStatus.CIRCULATED: _("Draft for comments"),
        ReportStatus.CORRECTED: _("Draft for comments"),
        ReportStatus.SIGNED_OFF: _("Signed off by the host"),
        ReportStatus.FINAL: _("Final report"),
    }[status]
    return _("{status}, version {number}").format(status=said, number=version) if version else said


def draft_words(version: int, texts: NullTranslations) -> str:
    """Return what the cover says of a text that did not go out: that it is a draft, and of which version it is another text."""
    _ = texts.gettext
    return _("Draft, changed since version {number}").format(number=version) if version else _("Draft")


def remark_words(status: ReportStatus, until: date | None, texts: NullTranslations) -> str:
    """Return until when corrections are asked for, while they are."""
    if until is None or status not in (ReportStatus.CIRCULATED, ReportStatus.CORRECTED):
        return ""
    return texts.gettext("Please send corrections, by paragraph, until {date}.").format(date=long_date(until, texts))


def heading_words(heading: Heading, texts: NullTranslations) -> str:
    """Return a heading with its number, as it is printed."""
    if heading.annex and heading.label:
        return texts.gettext("Annex {number}: {title}").format(number=heading.label, title=heading.text)
    return f"{heading.label} {heading.text}" if heading.label else heading.text


def table_words(table: Table, texts: NullTranslations) -> str:
    """Return the title of a table with its number; nothing if it has none."""
    if not table.title:
        return ""
    return texts.gettext("Table {number}. {title}").format(number=table.label, title=table.title)


def figure_words(figure: Figure, texts: NullTranslations) -> str:
    """Return the title of a chart with its number."""
    return texts.gettext("Figure {number}. {title}").format(number=figure.label, title=figure.title)


def enumerated(words: Sequence[str], texts: NullTranslations, *, comma: str = ",") -> str:
    """Return several words as a sentence has them: a, b and c; what has commas in itself is parted by a semicolon."""
    if len(words) < 2:
        return "".join(words)
    if comma == ";":
        # Translators: the last two of several that have commas in them, as in "Ms Example, Director; and Mr Sample, Adviser".
        return texts.gettext("{several}; and {last}").format(several="; ".join(words[:-1]), last=words[-1])
    # Translators: the last two of several, as in "Aruba, Barbados and Cuba".
    return texts.gettext("{several} and {last}").format(several=f"{comma} ".join(words[:-1]), last=words[-1])


def presenter_words(one: Presenter) -> str:
    """Return who spoke as the agenda says: name, functional title, organisation."""
    return ", ".join(part for part in (one.name, one.title, one.organisation) if part)


def strong(para: Para) -> str:
    """Return the text of a paragraph as it is printed; what was concluded stands strong as a whole."""
    if para.look is not Look.CONCLUSION:
        return para.text
    lines = (line.rstrip() for line in para.text.split("\n"))
    return "\n".join(line if not line or _LIST.match(line) else f"*{line.replace('*', '')}*" for line in lines)
