"""A scan approves and saves nothing where sentences are written in a form, whatever it says; a person's Enter does."""

from PySide6.QtCore import Qt

from cmc_desk.rules.note_kinds import Decided
from cmc_desk.ui.summaries.page_parts import APPROVAL, RECOMMENDATIONS
from tests.ui.summaries.burst import Burst, bursting
from tests.ui.summaries.reader import ENTER, Reader, recommend
from tests.ui.summaries.stand import CTRL


def amend(burst: Burst) -> str:
    """Open the first recommendation to be amended, with the cursor at its end; return what stands there."""
    reader = burst.rapporteur
    assert isinstance(reader, Reader)
    recommend(reader)
    reader.open(APPROVAL)
    reader.press(Qt.Key.Key_M)
    burst.rest()
    reader.press(Qt.Key.Key_End, CTRL)
    return reader.approval.amending.editors["en"].text()


def test_a_foreign_badge_of_letters_approves_nothing_and_stands_in_no_sentence(reader: Reader) -> None:
    with bursting(reader) as burst:
        before = amend(burst)
        said = len(reader.said)
        for gap_ms in (2, 20):
            burst.send("MADOXAMD", gap_ms=gap_ms)
            burst.rest()
        panel = reader.approval.amending
        assert panel.editors["en"].text() == before
        assert panel.isVisible()
        assert reader.recommendations()[0].decided is Decided.PENDING
        assert len(reader.said) == said + 2
        # Halfway through a sentence, too.
        burst.send(" at once", gap_ms=80, end=None)
        burst.rest()
        burst.send("MADOXAMD")
        burst.rest()
        assert panel.editors["en"].text() == f"{before} at once"
        burst.now[0] += 200
        reader.press(ENTER)
        assert reader.recommendations()[0].decided is Decided.AMENDED


def test_several_words_at_the_pace_of_a_scanner_stand_in_the_sentence_and_their_enter_approves_nothing(
    reader: Reader,
) -> None:
    with bursting(reader) as burst:
        before = amend(burst)
        editor = reader.approval.amending.editors["en"]
        burst.send(" Maria Example")
        # A line feed after it, and the next line of the same text.
        burst.now[0] += 2
        reader.press(ENTER)
        burst.send(" and again")
        burst.rest()
        assert editor.text() == f"{before} Maria Example and again"
        page = " as the delegation recalled in its own words" * 8
        burst.send(page)
        burst.rest()
        assert editor.text() == f"{before} Maria Example and again{page}"
        assert reader.recommendations()[0].decided is Decided.PENDING
        burst.send(" said the chair", gap_ms=20)
        burst.rest()
        assert dict(reader.recommendations()[0].amended)["en"].endswith(" said the chair")


def test_a_foreign_badge_saves_no_recommendation(reader: Reader) -> None:
    recommend(reader)
    reader.open(RECOMMENDATIONS)
    known = len(reader.recommendations())
    texts = reader.writer.form.fields.texts["en"]
    with bursting(reader) as burst:
        texts.setFocus()
        burst.send("MADOXAMD")
        burst.rest()
        assert texts.text() == ""
        assert len(reader.recommendations()) == known
