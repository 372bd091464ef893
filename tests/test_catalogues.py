"""The catalogues of translations: nothing of a paper is missing, nothing is out of date, no placeholder is lost."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from cmc_desk.cli.help_texts import help_texts
from cmc_desk.cli.verbs import verbs
from tools import texts

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
# Where the fixed words of papers stand.
PAPERS = ("cmc_desk/reports/", "cmc_desk/rules/", "cmc_desk/desk/paper", "cmc_desk/desk/badge")
PLACEHOLDER = re.compile(r"\{[a-z_0-9]*\}")


def catalogue(language: str) -> Catalog:
    with (LOCALE / language / "LC_MESSAGES" / f"{texts.DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=language)


def forms(text: object) -> tuple[str, ...]:
    return tuple(text) if isinstance(text, tuple | list) else (str(text or ""),)


def translated(message: Message) -> bool:
    return all(forms(message.string))


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_text_of_a_paper_is_translated(language: str) -> None:
    messages = [one for one in catalogue(language) if one.id]
    on_paper = [one for one in messages if any(place.startswith(PAPERS) for place, _line in one.locations)]
    assert len(on_paper) > 300
    assert [one.id for one in on_paper if not translated(one)] == []


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_translation_keeps_every_placeholder_and_the_spaces_at_its_ends(language: str) -> None:
    wrong = []
    for message in catalogue(language):
        if not message.id or not translated(message):
            continue
        singular, *rest = forms(message.id)
        for number, said in enumerate(forms(message.string)):
            source = singular if not rest or number == 0 else rest[0]
            kept = set(PLACEHOLDER.findall(said)) <= set(PLACEHOLDER.findall(source)) or bool(rest)
            # A singular may say its number in words; a plural may not.
            whole = set(PLACEHOLDER.findall(source)) <= set(PLACEHOLDER.findall(said)) or bool(rest)
            ends = source[:1].isspace() == said[:1].isspace() and source[-1:].isspace() == said[-1:].isspace()
            if not (kept and whole and ends):
                wrong.append((message.id, said))
    assert wrong == []


def test_the_catalogues_hold_the_texts_of_today() -> None:
    known = {(one.context, forms(one.id)) for one in catalogue("fr") if one.id}
    today = {(one.context, forms(one.id)) for one in texts.collect(ROOT / "cmc_desk") if one.id}
    today |= {(None, (text,)) for text in help_texts(verbs) if text}
    assert today - known == set(), "python3 run.py texts"
    assert known - today == set(), "python3 run.py texts"


def marked_in_source(file: Path) -> Iterator[tuple[str | None, str]]:
    """Yield every text that is marked in a module, by its context and its first form, wherever the mark stands."""
    for node in ast.walk(ast.parse(file.read_bytes())):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        said = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if name == "pgettext" and len(said) > 1:
            yield said[0], said[1]
        elif name in ("_", "N_", "gettext", "ngettext") and said and isinstance(node.args[0], ast.Constant):
            yield None, said[0]


def test_no_text_is_marked_where_the_collector_does_not_look_as_inside_an_f_string() -> None:
    collected = {(one.context, forms(one.id)[0]) for one in texts.collect(ROOT / "cmc_desk") if one.id}
    marked = {
        (file.relative_to(ROOT).as_posix(), *text)
        for file in (ROOT / "cmc_desk").rglob("*.py")
        for text in marked_in_source(file)
    }
    assert len(marked) > 5000
    assert [one for one in sorted(marked, key=str) if one[1:] not in collected] == []
