"""The text modules of the meeting: those that the program brings, with the meeting's own before them."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from cmc_desk.db import schema
from cmc_desk.desk.command import Tx, command
from cmc_desk.exchange.snippet_file import shipped_snippets
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.snippets import Snippet, checked_snippet, overlaid


def snippets(session: Session, *, language: str) -> tuple[Snippet, ...]:
    """Return the snippets of a language by their triggers."""
    return overlaid(_shipped(language), own_snippets(session, language=language))


def own_snippets(session: Session, *, language: str) -> tuple[Snippet, ...]:
    """Return what this meeting has made its own of a language; one with an empty text takes one of the program away."""
    rows = session.scalars(select(schema.Snippet).where(schema.Snippet.language == language))
    return tuple(Snippet(row.language, row.trigger, row.text) for row in rows)


@command("notes.put_snippet")
def put_snippet(tx: Tx, *, language: str, trigger: str, text: str) -> Snippet:
    """Write a snippet of the meeting's own, or change one; raises Refusal that names what is wrong with it."""
    wanted = checked_snippet(language, trigger, text)
    _write(tx, wanted)
    return wanted


@command("notes.remove_snippet")
def remove_snippet(tx: Tx, *, language: str, trigger: str) -> None:
    """Remove a snippet, be it the meeting's own or one that the program brings; raises Refusal if there is none."""
    shipped = _named(_shipped(language), trigger)
    row = _row(tx.session, language, trigger)
    if (row is None and shipped is None) or (row is not None and not row.text):
        raise Refusal(_("There is no snippet “{trigger}”.").format(trigger=trigger), field="trigger")
    if shipped is not None:
        _write(tx, Snippet(language, shipped.trigger, ""))
    elif row is not None:
        tx.session.delete(row)


@command("notes.reset_snippet")
def reset_snippet(tx: Tx, *, language: str, trigger: str) -> Snippet:
    """Let a snippet be again what the program brings; raises Refusal if it brings none, or if it is that already."""
    shipped = _named(_shipped(language), trigger)
    row = _row(tx.session, language, trigger)
    if shipped is None or row is None:
        raise Refusal(
            _("There is nothing to go back to: it is as the program brings it, or your own."), field="trigger"
        )
    tx.session.delete(row)
    return shipped


@command("notes.import_snippets")
def import_snippets(tx: Tx, *, snippets: tuple[Snippet, ...], source: str = "") -> int:
    """Take over the snippets of a table, over those of the same trigger, and return how many are new or say something else now.

    `source` is the name of the table, for the journal. Raises Refusal if one of them makes no sense; then none is taken.
    """
    del source
    wanted = [checked_snippet(one.language, one.trigger, one.text) for one in snippets]
    return sum(_write(tx, one) for one in wanted)


def _write(tx: Tx, wanted: Snippet) -> bool:
    row = _row(tx.session, wanted.language, wanted.trigger)
    shipped = _named(_shipped(wanted.language), wanted.trigger)
    if row is None and shipped is not None and shipped.text == wanted.text:
        return False
    if row is None:
        row = schema.Snippet(id=tx.new_id(), language=wanted.language, trigger=wanted.trigger, text=wanted.text)
        tx.session.add(row)
        tx.session.flush()
        return True
    changed = row.text != wanted.text
    row.trigger, row.text = wanted.trigger, wanted.text
    return changed


def _row(session: Session, language: str, trigger: str) -> schema.Snippet | None:
    rows = session.scalars(select(schema.Snippet).where(schema.Snippet.language == language))
    return next((row for row in rows if row.trigger.casefold() == trigger.casefold()), None)


def _shipped(language: str) -> Sequence[Snippet]:
    return [one for one in shipped_snippets() if one.language == language]


def _named(found: Sequence[Snippet], trigger: str) -> Snippet | None:
    return next((one for one in found if one.trigger.casefold() == trigger.casefold()), None)
