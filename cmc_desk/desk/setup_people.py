"""Set up who is invited and who works here: delegations, operators, stations."""

import re
from collections.abc import Callable
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.seat_rows import remove_seats, seats_follow
from cmc_desk.desk.setup import LANGUAGES, delegation_index, zone_named
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.folding import clean, fold
from cmc_desk.rules.meeting import DelegationKind, Eligibility, Role
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.regions import problem_of_region
from cmc_desk.rules.seats import check_quota

_CODE = re.compile(r"[A-Z0-9][A-Z0-9-]{0,15}")
_FLAG = re.compile(r"[A-Za-z0-9-]{0,16}")


@command("setup.put_delegation")
def put_delegation(tx: Tx, *, code: str, changes: dict[str, Any], new: bool = False) -> str:
    """Change a delegation, or invite a new one, and return its code.

    `changes` holds any of `kind`, `names` and `short_names` (by language; the English name is needed), `aliases`, `of_state`,
    `region`, `main_language`, `eligibility`, `quota`, `airport`, `zone`, `flag`. Raises Refusal, with the field, for what makes no sense.
    """
    code = clean(code).upper() if new else code
    row = tx.session.get(schema.Delegation, code)
    if new:
        row = _new_delegation(tx.session, code, taken=row is not None)
    if row is None:
        raise Refusal(_("This delegation was removed by somebody else."))
    quota = row.quota
    for name, value in changes.items():
        if name == "quota":
            quota = _quota(value)
        else:
            setattr(row, name, _checked(tx.session, row, name, value))
    if "en" not in row.names:
        raise Refusal(_("The English name stands in where another is missing: type it."), field="names")
    if quota and row.eligibility in (Eligibility.NONE, Eligibility.OBSERVER):
        raise Refusal(_("Who is not financed has no financed seats: type 0."), field="quota")
    if new or {"quota", "eligibility"} & changes.keys():
        tx.session.flush()
        seats_follow(tx.session, row, quota=quota)
    return row.id


@command("setup.remove_delegation")
def remove_delegation(tx: Tx, *, code: str) -> None:
    """Remove a delegation that nobody is of.

    Raises Refusal if it has people, if it is the host, or if a category names it.
    """
    session = tx.session
    row = session.get(schema.Delegation, code)
    if row is None:
        raise Refusal(_("This delegation was removed by somebody else."))
    people = session.scalar(select(func.count()).where(schema.Participant.delegation == code)) or 0
    if people:
        raise Refusal(
            ngettext(
                "{number} person is of this delegation: it stays.",
                "{number} people are of this delegation: it stays.",
                people,
            ).format(number=people)
        )
    if session.scalars(select(schema.Meeting.host_delegation)).one() == code:
        raise Refusal(_("The host stays."))
    for category in session.scalars(select(schema.Category)):
        if code in category.delegations:
            raise Refusal(_("The category “{name}” names it: change that first.").format(name=category.name))
    remove_seats(session, code)
    session.delete(row)


@command("setup.put_operator")
def put_operator(tx: Tx, *, name: str, role: Role, id: str = "") -> str:  # noqa: A002 - as the store calls it
    """Write who works here and as what, and return the identifier; an empty `id` is somebody new."""
    words = _own_name(tx.session, schema.Operator, name, id, _("Somebody of this name works here already."))
    row = tx.session.get(schema.Operator, id) if id else schema.Operator(id=tx.new_id())
    if row is None:
        raise Refusal(_("This was removed by somebody else."))
    row.name, row.role = words, Role(role)
    tx.session.add(row)
    return row.id


@command("setup.remove_operator")
def remove_operator(tx: Tx, *, id: str) -> None:  # noqa: A002 - as the store calls it
    """Remove somebody from the list of those who work here; what they did stays in the journal under their name."""
    _remove(tx.session, schema.Operator, id, _("The last operator stays: somebody must be able to begin."))


@command("setup.put_station")
def put_station(tx: Tx, *, name: str, id: str = "") -> str:  # noqa: A002 - as the store calls it
    """Name a station and return its identifier; an empty `id` is a new one. What was done at it keeps the old name."""
    words = _own_name(tx.session, schema.Station, name, id, _("Another station is called so already."))
    row = tx.session.get(schema.Station, id) if id else schema.Station(id=tx.new_id())
    if row is None:
        raise Refusal(_("This was removed by somebody else."))
    row.name = words
    tx.session.add(row)
    return row.id


