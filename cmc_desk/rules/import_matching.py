"""Who in the meeting is meant by a row of somebody's list: the same person, perhaps the same, or nobody yet."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmc_desk.rules.folding import fold
from cmc_desk.rules.letting_go import let_go
from cmc_desk.rules.names import Likeness, NameIndex
from cmc_desk.rules.people import EXPECTED, Person

# What is worth asking about; a family name alone is not.
_LIKE = frozenset({Likeness.SAME, Likeness.SWAPPED, Likeness.TYPO, Likeness.SIMILAR})


@dataclass(frozen=True, slots=True)
class Existing:
    """A participant of the meeting as an import compares it: `aliases` are (source, code), `desk_notes` their texts.

    `seat` is the financed seat that they hold, empty if they hold none.
    """

    id: str
    person: Person
    aliases: tuple[tuple[str, str], ...] = ()
    desk_notes: tuple[str, ...] = ()
    seat: str = ""


class KnownPeople:
    """The participants of the meeting and the rows that were read so far, found by name, by e-mail and by code.

    Rows are kept under `row:13`, which no participant is called.
    """

    def __init__(self, existing: Sequence[Existing]) -> None:
        self.by_id = {known.id: known for known in existing}
        self._by_name: dict[tuple[str, str], str] = {}
        self._by_email: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._by_code: dict[tuple[str, str], str] = {}
        self._emails: set[str] = set()
        self._by_delegation: dict[str, _People] = {}
        self._by_full_name: dict[str, str] = {}
        # Whoever is expected comes first: a replaced participant is met only if nobody else has the name.
        for known in sorted(existing, key=lambda known: known.person.status not in EXPECTED):
            self._add(known.id, known.person, known.aliases)

    def remember(self, key: str, person: Person, aliases: Sequence[tuple[str, str]]) -> None:
        """Remember what a row says of somebody, so that a later row for the same person is noticed."""
        self._add(key, person, aliases)

    def named(self, person: Person) -> str | None:
        """Return who has this name in this delegation."""
        return self._by_name.get((_compact(person), person.delegation))

    def same(self, person: Person, aliases: Sequence[tuple[str, str]]) -> str | None:
        """Return who this is: by name and delegation, else by e-mail and family name, else by the code of a ticket.

        An e-mail alone says nothing: missions share theirs, and so do couples, who share the family name too. So the
        given names must begin alike.
        """
        found = self.named(person)
        if found is None and person.email and person.family_name:
            initial = fold(person.given_name)[:1]
            sharing = self._by_email.get(_email_and_family(person), ())
            found = next((key for key, theirs in sharing if theirs == initial), None)
        if found is None:
            found = next((self._by_code[alias] for alias in aliases if alias in self._by_code), None)
        return found

    def owner(self, alias: tuple[str, str]) -> str | None:
        """Return who holds a code already."""
        return self._by_code.get(alias)

    def like(self, person: Person) -> str | None:
        """Return who may be the same person: swapped names, one typo, a surname more; or the same name elsewhere."""
        here = self._by_delegation.get(person.delegation)
        found = here.like(person) if here else None
        return found or self._by_full_name.get(_compact(person))

    def shares_email(self, person: Person) -> bool:
        """Return whether somebody else has this e-mail already."""
        return bool(person.email) and person.email.casefold() in self._emails

    def let_go(self) -> None:
        """Forget everybody, when the last row was compared."""
        for people in self._by_delegation.values():
            people.let_go()
        for held in (self.by_id, self._by_name, self._by_email, self._by_code, self._by_full_name, self._emails):
            let_go(held)

    def _add(self, key: str, person: Person, aliases: Sequence[tuple[str, str]]) -> None:
        full_name = _compact(person)
        self._by_name.setdefault((full_name, person.delegation), key)
        self._by_full_name.setdefault(full_name, key)
        self._by_delegation.setdefault(person.delegation, _People()).add(key, person)
        if person.email:
            self._emails.add(person.email.casefold())
            if person.family_name:
                sharing = self._by_email.setdefault(_email_and_family(person), [])
                sharing.append((key, fold(person.given_name)[:1]))
        for alias in aliases:
            self._by_code.setdefault(alias, key)


class _People:
    """The people of one delegation; their names are made ready when somebody is first compared with them.

    An index for each delegation, because ten thousand people have so many words in common that one for all is slow.
    """

    def __init__(self) -> None:
        self._index = NameIndex()
        self._waiting: list[tuple[str, Person]] = []

    def add(self, key: str, person: Person) -> None:
        self._waiting.append((key, person))

    def like(self, person: Person) -> str | None:
        for key, waiting in self._waiting:
            self._index.add(key, waiting.given_name, waiting.family_name, "")
        self._waiting.clear()
        matches = self._index.like(person.given_name, person.family_name, "")
        return next((match.person for match in matches if match.likeness in _LIKE), None)

    def let_go(self) -> None:
        self._index.let_go()


def _compact(person: Person) -> str:
    return fold(f"{person.given_name} {person.family_name}").replace(" ", "")


def _email_and_family(person: Person) -> tuple[str, str]:
    return person.email.casefold(), fold(person.family_name)
