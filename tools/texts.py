"""Renew the catalogues of translations: collect the texts of the program, merge them, compile them.

python3 run.py texts
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = ("es", "fr", "nl")
DOMAIN = "cmc_desk"

# How the texts are marked in the source, and which argument is what: see `cmc_desk/i18n.py`.
_KEYWORDS = {"_": None, "gettext": None, "N_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
# A catalogue has to carry dates; a fixed one keeps a renewal without new texts from changing the file.
_DATE = datetime(2019, 12, 5, tzinfo=UTC)


def main() -> None:
    """Renew the catalogues of this checkout."""
    root = Path(__file__).resolve().parent.parent
    from cmc_desk.cli.help_texts import help_texts
    from cmc_desk.cli.verbs import verbs

    for line in renew(root / "cmc_desk", root / "resources" / "locale", more={"cmc_desk/cli": help_texts(verbs)}):
        print(line)


def renew(source: Path, locale: Path, *, more: Mapping[str, Iterable[str]] | None = None) -> list[str]:
    """Bring the catalogues in `locale` up to the texts in `source`; return a line on each of them.

    `more` are texts that are not marked in the source, by where they stand. A text that changed loses its translation: guessing one
    by likeness would print wrong words.
    """
    template = collect(source)
    for where, unmarked in (more or {}).items():
        for text in filter(None, unmarked):
            template.add(text, locations=[(where, 0)])
    locale.mkdir(parents=True, exist_ok=True)
    (locale / f"{DOMAIN}.pot").write_bytes(_po(template))
    return [_renew_one(template, locale / language / "LC_MESSAGES" / DOMAIN, language) for language in LANGUAGES]


def collect(source: Path) -> Catalog:
    """Return every text in the modules under `source`, with the modules it stands in."""
    found = Catalog()
    for name, _line, text, comments, context in extract_from_dir(
        source,
        method_map=[("**.py", "python")],
        keywords=_KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    ):
        where = (source.name / Path(name)).as_posix()
        found.add(text, locations=[(where, 0)], auto_comments=comments, context=context)
    return found


def _renew_one(template: Catalog, path: Path, language: str) -> str:
    editable, compiled = path.with_suffix(".po"), path.with_suffix(".mo")
    if editable.exists():
        with editable.open("rb") as file:
            catalog = read_po(file, locale=language)
        catalog.update(template, no_fuzzy_matching=True)
    else:
        catalog = Catalog(locale=language)
        catalog.update(template)
    editable.parent.mkdir(parents=True, exist_ok=True)
    editable.write_bytes(_po(catalog))
    with compiled.open("wb") as file:
        write_mo(file, catalog)
    missing = [message for message in catalog if message.id and not all(_forms(message.string))]
    return f"{language}: {len(catalog)} texts, {len(missing)} not translated"


def _forms(text: str | Sequence[str] | None) -> Sequence[str]:
    """Return the plural forms of a translation; most have one."""
    return (text or "",) if isinstance(text, str | None) else text


def _po(catalog: Catalog) -> bytes:
    """Return the catalogue as a file: by module, without line numbers, without texts that are gone."""
    catalog.project, catalog.version, catalog.fuzzy = "CMC Desk", "", False
    catalog.creation_date = catalog.revision_date = _DATE
    catalog.last_translator = catalog.language_team = catalog.msgid_bugs_address = ""
    catalog.header_comment = "# The texts of CMC Desk. Renewed by: python3 run.py texts"
    file = io.BytesIO()
    write_po(file, catalog, width=120, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    return file.getvalue()


if __name__ == "__main__":
    main()
