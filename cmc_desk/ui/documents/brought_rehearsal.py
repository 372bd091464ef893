"""What comes back to the Documents page, brought for pictures of it: a text, tracked changes, a matrix of comments, a plan of action."""

import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cmc_desk.rules.document_kinds import DocumentKind
from cmc_desk.rules.drafts import DraftText
from cmc_desk.ui.documents.page import DocumentsPage

_KEY = Qt.Key
_CONTROL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_PASTED = (
    "REGIONAL PRINCIPLES\n\nRecalling the meeting of June 2019,\n\n1. Participating States will develop procedures.\n\n"
    "2. They shall meet:\n(a) once a year;\n(b) when asked.\n"
)
_SPACE = "http://schemas.openxmlformats.org"
_TYPES = (
    f'<Types xmlns="{_SPACE}/package/2006/content-types"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_AUTHORS = ("Maria Example", "Haiti")

Press = Callable[..., None]


def brought_states(page: DocumentsPage, press: Press, settle: Callable[[], None]) -> Iterator[str]:
    """Bring the page from one state to the next, and say what each picture is called."""
    page.left.list.setFocus(Qt.FocusReason.OtherFocusReason)
    QApplication.clipboard().clear()
    press(_KEY.Key_V, _CONTROL | _SHIFT)
    view = page.acts.document.bringing
    if view is None:
        return
    yield "documents-paste"
    view.paste(_PASTED)
    settle()
    yield "documents-bring"
    press(_KEY.Key_Escape)
    text = page.about.text if page.about is not None else None
    if text is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        yield from _files(page, press, settle, text, Path(folder))


def _files(
    page: DocumentsPage, press: Press, settle: Callable[[], None], text: DraftText, folder: Path
) -> Iterator[str]:
    # One after the other: the last one opens another document.
    files: tuple[tuple[str, Callable[[], Path | None]], ...] = (
        ("tracked", lambda: _tracked(text, folder / "amendments.docx")),
        ("matrix-back", lambda: _matrix(text, folder / "comments.csv")),
        ("plan-back", lambda: _plan(page, folder / "plan.csv")),
    )
    for name, written in files:
        path = written()
        press(_KEY.Key_V, _CONTROL | _SHIFT)
        view = page.acts.document.bringing
        if view is None or path is None:
            continue
        view.open_file(path)
        settle()
        yield f"documents-{name}"
        if name == "plan-back":
            press(_KEY.Key_2, _ALT)
            yield "documents-plan-as-proposals"
        press(_KEY.Key_Escape)


def _tracked(text: DraftText, path: Path) -> Path:
    """Write a Word file in which two hands changed a text: one that is called like a delegation, and one that is not."""
    words = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    some = [one for one in text.provisions if one.label and len(one.text) > 60][:6]
    lines = []
    for place, one in enumerate(some):
        author = _AUTHORS[place % 2]
        change = f'<w:ins w:id="{place}" w:author="{author}" w:date="2019-11-22T10:15:00Z">{_run(" where they so wish")}</w:ins>'
        lines.append(f"<w:p>{_run(f'{one.label}. {one.text[:-1]}')}{change}{_run(one.text[-1:])}</w:p>")
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("word/document.xml", f"<w:document {words}><w:body>{''.join(lines)}</w:body></w:document>")
    return path


def _run(words: str) -> str:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
    return f'<w:r><w:t xml:space="preserve">{escaped}</w:t></w:r>'


def _matrix(text: DraftText, path: Path) -> Path:
    """Write a matrix with new comments, and one row that cannot be."""
    some = [one for one in text.provisions if one.label][:3]
    rows = [f'"{one.path or one.label}",Haiti,"{_half(one.text)}","Shorter."' for one in some]
    wrong = '"1",Narnia,"Nothing.","Who is that?"'
    document = text.short_title
    lines = ["Document,Para,Country,Proposed rewording,Explanation", *(f'"{document}",{row}' for row in (*rows, wrong))]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def _plan(page: DocumentsPage, path: Path) -> Path | None:
    """Write a plan with another lead, and a new activity; None if the meeting has no plan of action."""
    for title in page.shown.titles:
        page.open_document(title.key)
        text = page.about.text if page.about is not None else None
        if text is not None and text.kind is DocumentKind.PLAN and text.version is not None:
            rows = [one for one in text.provisions if one.level == 3 and one.label][:2]  # activities
            lines = [f'"{one.label}","{_quoted(one.text)}",Haiti' for one in rows]
            path.write_text("\n".join(("Code,Activity,Lead", *lines, "9.9,States meet.,IOM")), encoding="utf-8")
            return path
    return None


def _half(text: str) -> str:
    words = text.split()
    return _quoted(" ".join(words[: len(words) // 2 + 1]))


def _quoted(words: str) -> str:
    return " ".join(words.split()).replace('"', '""')
