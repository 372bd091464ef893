"""The empty list that delegations fill in: our own columns, choices to pick from, and a sheet that explains them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cmc_desk.exchange.own_sheet import TEXT_FORMAT, begin_sheet, finished, write_row
from cmc_desk.i18n import N_, texts
from cmc_desk.rules.people import FIELDS, Capacity, InstitutionKind

_ROWS = 500
_SALUTATIONS = {
    "en": ("Mr.", "Ms.", "Mrs.", "Mx.", "Dr.", "Prof.", "H.E. Mr.", "H.E. Ms.", "Hon."),
    "es": ("Sr.", "Sra.", "Dr.", "Dra.", "Prof.", "S.E. Sr.", "S.E. Sra."),
    "fr": ("M.", "Mme", "Dr", "Prof.", "S.E. M.", "S.E. Mme"),
    "nl": ("Dhr.", "Mevr.", "Dr.", "Prof.", "Drs.", "Mr."),
}
_LANGUAGES = ("English", "Español", "Français", "Nederlands")


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the template: the field, its width in characters, what to write, and whether other words are welcome."""

    field: str
    width: float
    what: str
    example: str = ""
    open_list: bool = False


_COLUMNS = (
    _Column("salutation", 12, N_("As it should stand before the name."), "Ms.", open_list=True),
    _Column("given_name", 22, N_("All given names, written as on the badge."), "Keisha"),
    _Column("family_name", 26, N_("All family names, with accents and small words: van der Muster."), "Example-Blake"),
    _Column("badge_name", 26, N_("Only if another name should stand on the badge."), "Kay Example"),
    _Column("functional_title", 34, N_("The post, in the language of your ministry."), "Technical Officer"),
    _Column("institution", 38, N_("Ministry, department or organisation."), "Ministry of Foreign Affairs"),
    _Column("institution_kind", 18, N_("Which of the two ministries that are invited, or another.")),
    _Column("delegation", 30, N_("The State, territory or organisation that the person represents."), open_list=True),
    _Column("capacity", 22, N_("Each delegation has one head.")),
    _Column("focal_point", 14, N_("Yes for the focal point of the process.")),
    _Column("language", 14, N_("The language for letters and badges."), "English", open_list=True),
    _Column("email", 30, N_("May be shared by several people, may be empty."), "keisha@example.org"),
    _Column("phone", 20, N_("With the country code."), "+1 868 555 0119"),
    _Column("dietary", 24, N_("What the kitchen must know. Seen by few.")),
    _Column("access_needs", 24, N_("What the venue must know. Seen by few.")),
    _Column("consent", 16, N_("Whether the name may stand in the printed list of participants.")),
)
COLUMNS: tuple[str, ...] = tuple(column.field for column in _COLUMNS)


def participants_template(*, delegations: Sequence[str], language: str) -> bytes:
    """Return an empty workbook for a list of participants, with headings and choices in `language` (ISO 639-1).

    `delegations` are the names to pick from, in that language. The import maps every column by itself.
    """
    _ = texts(language).gettext
    titles = {field.name: _(field.title) for field in FIELDS}
    workbook = Workbook()
    workbook.remove(workbook.active)
    sheet = begin_sheet(workbook, _("Participants"), [(titles[column.field], column.width) for column in _COLUMNS])
    sheet.row_dimensions[1].height = 30
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(_COLUMNS))}{_ROWS + 1}"
    for number in range(1, len(_COLUMNS) + 1):
        sheet.column_dimensions[get_column_letter(number)].number_format = TEXT_FORMAT
    _explain(workbook, titles, _)
    _offer(workbook, sheet, _choices(delegations, language, _), _)
    return finished(workbook, title=_("Participants"))


def _choices(delegations: Sequence[str], language: str, _: Callable[[str], str]) -> dict[str, tuple[str, ...]]:
    answers = (_("yes"), _("no"))
    return {
        "salutation": _SALUTATIONS.get(language, _SALUTATIONS["en"]),
        "institution_kind": _in_words(InstitutionKind, _),
        "delegation": tuple(delegations),
        "capacity": _in_words(Capacity, _),
        "focal_point": answers,
        "language": _LANGUAGES,
        "consent": answers,
    }


def _in_words(values: Iterable[StrEnum], _: Callable[[str], str]) -> tuple[str, ...]:
    return tuple(_(str(value)) for value in values)


def _explain(workbook: Workbook, titles: dict[str, str], _: Callable[[str], str]) -> None:
    sheet = begin_sheet(
        workbook, _("How to fill it in"), [(_("Heading"), 26), (_("What to write"), 70), (_("Example"), 34)]
    )
    for row, column in enumerate(_COLUMNS, 2):
        write_row(sheet, row, (titles[column.field], _(column.what), column.example))
    write_row(
        sheet,
        len(_COLUMNS) + 3,
        ("", _("One row for each person. Leave empty what is not known. Please keep the headings.")),
    )


def _offer(workbook: Workbook, sheet: Worksheet, choices: dict[str, tuple[str, ...]], _: Callable[[str], str]) -> None:
    """Write the choices on a hidden sheet and offer them in their columns."""
    lists = workbook.create_sheet(_("Lists")[:31])
    lists.sheet_state = "hidden"
    for number, (field, words) in enumerate(choices.items(), 1):
        for row, word in enumerate(words, 1):
            cell = lists.cell(row, number, word)
            cell.data_type = "s"
        if words:
            sheet.add_data_validation(_validation(lists.title, number, len(words), COLUMNS.index(field), _))


def _validation(sheet: str, number: int, count: int, place: int, _: Callable[[str], str]) -> DataValidation:
    letter, column = get_column_letter(number), _COLUMNS[place]
    validation = DataValidation(
        type="list",
        formula1=f"{quote_sheetname(sheet)}!${letter}$1:${letter}${count}",
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="warning" if column.open_list else "stop",
        errorTitle=_("Not in the list"),
        error=_("Please pick one of the words in the list."),
        showInputMessage=True,
        prompt=_(column.what),
    )
    target = get_column_letter(place + 1)
    validation.add(f"{target}2:{target}{_ROWS + 1}")
    return validation
