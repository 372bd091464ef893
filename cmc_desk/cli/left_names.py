"""Names that are left in a paper: no command writes it unless it is told to despite them."""

from typing import Any

from cmc_desk.desk.paper_kinds import PaperKind
from cmc_desk.i18n import chosen_language, texts
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal


def refuse_names(kind: PaperKind, content: Any) -> None:
    """Raise Refusal if names are left in the content of a paper that may not stand there; it says in which points, and not whose."""
    caution = kind.caution(content, texts(chosen_language()))
    if caution:
        raise Refusal(
            _("{caution} Reword them, or write it all the same with --despite-names.").format(caution=caution),
            field="names",
        )
