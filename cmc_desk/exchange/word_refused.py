"""The sentences with which a text file of somebody else is refused: what is wrong with it, and what to do."""

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal


def no_word_file() -> Refusal:
    """Say that it only calls itself a Word file."""
    return Refusal(
        _("This is not a Word file, whatever its name says. Open it, save it as .docx, and choose that file.")
    )


def old_word() -> Refusal:
    """Say that it is of the old format."""
    return Refusal(_("This is an old Word file (.doc). Open it, save it as .docx, and choose that file."))


def pdf() -> Refusal:
    """Say that it is a PDF."""
    return Refusal(_("This is a PDF, in which paragraphs are lost. Ask for the Word file (.docx), or paste the text."))


def open_document() -> Refusal:
    """Say that it is of another program."""
    return Refusal(_("This is an OpenDocument text (.odt). Open it, save it as .docx, and choose that file."))


def rich_text() -> Refusal:
    """Say that it is of the old format for exchange."""
    return Refusal(_("This is a rich text file (.rtf). Open it, save it as .docx, and choose that file."))


def strict() -> Refusal:
    """Say that it is of the form of .docx that hardly any program writes."""
    return Refusal(_("This file was saved as “Strict Open XML”. Save it as an ordinary Word document (.docx)."))


def damaged() -> Refusal:
    """Say that the file is not whole."""
    return Refusal(_("This Word file is damaged or incomplete. Ask for it again, or copy it once more."))


def with_password() -> Refusal:
    """Say that it is encrypted."""
    return Refusal(_("This Word file is protected with a password. Open it, save it without one, and choose it again."))


def macros() -> Refusal:
    """Say that there is a program in it."""
    return Refusal(_("This Word file contains macros, and nothing of it was opened. Save it as .docx without macros."))


def entities() -> Refusal:
    """Say that its text could grow without end, or fetch other files."""
    return Refusal(
        _("This Word file declares entities, as Word never does, and nothing of it was opened. Ask who made it.")
    )


def too_large() -> Refusal:
    """Say that more is in it than a text."""
    return Refusal(
        _(
            "This Word file is far larger inside than any draft. Copy the text alone into a new file, and save it as .docx."
        )
    )


def too_many(count: int, most: int) -> Refusal:
    """Say that it has more paragraphs than a draft."""
    return Refusal(
        _("This Word file has {count} paragraphs, and a draft at most {most}. Take out what is not the draft.").format(
            count=f"{count:,}", most=f"{most:,}"
        )
    )


def nested_table(number: int) -> Refusal:
    """Say in which table there is another."""
    return Refusal(
        _(
            "Table {number} has another table in one of its cells. Take that one out of the cell, and choose the file again."
        ).format(number=number)
    )


def empty() -> Refusal:
    """Say that there is nothing to read."""
    return Refusal(_("There is no text in this Word file."))
