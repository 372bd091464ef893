"""Words that the spelling of this meeting knows beside its dictionaries and the names of people and delegations."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.folding import clean
from cmc_desk.rules.refusal import Refusal

LONGEST_TERM = 80


def note_terms(session: Session) -> tuple[str, ...]:
    """Return the words that were added, in alphabetical order."""
    return tuple(sorted(session.scalars(select(schema.NoteTerm.word)), key=lambda word: (word.casefold(), word)))


@command("notes.learn")
def learn_term(tx: Tx, *, word: str) -> str:
    """Let the spelling know a word as it is written; to know it already is no error.

    Raises Refusal if it is none, or too long.
    """
    text = clean(word)
    if not text or len(text) > LONGEST_TERM:
        raise Refusal(_("Type one word, of at most {number} letters.").format(number=LONGEST_TERM), field="word")
    if _row(tx, text) is None:
        tx.session.add(schema.NoteTerm(id=tx.new_id(), word=text))
    return text


@command("notes.forget")
def forget_term(tx: Tx, *, word: str) -> str:
    """Let the spelling mark a word again that somebody had added."""
    row = _row(tx, word)
    if row is None:
        raise Refusal(_("This word was not added, or is removed already."), field="word")
    tx.session.delete(row)
    return word


def _row(tx: Tx, word: str) -> schema.NoteTerm | None:
    return tx.session.scalars(select(schema.NoteTerm).where(schema.NoteTerm.word == word)).first()
