"""A foreign badge of letters only, held before any form of the drafts, adopts nothing, decides nothing and makes nothing."""

from collections.abc import Callable

import pytest

from cmc_desk.ui.documents.acts import Acts
from tests.ui.documents.stand import Drafter
from tests.ui.scans.foreign import holds_nothing

FORMS: dict[str, Callable[[Acts], object]] = {
    "adopt": lambda acts: acts.document.adopt(),
    "circulate": lambda acts: acts.document.circulate(),
    "next version": lambda acts: acts.document.next_version(),
    "new document": lambda acts: acts.document.found(),
    "title": lambda acts: acts.document.edit_facts(),
    "on the whole": lambda acts: acts.document.general(),
    "text": lambda acts: acts.paragraph.edit_text(),
    "new text": lambda acts: acts.paragraph.add_text(),
    "new proposal": lambda acts: acts.new(),
    "proposal": lambda acts: acts.edit(),
    "response": lambda acts: acts.respond(),
    "as modified": lambda acts: acts.modify(),
    "merge": lambda acts: acts.merge(),
}


@pytest.mark.parametrize("name", FORMS)
def test_it_records_nothing(drafter: Drafter, name: str) -> None:
    for words in ("They meet in the spring.", "They meet in the autumn."):
        drafter.propose("2", words)
    drafter.open("2")
    FORMS[name](drafter.page.acts)
    form = drafter.form
    assert holds_nothing(drafter.window.context, form)
    assert drafter.page.side.form is form
