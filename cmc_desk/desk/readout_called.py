"""What everybody is called: as a summary names delegations, and as the guard finds them and people in a text."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.articles import articles
from cmc_desk.desk.meeting import as_delegation
from cmc_desk.rules.delegations import spoken_name, without_article
from cmc_desk.rules.meeting import DelegationKind
from cmc_desk.rules.name_guard import Named, NameKind
from cmc_desk.rules.recommendation_tables import Addressee
from cmc_desk.rules.recommendation_words import LANGUAGES, addressee_of_a_delegation
from cmc_desk.rules.speaker_words import Called
from cmc_desk.rules.spoken_names import by_itself, in_sentence

_NAMED_IN_FULL = (DelegationKind.STATE, DelegationKind.TERRITORY, DelegationKind.OBSERVER_STATE)
_ORGANISATIONS = (DelegationKind.UN, DelegationKind.OTHER)


def called(session: Session, language: str) -> dict[str, Called]:
    """Return by code what delegations are called within a sentence of a language, and under which names they may stand in a text of any."""
    found: dict[str, Called] = {}
    for row in session.scalars(select(schema.Delegation)):
        one = as_delegation(row, language)
        names = (one.name, one.short_name, *one.names, *one.aliases)
        forms = (form for name in names for form in (spoken_name(name), without_article(name)))
        # States are named in full, and an organisation as everybody calls it.
        spoken = one.name if row.kind in _NAMED_IN_FULL else one.short_name
        found[row.id] = Called(
            in_sentence(spoken, language, articles()), tuple(dict.fromkeys(forms)), by_itself(spoken)
        )
    return found


def named(session: Session) -> tuple[Named, ...]:
    """Return everybody whom the guard looks for: the delegations in all languages, and the participants."""
    delegations = [
        Named(
            NameKind.DELEGATION,
            row.id,
            tuple(dict.fromkeys((*row.names.values(), *row.short_names.values(), *row.aliases))),
            common=row.kind is DelegationKind.SECRETARIAT,
        )
        for row in session.scalars(select(schema.Delegation))
    ]
    person = schema.Participant
    people = session.execute(select(person.id, person.given_name, person.family_name, person.delegation))
    return (
        *delegations,
        *(
            Named(NameKind.PERSON, key, given=given, family=family, delegation=code)
            for key, given, family, code in people
        ),
    )


def addressees(session: Session) -> dict[str, Addressee]:
    """Return by code the delegations as somebody to whom a recommendation goes."""
    found = {}
    for row in session.scalars(select(schema.Delegation)):
        spoken = {one: in_sentence(as_delegation(row, one).name, one, articles()) for one in LANGUAGES}
        found[row.id] = addressee_of_a_delegation(spoken)
    return found


def organisations(session: Session) -> frozenset[str]:
    """Return the codes of the organisations among the delegations: what they do may stand in a text that names no State."""
    row = schema.Delegation
    return frozenset(session.scalars(select(row.id).where(row.kind.in_(_ORGANISATIONS))))
