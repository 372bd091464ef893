"""The documents, categories, delegations, operators and contacts of a meeting file: what stands in it under a key of its own."""

import re
from collections.abc import Collection
from zoneinfo import ZoneInfo, available_timezones

from cmc_desk.exchange.meeting_travel import read_seats
from cmc_desk.exchange.toml_table import Table, suggestion
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.contacts import problem_among
from cmc_desk.rules.folding import clean
from cmc_desk.rules.meeting import (
    COLOURS,
    CategoryPlan,
    DelegationKind,
    DelegationPlan,
    DocumentPlan,
    Eligibility,
    OperatorPlan,
    Role,
)
from cmc_desk.rules.people import Capacity
from cmc_desk.rules.regions import problem_of_region

_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,15}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def read_documents(root: Table) -> tuple[DocumentPlan, ...]:
    """Return the draft documents below `[documents]`."""
    documents = []
    for key, table in root.named_tables("documents"):
        table.check_own_key()
        title = table.text("title", needed=True)
        documents.append(DocumentPlan(key, title, table.text("short_title") or title))
        table.finish()
    return tuple(documents)


def read_categories(root: Table, delegations: Collection[str]) -> tuple[CategoryPlan, ...]:
    """Return the participant categories below `[categories]`; `delegations` are the codes a category may name."""
    categories = []
    for key, table in root.named_tables("categories"):
        table.check_own_key()
        category = CategoryPlan(
            key=key,
            name=table.text("name", needed=True),
            colour=table.text("colour", needed=True),
            capacities=table.choices("capacities", Capacity),
            kinds=table.choices("kinds", DelegationKind),
            delegations=table.texts("delegations"),
        )
        if category.colour:
            table.check_known("colour", category.colour, COLOURS, _("“{value}” is not a colour of the palette"))
        for code in category.delegations:
            table.check_known("delegations", code, delegations, _("no delegation has the code “{value}”"))
        table.finish()
        categories.append(category)
    return tuple(categories)


def read_delegations(root: Table, agencies: Collection[str]) -> tuple[DelegationPlan, ...]:
    """Return the delegations below `[delegations]`, in the order of the file; `agencies` are those that may bear seats."""
    delegations = []
    for code, table in root.named_tables("delegations"):
        if not _CODE.fullmatch(code):
            table.problem("", _("a code is 1 to 16 capital letters and digits, such as JM or UNHCR"))
        delegations.append(
            DelegationPlan(
                code=code,
                kind=table.choice("kind", DelegationKind),
                names=read_names(table, "names", needed=True),
                short_names=read_names(table, "short_names"),
                aliases=table.texts("aliases"),
                of_state=table.text("of_state"),
                region=_region(table),
                main_language=_language(table),
                eligibility=table.choice("eligibility", Eligibility, default=Eligibility.NONE),
                quota=table.number("quota", default=0),
                airport=table.text("airport"),
                zone=read_zone(table) if "zone" in table.names() else "",
                flag=table.text("flag") or code,
                seats=read_seats(table, agencies),
            )
        )
        table.finish()
    return tuple(delegations)


def read_operators(root: Table) -> tuple[OperatorPlan, ...]:
    """Return the operators below `[operators]`: a name and a role on each line."""
    table = root.table("operators")
    return tuple(OperatorPlan(clean(name), table.choice(name, Role)) for name in table.names())


def read_contacts(root: Table) -> tuple[tuple[str, str], ...]:
    """Return the contacts below `[contacts]`: whom one calls and the number on each line, in the order of the file."""
    table = root.table("contacts")
    contacts: list[tuple[str, str]] = []
    for name in table.names():
        label, number = clean(name), table.text(name)
        if problem := problem_among([*contacts, (label, number)]):
            table.problem(name, problem)
        else:
            contacts.append((label, number))
    return tuple(contacts)


def read_zone(table: Table) -> str:
    """Return the IANA name under `zone`, or UTC if it is none."""
    name = table.text("zone", needed=True)
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # OSError: “America” alone is a folder
        if name:
            hint = suggestion(name, available_timezones())
            sentence = _("“{name}” is no time zone; write it as America/Jamaica").format(name=name)
            table.problem("zone", sentence + (f" ({hint})" if hint else ""))
        return "UTC"
    return name


def read_names(table: Table, key: str, *, needed: bool = False) -> tuple[tuple[str, str], ...]:
    """Return names by language. English is needed, because it stands in where another language is missing."""
    inner = table.table(key, needed=needed)
    names = {language: inner.text(language) for language in inner.names()}
    if needed and key in table.names() and "en" not in names:
        inner.problem("en", _("is missing; the English name stands in where another one is missing"))
    for language in names:
        if not _LANGUAGE.fullmatch(language):
            inner.problem(language, _("is no language; write it as “es”"))
    return tuple((language, name) for language, name in names.items() if name)


def _region(table: Table) -> str:
    region = table.text("region")
    if problem := problem_of_region(region):
        table.problem("region", problem)
    return region


def _language(table: Table) -> str:
    language = table.text("language") or "en"
    if not _LANGUAGE.fullmatch(language):
        table.problem("language", _("“{language}” is no language; write it as “es”").format(language=language))
    return language