@command("setup.remove_station")
def remove_station(tx: Tx, *, id: str) -> None:  # noqa: A002 - as the store calls it
    """Remove a station from the list; what was done at it stays."""
    _remove(tx.session, schema.Station, id, _("The last station stays: every act has a place."))


def _new_delegation(session: Session, code: str, *, taken: bool) -> schema.Delegation:
    if not _CODE.fullmatch(code):
        raise Refusal(_("Type 1 to 16 letters and digits, such as JM or UNHCR."), field="code")
    if taken:
        raise Refusal(_("Another delegation has this code already."), field="code")
    row = schema.Delegation(
        id=code,
        kind=DelegationKind.STATE,
        names={},
        short_names={},
        aliases=[],
        of_state="",
        region="",
        main_language="en",
        eligibility=Eligibility.NONE,
        quota=0,
        airport="",
        zone="",
        flag=code,
    )
    session.add(row)
    return row


def _checked(session: Session, row: schema.Delegation, name: str, value: Any) -> Any:
    """Return what the column `name` is to hold for `value`."""
    if name in ("names", "short_names"):
        return _names(session, row, name, value)
    if name == "aliases":
        texts = [text for text in map(clean, value) if text]
        _check_own(session, row, [text for text in texts if text not in row.aliases], name)
        return list(dict.fromkeys(texts))
    if name == "zone":
        return zone_named(value).key if value else ""
    return _WORDS[name](value)


def _quota(value: Any) -> int:
    return check_quota(value, (), {})


def _language(value: Any) -> str:
    if not re.fullmatch("[a-z]{2,3}", value):
        raise Refusal(_("Type a language as two letters, such as es."), field="main_language")
    return str(value)


def _flag(value: Any) -> str:
    if not _FLAG.fullmatch(value):
        raise Refusal(_("Type the code of a flag, such as JM."), field="flag")
    return str(value)


def _region(value: Any) -> str:
    region = clean(value)
    if problem := problem_of_region(region):
        raise Refusal(problem, field="region")
    return region


def _capitals(value: Any) -> str:
    return clean(value).upper()


_WORDS: dict[str, Callable[[Any], Any]] = {
    "kind": DelegationKind,
    "eligibility": Eligibility,
    "main_language": _language,
    "flag": _flag,
    "of_state": _capitals,
    "region": _region,
    "airport": _capitals,
}


def _names(session: Session, row: schema.Delegation, field: str, value: dict[str, str]) -> dict[str, str]:
    names = {language: text for language, name in value.items() if (text := clean(name))}
    if strangers := set(names) - set(LANGUAGES) - set(getattr(row, field)):
        raise Refusal(_("{language} is none of the languages.").format(language=min(strangers)), field=field)
    known = getattr(row, field).values()
    _check_own(session, row, [name for name in names.values() if name not in known], field)
    return names


def _check_own(session: Session, row: schema.Delegation, texts: list[str], field: str) -> None:
    """Refuse what already means another delegation: a list that says it would not be understood any more."""
    if not texts:
        return
    index, names = delegation_index(session, without=row.id)
    for text in texts:
        owner = index.match(text)
        if owner is not None:
            raise Refusal(_("“{text}” means {name} already.").format(text=text, name=names[owner]), field=field)


def _own_name(
    session: Session, table: type[schema.Operator] | type[schema.Station], name: str, own: str, taken: str
) -> str:
    words = clean(name)
    if not words:
        raise Refusal(_("Type a name."), field="name")
    others = session.execute(select(table.id, table.name))
    if any(fold(other) == fold(words) and identifier != own for identifier, other in others):
        raise Refusal(taken, field="name")
    return words


def _remove(session: Session, table: type[schema.Operator] | type[schema.Station], identifier: str, last: str) -> None:
    row = session.get(table, identifier)
    if row is None:
        raise Refusal(_("This was removed by somebody else."))
    if session.scalar(select(func.count()).select_from(table)) == 1:
        raise Refusal(last)
    session.delete(row)
