"""A draft document in a file in TOML: title, kind and provisions as a person can write them, and written as it can be read again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cmc_desk.exchange.toml_file import Kind, read_toml
from cmc_desk.exchange.toml_table import Table
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.resource import resource
from cmc_desk.rules.document_kinds import DocumentKind, PlanField, ProvisionKind, ProvisionStatus
from cmc_desk.rules.drafts import DraftText, Provision, ReadProvision
from cmc_desk.rules.recommendation_words import LANGUAGES
from cmc_desk.rules.refusal import Refusal

SHIPPED = ("principles", "modalities", "plan-of-action")
# A treaty has a few hundred; whoever reads a file with more than these has the wrong file.
MOST_PROVISIONS = 5_000
_DEEPEST = 9
_LONGEST_LABEL = 40
# No key begins with it.
_NO_KEY = "-"
_KIND = Kind(
    folder=N_("“{file}” is a folder. Choose a file with a draft."),
    no_text=N_("“{file}” is not a draft in TOML, which is a text that ends in .toml."),
    too_deep=N_("“{file}” is no draft: its brackets are nested too deep."),
)
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A draft as a file tells it; `key` is empty where the file names none."""

    key: str
    title: str
    short_title: str
    kind: DocumentKind
    symbol: str
    language: str
    label: str
    provisions: tuple[ReadProvision, ...]


def read_draft_toml(path: Path) -> DraftFile:
    """Return the draft in a file in TOML.

    Raises Refusal if anything in it is wrong, which is told with line and key; Unavailable if it cannot be read now.
    """
    return read_toml(path, _KIND, _draft)


def shipped_draft(key: str) -> DraftFile:
    """Return one of the drafts that come with the program."""
    return read_draft_toml(resource("documents", f"{key}.toml"))


def draft_toml(text: DraftText) -> str:
    """Return a draft as the text of a file that `read_draft_toml` reads; the provisions are known again by their keys.

    It is the text of the version: what was deleted stands there no more, and what was accepted since does not stand there yet.
    """
    head = {
        "key": text.key,
        "title": text.title,
        "short_title": text.short_title,
        "kind": text.kind.value,
        "symbol": text.symbol,
        "language": text.language,
        "label": text.version.label if text.version is not None else "",
    }
    lines = [
        "# " + _("A draft document of CMC Desk."),
        "# " + _("Without what was deleted, and without what was accepted since this version."),
        *(f"{name} = {_quoted(value)}" for name, value in head.items() if value),
    ]
    for one in (one for one in text.provisions if one.status is not ProvisionStatus.DELETED):
        lines += ["", "[[provisions]]", *_provision_lines(one)]
    return "\n".join(lines) + "\n"


def _draft(root: Table) -> DraftFile:
    if "proposals" in root.names():
        # It lies beside the drafts of the demo meeting.
        raise Refusal(_("This file has the proposals of the demo meeting, and no text of a draft."))
    made = DraftFile(
        key=root.key("key", default=_NO_KEY).removeprefix(_NO_KEY),
        title=root.text("title", needed=True),
        short_title=root.text("short_title"),
        kind=root.choice("kind", DocumentKind, default=DocumentKind.OTHER),
        symbol=root.text("symbol"),
        language=_language(root),
        label=root.text("label"),
        provisions=_provisions(root),
    )
    root.finish()
    return made


def _language(root: Table) -> str:
    found = root.text("language") or "en"
    root.check_known("language", found, LANGUAGES, _("“{value}” is none of the languages en, es, fr and nl"))
    return found


def _provisions(root: Table) -> tuple[ReadProvision, ...]:
    tables = root.tables("provisions", needed=True)
    if len(tables) > MOST_PROVISIONS:
        root.problem(
            "provisions",
            _("these are {number} provisions; a draft has at most {most}").format(
                number=len(tables), most=MOST_PROVISIONS
            ),
        )
        return ()
    found = tuple(map(_provision, tables))
    seen: set[str] = set()
    for table, one in zip(tables, found, strict=True):
        if one.replaces and one.replaces in seen:
            table.problem("id", _("this provision stands here twice"))
        seen.add(one.replaces)
    return found


def _provision(table: Table) -> ReadProvision:
    kind = table.choice("kind", ProvisionKind, default=ProvisionKind.PARAGRAPH)
    label, level = table.text("label"), table.number("level", default=1, least=1)
    if level > _DEEPEST:
        table.problem("level", _("{number} is deeper than {most}").format(number=level, most=_DEEPEST))
    if len(label) > _LONGEST_LABEL:
        table.problem("label", _("a number has at most {number} letters").format(number=_LONGEST_LABEL))
    cells = _cells(table, kind)
    # A row of a plan may have nothing but cells.
    text = table.paragraphs("text", needed=not cells)
    made = ReadProvision(kind, text, label, level, cells, replaces=table.text("id"))
    table.finish()
    return made


def _cells(table: Table, kind: ProvisionKind) -> tuple[tuple[str, str], ...]:
    inner = table.table("cells")
    found = {field.value: inner.paragraphs(field.value) for field in PlanField}
    inner.finish()
    told = tuple((name, words) for name, words in found.items() if words)
    if told and kind is not ProvisionKind.PLAN_ROW:
        table.problem("cells", _("only a plan row has cells"))
    return told


def _provision_lines(one: Provision) -> Iterator[str]:
    yield f"id = {_quoted(one.key)}"
    yield f"kind = {_quoted(one.kind.value)}"
    if one.label:
        yield f"label = {_quoted(one.label)}"
    if one.level != 1:
        yield f"level = {one.level}"
    if one.text:
        yield f"text = {_quoted(one.text)}"
    if one.cells:
        cells = ", ".join(f"{_quoted(name)} = {_quoted(words)}" for name, words in one.cells)
        yield f"cells = {{ {cells} }}"


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPED.get(sign) or _written(sign) for sign in text) + '"'


def _written(sign: str) -> str:
    # A break that cannot be seen is told by its number, and TOML takes no control as it is.
    return sign if sign.isprintable() else f"\\U{ord(sign):08x}"
