"""The recommendations of the meeting: written, numbered, put in another order, and removed."""

from datetime import date

from sqlalchemy import func, select

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.desk.item_rows import the_item
from cmc_desk.desk.note_rows import the_entry
from cmc_desk.desk.recommendation_rows import proposed_sentences, recommendations, sentences, the_row, worded
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.rules.note_kinds import Decided
from cmc_desk.rules.recommendation_tables import ADDRESSEES, VERBS
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.rules.refusal import Refusal

__all__ = [
    "bring_back_recommendation",
    "proposed_sentences",
    "put_recommendation",
    "recommendations",
    "remove_recommendation",
    "renumber_recommendations",
    "sentences",
    "worded",
]
# A number is given to one at a time: those that are removed or being moved wait up here.
_ASIDE = 1_000_000
Texts = dict[str, str]


@command("recommendations.put")
def put_recommendation(
    tx: Tx,
    *,
    verb: str,
    addressee: str = "",
    objects: Texts | None = None,
    deadline: date | None = None,
    deadline_words: Texts | None = None,
    texts: Texts | None = None,
    item: str = "",
    entry: str = "",
    key: str = "",
) -> str:
    """Write a recommendation, or write it anew if `key` is given; a new one has the next number. Return its key.

    `addressee` is a key of `ADDRESSEES` or the code of a delegation. Texts are by language; what is in `texts` stands for the whole
    sentence. Raises Refusal with the field that is missing, or if it was decided already.
    """
    row = the_row(tx.session, key) if key else None
    if row is not None and row.decided is not Decided.PENDING:
        raise Refusal(_("This recommendation was decided already: reopen it before you change it."))
    about, whole = _by_language(objects, "objects"), _by_language(texts, "texts")
    if verb not in VERBS:
        raise Refusal(_("What does the meeting do? Choose a verb."), field="verb")
    if not about and not whole:
        raise Refusal(_("Type what is recommended."), field="objects")
    _check_addressee(tx, verb, addressee, needed=bool(about))
    if entry:
        item = item or the_entry(tx.session, entry).item
    if row is None:
        row = schema.Recommendation(
            id=tx.new_id(), number=_next_number(tx), decided=Decided.PENDING, amended={}, reason=""
        )
        tx.session.add(row)
    row.verb, row.addressee = verb, addressee
    row.objects, row.texts, row.deadline = about, whole, deadline
    row.deadline_words = _by_language(deadline_words, "deadline_words")
    row.item = the_item(tx.session, item).id if item else None
    row.entry = entry or None
    return row.id


@command("recommendations.renumber")
def renumber_recommendations(tx: Tx, *, order: tuple[str, ...]) -> tuple[str, ...]:
    """Number the recommendations anew in this order; return the order that they had.

    Raises Refusal if it is not all of them: somebody added or removed one meanwhile.
    """
    before = tuple(one.key for one in recommendations(tx.session))
    if sorted(before) != sorted(order):
        raise Refusal(_("Recommendations were added or removed meanwhile: look at the list again."), field="order")
    rows = [the_row(tx.session, key) for key in order]
    _number(tx, rows)
    tx.undo_with(renumber_recommendations, order=before)
    return before


@command("recommendations.remove")
def remove_recommendation(tx: Tx, *, recommendation: str) -> str:
    """Remove a recommendation; those after it move up by one. It can be brought back."""
    row = the_row(tx.session, recommendation)
    if row.decided is not Decided.PENDING:
        raise Refusal(_("This recommendation was decided already: reopen it before you remove it."))
    number = row.number
    row.deleted_at = tx.now
    row.number = _ASIDE + 1 + (tx.session.scalar(select(func.max(schema.Recommendation.number))) or 0) % _ASIDE
    tx.session.flush()
    _number(tx, _rows(tx))
    tx.undo_with(bring_back_recommendation, recommendation=row.id, number=number)
    return row.id


@command("recommendations.bring_back")
def bring_back_recommendation(tx: Tx, *, recommendation: str, number: int) -> str:
    """Bring a recommendation back that was removed, with the number that it had; those after it move down by one."""
    row = tx.session.get(schema.Recommendation, recommendation)
    if row is None or row.deleted_at is None:
        raise Refusal(_("This recommendation is in the list already."), field="recommendation")
    rows = _rows(tx)
    row.deleted_at = None
    rows.insert(min(number, len(rows) + 1) - 1, row)
    _number(tx, rows)
    tx.undo_with(remove_recommendation, recommendation=row.id)
    return row.id


def _rows(tx: Tx) -> list[schema.Recommendation]:
    row = schema.Recommendation
    return list(tx.session.scalars(select(row).where(row.deleted_at.is_(None)).order_by(row.number)))


def _number(tx: Tx, rows: list[schema.Recommendation]) -> None:
    """Number rows from 1 on, in two steps: no two ever have the same number."""
    highest = max(_ASIDE, tx.session.scalar(select(func.max(schema.Recommendation.number))) or 0)
    moved = [(number, row) for number, row in enumerate(rows, 1) if row.number != number]
    for number, row in moved:
        row.number = highest + number
    tx.session.flush()
    for number, row in moved:
        row.number = number
    tx.session.flush()


def _next_number(tx: Tx) -> int:
    row = schema.Recommendation
    return (tx.session.scalar(select(func.max(row.number)).where(row.deleted_at.is_(None))) or 0) + 1


def _by_language(texts: Texts | None, field: str) -> Texts:
    found = {language: clean(text) for language, text in (texts or {}).items()}
    if not set(found) <= set(LANGUAGES):
        raise Refusal(_("The languages are English, Spanish, French and Dutch."), field=field)
    return {language: found[language] for language in LANGUAGES if found.get(language)}


def _check_addressee(tx: Tx, verb: str, addressee: str, *, needed: bool) -> None:
    known = addressee in ADDRESSEES or tx.session.get(schema.Delegation, addressee) is not None
    if addressee and not known:
        raise Refusal(_("To whom? Choose somebody of the list."), field="addressee")
    if needed and not addressee and VERBS[verb].addressed and not VERBS[verb].alone:
        raise Refusal(_("To whom does this go? Choose somebody of the list."), field="addressee")
