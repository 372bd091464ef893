"""Letters of nomination on the command line: whom they name, when they came, and the file that is kept."""

from pathlib import Path

from cmc_desk.cli.told import Told
from cmc_desk.cli.travel_asked import TravelAsked
from cmc_desk.desk import nomination_letters
from cmc_desk.desk.letter_files import changed_words, save_letter_file
from cmc_desk.desk.meeting import meeting
from cmc_desk.desk.people import find_people
from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.travel_states import LetterKind

_KINDS = {"note-verbale": LetterKind.NOTE_VERBALE, "letter": LetterKind.LETTER, "e-mail": LetterKind.EMAIL}


def record_letter(asked: TravelAsked) -> Told:
    """Record a letter of a delegation that names participants; one of several words stands in quotation marks."""
    delegation, names = asked.delegation, asked.what[1:]
    if not names:
        raise Refusal(_("Whom does it name? Type the names after the delegation."), field="what")
    # A note verbale often comes before its people are registered: then it is kept as it names them.
    registered = bool(asked.desk.read(find_people, delegation=delegation, limit=1).hits)
    received = asked.received or asked.desk.read(meeting).local(asked.desk.clock.now()).date()
    key = asked.desk.do(
        nomination_letters.record_letter,
        delegation=delegation,
        kind=_KINDS[asked.kind],
        reference=asked.reference,
        dated=asked.dated or received,
        received=received,
        names=[asked.participant(name, delegation) for name in names] if registered else [],
        also_named="" if registered else ", ".join(names),
        file_name=asked.file.name if asked.file else "",
        file=_content(asked.file) if asked.file else b"",
    )
    words = ngettext("The letter names {number} official.", "The letter names {number} officials.", len(names))
    return Told(key, words.format(number=len(names)))


def letter_file(asked: TravelAsked) -> Told:
    """Write the file of the newest letter that names an official, of those with which one was kept."""
    holder = asked.official
    if asked.out is None:
        raise Refusal(_("Where to? Give --out with a file."), field="out")
    letters = asked.facts.letters.get(holder.seat.delegation, ())
    kept = [one for one in letters if one.digest and holder.participant in one.names]
    newest = max(kept, key=lambda one: one.received).key if kept else ""
    saved = save_letter_file(asked.desk, newest, asked.out)
    words = [str(saved.path), *([] if saved.whole else [changed_words()])]
    return Told({"file": str(saved.path), "whole": saved.whole}, "\n".join(words))


def _content(path: Path) -> bytes:
    """Return what is in a file; one that is far too large is not read at all."""
    if path.is_file() and path.stat().st_size > nomination_letters.LARGEST:
        raise Refusal(
            _("The file has more than {number} MB: scan it smaller.").format(
                number=nomination_letters.LARGEST // 1_000_000
            ),
            field="file",
        )
    return path.read_bytes()
