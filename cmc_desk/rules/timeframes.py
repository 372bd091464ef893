"""The timeframe of an activity read as months, where its words say them, and words for months again; in each of our languages.

"2020 to 2022", "Q1 2020", "by March 2021", "from 2020", "2020, continuous": what says no years, such as "every year", is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

from cmc_desk.rules.folding import fold

# Months are counted from the year 0, so that they can be added and compared.
YEAR = 12
_MONTHS = (
    "january enero janvier januari jan ene janv",
    "february febrero fevrier februari feb fevr",
    "march marzo mars maart mar mrt",
    "april abril avril apr abr avr",
    "may mayo mai mei",
    "june junio juin juni jun",
    "july julio juillet juli jul juil",
    "august agosto aout augustus aug ago",
    "september septiembre setiembre septembre sep sept",
    "october octubre octobre oktober oct okt",
    "november noviembre novembre nov",
    "december diciembre decembre dec dic",
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS) for name in names.split()}
_ORDINALS = dict.fromkeys(["first", "primer", "primero", "premier", "eerste", "1st", "1er", "1e"], 0)
_ORDINALS |= dict.fromkeys(
    ["second", "segundo", "deuxieme", "tweede", "2nd", "2e", "last", "ultimo", "dernier", "laatste"], 1
)
_OF = "(?: (?:of|de|del|van|en))*"
_HALF = re.compile(rf"(?P<order>\w+) (?:half|semestre|semester|helft){_OF} (?P<year>\d{{4}})")
_QUARTER = re.compile(rf"(?:[qtk](?P<number>[1-4]){_OF} (?P<year>\d{{4}})|(?P<first>\d{{4}}) [qtk](?P<after>[1-4]))")
_MONTH = re.compile(rf"(?P<name>[a-z]+){_OF} (?P<year>\d{{4}})")
_FIGURES = re.compile(r"(?P<year>\d{4}) (?P<month>0[1-9]|1[0-2])|(?P<before>0?[1-9]|1[0-2])/(?P<after>\d{4})")
_YEAR = re.compile(r"(?:19|20|21)\d\d")
_BETWEEN = re.compile(
    r"\s*[–—]\s*|\s+-\s+|(?<=\d{4})-(?=\d{4})"
    r"|\s+(?:to|until|till|through|a|al|hasta|au|jusqu[ '’]à|jusqu[ '’]en|à|tot|tot en met|t/m)\s+",
    re.IGNORECASE,
)
_FROM = re.compile(r"(?:from|between|desde|a partir de|à partir de|de|du|van|vanaf)\s+", re.IGNORECASE)
# "de", "du" and "van" may as well say of which year something is: without an end they begin nothing that goes on.
_GOES_ON = re.compile(
    r"(?:from|desde|a partir de|à partir de|vanaf)\s+(?P<begin>.+?)(?:\s+(?:on|onwards?|en adelante))?", re.IGNORECASE
)
BY_WORDS = (
    *("by", "until", "by the end of", "by end of", "until the end of", "before the end of", "end of"),
    *("para", "antes de", "a más tardar en", "para finales de", "para fines de", "antes de finales de", "a finales de"),
    *("avant", "d'ici", "fin", "d'ici fin", "d'ici à fin", "d'ici la fin de", "d'ici à la fin de", "avant la fin de"),
    *("tegen", "voor", "eind", "tegen eind", "voor eind", "tegen het einde van", "voor het einde van", "uiterlijk"),
    *("uiterlijk eind", "avant fin", "à la fin de"),
)
# The longest first: "by the end of" begins with "by".
_BY = re.compile(
    "(?:"
    + "|".join(
        re.escape(words).replace("\\ ", r"\s+").replace("'", "[ '’]")
        for words in sorted(BY_WORDS, key=len, reverse=True)
    )
    + r")\s+",
    re.IGNORECASE,
)
_OPEN = frozenset(
    [
        "continuous",
        "ongoing",
        "continuing",
        "continuo",
        "continua",
        "permanente",
        "de forma continua",
        "continu",
        "continue",
        "en continu",
        "doorlopend",
        "permanent",
    ]
)
_PARTS = re.compile(r"[,;]")
# More columns than these are quarters instead of months, and years instead of quarters.
_FEW_MONTHS, _FEW_COLUMNS = 18, 40


@dataclass(frozen=True, slots=True)
class Span:
    """Months from `first` to `last`, both in it; None for one that goes on."""

    first: int
    last: int | None

    def covers(self, first: int, last: int) -> bool:
        """Tell whether any of the months from `first` to `last` is in it."""
        return self.first <= last and (self.last is None or self.last >= first)


def months_in(words: str) -> tuple[Span, ...]:
    """Return what words say as months, in their order; nothing if any part of them says none.

    What is to be done by a time is the last month of it.
    """
    found: list[Span] = []
    for part in (one.strip() for one in _PARTS.split(words)):
        if fold(part) in _OPEN:
            if not found:
                return ()
            found[-1] = Span(found[-1].first, None)
            continue
        span = _span(part)
        if span is None:
            return ()
        found.append(span)
    return tuple(found)


def column_months(heading: str) -> tuple[int, int] | None:
    """Return the first and the last month of a column of a calendar by what stands over it; None if it is none."""
    return _unit(" ".join(heading.split()))


def calendar_columns(spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """Return the columns that show spans: months if they are few, else quarters, else years."""
    ends = [end for span in spans for end in (span.first, span.last) if end is not None]
    if not ends:
        return ()
    whole = max(ends) - min(ends) + 1
    step = 1 if whole <= _FEW_MONTHS else 3 if whole <= 3 * _FEW_COLUMNS else YEAR
    return tuple((month, month + step - 1) for month in range(min(ends) // step * step, max(ends) + 1, step))


def months_words(first: int, last: int, texts: NullTranslations) -> str:
    """Return months in words that `months_in` reads: a year, years, a quarter, quarters, or months by their names."""
    if first % YEAR == 0 and last % YEAR == YEAR - 1:
        ends = str(first // YEAR), str(last // YEAR)
    elif first % 3 == 0 and last % 3 == 2:
        ends = _quarter(first, texts), _quarter(last, texts)
    else:
        ends = _month(first, texts), _month(last, texts)
    return ends[0] if ends[0] == ends[1] else texts.gettext("{first} – {last}").format(first=ends[0], last=ends[1])


def marked_words(marked: Sequence[tuple[int, int]], texts: NullTranslations) -> str:
    """Return the columns of a calendar that are marked in words; those that follow one another are one span."""
    return ", ".join(months_words(first, last, texts) for first, last in _joined(marked))


def _joined(marked: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    waiting: tuple[int, int] | None = None
    for first, last in marked:
        if waiting is not None and waiting[1] + 1 == first:
            waiting = waiting[0], last
            continue
        if waiting is not None:
            yield waiting
        waiting = first, last
    if waiting is not None:
        yield waiting


def _span(part: str) -> Span | None:
    by = _BY.match(part)
    if by is not None:
        unit = _unit(part[by.end() :])
        return Span(unit[1], unit[1]) if unit is not None else None
    begins = _GOES_ON.fullmatch(part)
    if begins is not None and (unit := _unit(begins["begin"])) is not None:
        return Span(unit[0], None)
    whole = _FROM.sub("", part, count=1) if _FROM.match(part) else part
    if (unit := _unit(whole)) is not None:
        return Span(*unit)
    ends = _BETWEEN.split(whole)
    if len(ends) != 2:
        return None
    last = _unit(ends[1])
    first = _unit(ends[0]) or (_unit(f"{ends[0]} {last[1] // YEAR}") if last is not None else None)
    return Span(first[0], last[1]) if first is not None and last is not None and first[0] <= last[1] else None


def _unit(words: str) -> tuple[int, int] | None:
    """Return the months of a year, half of one, quarter or month; None for anything else."""
    said = fold(words)
    if _YEAR.fullmatch(said):
        return int(said) * YEAR, int(said) * YEAR + YEAR - 1
    if (found := _QUARTER.fullmatch(said)) is not None:
        year, number = found["year"] or found["first"], found["number"] or found["after"]
        first = int(year) * YEAR + 3 * (int(number) - 1)
        return first, first + 2
    if (found := _HALF.fullmatch(said)) is not None and found["order"] in _ORDINALS:
        first = int(found["year"]) * YEAR + 6 * _ORDINALS[found["order"]]
        return first, first + 5
    if (found := _MONTH.fullmatch(said)) is not None and found["name"] in _MONTH_OF:
        month = int(found["year"]) * YEAR + _MONTH_OF[found["name"]]
        return month, month
    if (found := _FIGURES.fullmatch(said) or _FIGURES.fullmatch(words.strip())) is not None:
        month = int(found["year"] or found["after"]) * YEAR + int(found["month"] or found["before"]) - 1
        return month, month
    return None


def _quarter(month: int, texts: NullTranslations) -> str:
    # Translators: a quarter of a year, such as Q1 2020; the letter is one of Q, T and K, by which it is read again.
    return texts.gettext("Q{number} {year}").format(number=month % YEAR // 3 + 1, year=month // YEAR)


def _month(month: int, texts: NullTranslations) -> str:
    name = texts.pgettext("month", _MONTHS[month % YEAR].split()[0].capitalize())
    return f"{name} {month // YEAR}"
