"""What is wrong with a day that somebody wrote into the file of a meeting."""

import re
from calendar import monthrange

from cmc_desk.i18n import gettext as _

_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_UNQUOTED = re.compile(r"=\s*(\d{4}-\d{1,2}-\d{1,2})\b")


def problem_of_day(text: str) -> str:
    """Return one sentence that says why `text` is no day, or nothing if it is one."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return _("“{text}” is no day; write it as 2019-12-05").format(text=text)
    year, month, day = map(int, found.groups())
    if not 1 <= month <= 12:
        return _("“{text}” is no day: there is no month {month}").format(text=text, month=found[2])
    last = monthrange(year, month)[1] if year else 31
    if not 1 <= day <= last:
        return _("“{text}” is no day: month {month} of {year} has {last} days").format(
            text=text, month=found[2], year=found[1], last=last
        )
    if len(found[2]) < 2 or len(found[3]) < 2:
        return _("“{text}” is written with two figures each: {year}-{month:02}-{day:02}").format(
            text=text, year=found[1], month=month, day=day
        )
    return "" if year else _("“{text}” is no day: there is no year 0").format(text=text)


def problem_in_line(line: str) -> str:
    """Return what is wrong with the day that stands in a line without quotation marks, or nothing."""
    found = _UNQUOTED.search(line)
    return problem_of_day(found[1]) if found else ""
