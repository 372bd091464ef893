"""What a row of the list and the meeting say of one person."""

from cmc_desk.rules.dry_run import PlannedRow, as_text
from cmc_desk.ui.context import Facts
from cmc_desk.ui.parts.said_rows import SaidRow, SaidRows
from cmc_desk.ui.registration.import_words import difference_words, target_title, value_words


class Differences(SaidRows):
    """The fields that differ, or all that the row says if it is compared with nobody."""

    def show_row(self, row: PlannedRow, facts: Facts) -> None:
        """Show what differs; if nothing does, what the row says."""
        said = [SaidRow(target_title(name), "", _value(row, name, facts)) for name in row.filled]
        said += [SaidRow(target_title(f"code_alias:{source}"), "", code) for source, code in row.aliases]
        if row.desk_note:
            said.append(SaidRow(target_title("desk_note"), "", row.desk_note))
        self.show_rows([SaidRow(*difference_words(one, facts), one.kept) for one in row.differs], said)


def _value(row: PlannedRow, name: str, facts: Facts) -> str:
    return value_words(name, as_text(getattr(row.person, name)), facts)
