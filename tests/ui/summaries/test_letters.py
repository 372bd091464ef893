"""Every letter that was typed is there after saving, after opening again, and in whatever the notes are exported as."""

import io
import json
import re
from gettext import NullTranslations
from pathlib import Path

import docx
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from cmc_desk.desk.desk import Desk
from cmc_desk.desk.note_files import export_notes
from cmc_desk.desk.note_list import notes_of
from cmc_desk.desk.notes import restore_revision
from cmc_desk.desk.summary_papers import gather_summary
from cmc_desk.reports import summary
from cmc_desk.rules.key_script import strokes
from cmc_desk.rules.papers import Ask, Format, Imprint
from cmc_desk.ui.summaries.replaying import PACE, replay
from tests.meetings import MORNING, PEOPLE, local, open_desk, reopened
from tests.ui.summaries.stand import ANA

ITEM = "discussion"
HARD = (
    "« Oui »\u00a0: n°\u202f3, 10\u00a0000",
    "[shall] [should] be [[agreed]] (ad referendum) *strong* _not_",
    "Curaçao, São Tomé, Łódź, niño, Ílhavo, e\u0301 decomposed",
    "العربية: المادة ٤ «متفق عليها» and on",
    "agreed 🙂 by 🇯🇲 and 👩🏽‍⚖️",
    "one\u2028two",
    "a\u200fb\u200ec \u2067rtl\u2069",
    "“quoted” ‘so’ – — … × ½ €",
)


def typed(folder: Path, begin: str, more: str) -> Desk:
    """Type every hard text as an entry, and once more as a draft; return the meeting as the next start opens it."""
    desk = open_desk(folder, people=PEOPLE, now=local(1, 10, 15))
    desk.author = ANA
    lines = [
        {"type": begin + text + more.format(text)} if text else {"key": "Return"} for one in HARD for text in (one, "")
    ]
    script = [json.dumps(line) for line in (*lines, {"type": " ".join(HARD)})]
    assert replay(desk, strokes(script), lambda _fact: None, item=ITEM, pace=PACE, at_once=True)
    return reopened(desk)


def test_what_was_typed_is_what_is_opened_again_and_exported(qtbot: QtBot, tmp_path: Path) -> None:
    desk = typed(tmp_path, "", "\n- {}")
    wanted = [*(f"{text}\n- {text}" for text in HARD), " ".join(HARD)]
    found = desk.read(notes_of, item=ITEM)
    assert [one.written.text for one in found] == wanted
    facts = json.loads(export_notes(desk, tmp_path / "notes.json").read_text(encoding="utf-8"))
    assert [one["written"]["text"] for one in facts["entries"]] == wanted
    plain = export_notes(desk, tmp_path / "notes.txt").read_bytes().decode("utf-8")
    # What is restored from a revision is the same once more.
    for one, text in zip(found[:-1], HARD, strict=True):
        assert f"{text}\n" in plain
        desk.do(restore_revision, entry=one.key, number=one.revision)
    assert [one.written.text for one in desk.read(notes_of, item=ITEM)] == wanted
    desk.close()


def test_a_summary_says_it_in_word_and_in_plain_text(qtbot: QtBot, tmp_path: Path) -> None:
    desk = typed(tmp_path, "d: ", "")
    content = desk.read(gather_summary, Ask(session=ITEM))
    imprint = Imprint("Sample Consultations", "", "Jamaica", "Kingston", MORNING, "Test")
    papers = {form: summary.render(content, form, NullTranslations(), imprint) for form in _FORMS}
    word = "\n".join(one.text for one in docx.Document(io.BytesIO(papers[Format.DOCX])).paragraphs)
    plain = re.sub("[ \n]+", " ", papers[Format.TXT].decode("utf-8"))
    for piece in (piece for text in HARD for piece in _pieces(text)):
        assert piece in word
        assert piece in plain
    assert PdfReader(io.BytesIO(papers[Format.PDF])).pages
    desk.close()


_FORMS = (Format.DOCX, Format.TXT, Format.PDF)


def _pieces(text: str) -> list[str]:
    """Return the words of a text without their marks of emphasis, which papers show otherwise; lines may break between them."""
    return [word.strip("*_") for word in re.split("[ \u2028]", text)]
