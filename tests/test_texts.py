"""Renewing the catalogues of translations."""

import gettext
from pathlib import Path

from tools import texts

SOURCE = """
_("Check in {name}")
N_("arrived")
pgettext("of a person", "left")
ngettext("{number} person", "{number} people", number)
gettext("Badge")
not_a_text("Nothing")
"""


def source(folder: Path, text: str = SOURCE) -> Path:
    package = folder / "package"
    package.mkdir(exist_ok=True)
    (package / "module.py").write_text(text, encoding="utf-8")
    return package


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def translate(locale: Path, *pairs: tuple[str, str]) -> None:
    """Write French translations, as a translator does."""
    catalogue = locale / "fr" / "LC_MESSAGES" / "cmc_desk.po"
    text = catalogue.read_text(encoding="utf-8")
    for original, translation in pairs:
        entry = f'msgid "{original}"\nmsgstr '
        assert text.count(entry + '""') == 1
        text = text.replace(entry + '""', f'{entry}"{translation}"')
    catalogue.write_text(text, encoding="utf-8")


def test_every_way_to_mark_a_text_is_found(tmp_path: Path) -> None:
    found = {(message.context, message.id) for message in texts.collect(source(tmp_path)) if message.id}
    assert found == {
        (None, "Check in {name}"),
        (None, "arrived"),
        ("of a person", "left"),
        (None, ("{number} person", "{number} people")),
        (None, "Badge"),
    }


def test_a_renewal_without_new_texts_changes_no_file(tmp_path: Path) -> None:
    locale = tmp_path / "locale"
    texts.renew(source(tmp_path), locale)
    first = contents(locale)
    assert len(first) == 1 + 2 * len(texts.LANGUAGES)
    # The same texts on other lines.
    texts.renew(source(tmp_path, "\n\n" + SOURCE), locale)
    assert contents(locale) == first


def test_a_translation_survives_a_renewal_and_is_compiled(tmp_path: Path) -> None:
    locale = tmp_path / "locale"
    texts.renew(source(tmp_path), locale)
    translate(locale, ("Badge", "Insigne"), ("left", "partie"))
    said = texts.renew(source(tmp_path, SOURCE + '_("New")\n'), locale)
    french = gettext.translation("cmc_desk", locale, languages=["fr"])
    assert french.gettext("Badge") == "Insigne"
    assert french.pgettext("of a person", "left") == "partie"
    assert french.gettext("New") == "New"
    assert "fr: 6 texts, 4 not translated" in said


def test_a_text_that_changed_a_little_gets_no_translation_of_another(tmp_path: Path) -> None:
    locale = tmp_path / "locale"
    texts.renew(source(tmp_path), locale)
    translate(locale, ("Badge", "Insigne"))
    texts.renew(source(tmp_path, SOURCE.replace("Badge", "Badges")), locale)
    french = gettext.translation("cmc_desk", locale, languages=["fr"])
    assert french.gettext("Badges") == "Badges"
    assert "Insigne" not in (locale / "fr" / "LC_MESSAGES" / "cmc_desk.po").read_text(encoding="utf-8")
