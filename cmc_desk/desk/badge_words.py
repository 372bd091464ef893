"""What stands on badges in one language: names of delegations, words of capacities and categories."""

from gettext import NullTranslations
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.meeting import as_delegation, categories
from cmc_desk.rules.categories import category_of
from cmc_desk.rules.meeting import CategoryPlan, DelegationKind
from cmc_desk.rules.people import CAPACITY_WORDS, Capacity, Status


class Holder(NamedTuple):
    """Whoever wears a badge, as its words need them."""

    id: str
    given_name: str
    family_name: str
    badge_name: str
    functional_title: str
    institution: str
    delegation: str
    capacity: Capacity
    status: Status
    focal_point: bool
    walk_in: bool
    sort_key: str

    @property
    def full_name(self) -> str:
        """Given and family name as they were given."""
        return " ".join(part for part in (self.given_name, self.family_name) if part)

    @property
    def name_on_badge(self) -> str:
        """The name that was asked for, or the full name."""
        return self.badge_name or self.full_name


_PEOPLE = schema.Participant.__table__.c
HOLDER = tuple(_PEOPLE[name] for name in Holder._fields)


class BadgeWords:
    """The words of badges in one language, read once for many people."""

    def __init__(self, session: Session, words: NullTranslations, language: str, second: str = "") -> None:
        self._words = words
        self._categories = categories(session)
        # Of thousands of people there are a few dozen that differ in what decides the category.
        self._found: dict[tuple[Capacity, str], CategoryPlan | None] = {}
        rows = list(session.scalars(select(schema.Delegation)))
        self._kinds = {row.id: row.kind for row in rows}
        self._flags = {row.id: row.flag.lower() for row in rows}
        self._first = {row.id: as_delegation(row, language).short_name for row in rows}
        self._second = {row.id: as_delegation(row, second).short_name for row in rows} if second else {}

    def of(self, person: Holder) -> dict[str, str]:
        """Return the words that the ledger of prints keeps, by their names in it."""
        category = self.category(person)
        return {
            "name": person.name_on_badge,
            "functional_title": person.functional_title,
            "institution": person.institution,
            "delegation": self.delegation(person.delegation),
            "capacity": self.capacity(person.capacity),
            "category": self.category_word(category),
        }

    def delegation(self, code: str) -> str:
        """Return the everyday name of a delegation."""
        return self._first[code]

    def delegation_second(self, code: str) -> str:
        """Return its name in the second language, empty where it is the same."""
        name = self._second.get(code, "")
        return "" if name == self._first[code] else name

    def kind(self, code: str) -> DelegationKind:
        """Return the status class of a delegation."""
        return self._kinds[code]

    def flag(self, code: str) -> str:
        """Return the flag of a delegation in lower case."""
        return self._flags[code]

    def capacity(self, capacity: Capacity) -> str:
        """Return the word of a capacity."""
        return self._words.gettext(CAPACITY_WORDS[capacity])

    def category(self, person: Holder) -> CategoryPlan | None:
        """Return the category of a person."""
        who = person.capacity, person.delegation
        if who not in self._found:
            key = category_of(person.capacity, self._kinds[person.delegation], person.delegation, self._categories)
            self._found[who] = next((plan for plan in self._categories if plan.key == key), None)
        return self._found[who]

    def category_word(self, category: CategoryPlan | None) -> str:
        """Return the word in the band: the name of the category, translated where the program knows it."""
        return self._words.gettext(category.name) if category is not None and category.name else ""
