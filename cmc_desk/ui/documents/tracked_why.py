"""Why the changes of a file cannot become proposals, in a sentence."""

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal
from cmc_desk.ui.documents.about import About


def why_none(file: object, about: About, made: int) -> str:
    """Return why nothing can be proposed of a file of which so many proposals would come; empty if it can be."""
    # What reads Word files takes a moment to load.
    from cmc_desk.desk.draft_files import DraftFile, refuse_strange

    if not isinstance(file, DraftFile):
        return ""
    if about.text.version is not None and about.text.version.frozen:
        return _("The meeting adopted this text: it stays as it is. Reopen it first.")
    try:
        refuse_strange(file, about.text)
    except Refusal as refusal:
        return refusal.sentence
    return "" if made else _("Nothing comes of these changes that was not proposed already.")
