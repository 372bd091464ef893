"""Keeps the text under discussion beside the notes up to date, and quotes it into the entry."""

from PySide6.QtCore import QObject

from cmc_desk.desk.document_view import discussed
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable
from cmc_desk.ui.context import Context
from cmc_desk.ui.summaries.composer import Composer
from cmc_desk.ui.summaries.discussed_part import DiscussedPart

TABLES = frozenset({"draft_version", "provision_text", "proposal", "proposal_party", "draft", "*"})


class Discussing(QObject):
    """`be_about` says what is discussed; what the draft says of it is shown, and completed by Tab."""

    def __init__(self, context: Context, part: DiscussedPart, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._part = part
        self._composer = composer
        self._about = ("", "")
        part.quoted.connect(self.quote)

    def be_about(self, document: str, provision: str) -> None:
        """Show a provision of a document; none if there is no such."""
        self._about = (document, provision)
        found = None
        if document and provision:
            try:
                found = self._context.desk.read_promptly(discussed, draft=document, number=provision)
            except Refusal:
                found = None
            except Unavailable:
                # What was read before is as good as can be had.
                return
        self._part.show_discussed(found)
        words = found.text if found is not None else ""
        self._composer.set_provision(document if provision else "", provision, words)

    def changed(self, tables: frozenset[str]) -> None:
        """Learn that tables have changed."""
        if tables & TABLES:
            self.be_about(*self._about)

    def quote(self) -> None:
        """Put the text into the entry, in quotation marks."""
        found = self._part.discussed
        if found is None:
            self._context.say("amber", _("Nothing quoted: "), _("name the provision first, with Alt+P."))
            return
        self._composer.quote(found.text, *self._about)
