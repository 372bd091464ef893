"""Verbs of the desk: find, check in, the attendance workbook, the journal."""

from collections.abc import Mapping
from pathlib import Path

import click

from cmc_desk.cli.journal_words import journal_words
from cmc_desk.cli.opening import answer, author_options, file_argument, json_option, opened
from cmc_desk.cli.times import day_of, refuse_stray_day, time_of
from cmc_desk.desk import attendance as attendances
from cmc_desk.desk import opening, people
from cmc_desk.desk.journal_list import journal_lines
from cmc_desk.desk.meeting import Meeting, attendance_sessions, delegations, meeting
from cmc_desk.desk.words import act_word, word
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.people import EXPECTED, Sensitivity
from cmc_desk.rules.plain import to_plain
from cmc_desk.rules.refusal import Refusal


@click.command()
@file_argument
@click.argument("text", nargs=-1, required=True)
@json_option
@author_options
def find(
    file: Path, text: tuple[str, ...], as_json: bool, operator: str, station: str, passphrase_file: Path | None
) -> None:
    """Find people by any words, in any order, with or without accents."""
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        facts, (day, sessions) = desk.read(meeting), day_of(desk)
        found = desk.read(people.find_people, text=" ".join(text), day=sessions)
        codes = desk.read(people.codes_of, participants=[hit.id for hit in found.hits])
        names = {row.code: row.name for row in desk.read(delegations)}
    if as_json:
        answer([{**to_plain(hit), "code": codes[hit.id]} for hit in found.hits])
        return
    for hit in found.hits:
        parts = (hit.name, names[hit.delegation], word(hit.capacity), word(hit.status), _presence_words(hit, facts))
        click.echo(f"{codes[hit.id]}  {' · '.join(part for part in parts if part)}")
    number = f"{found.total}+" if found.more else found.total
    click.echo(_("{number} found; who is here is said of {day}.").format(number=number, day=day), err=True)


@click.command("check-in")
@file_argument
@click.argument("code")
@click.option(
    "--session",
    default=attendances.REGISTRATION,
    help="The key of a session, or “running”. [default: the registration of the day]",
)
@click.option("--at", help="The time of the check-in on the clocks of the meeting, such as “2019-12-05 08:52”.")
@json_option
@author_options
def check_in(
    file: Path,
    code: str,
    session: str,
    at: str | None,
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> int:
    """Check in the holder of the badge CODE; a second scan says when the first one was."""
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        when = time_of(desk, at) if at is not None else None
        refuse_stray_day(desk, when, session=session)
        told = desk.do(attendances.check_in, code=code, session=session, via="scan", at=when)
        facts = desk.read(meeting)
        titles = {one.key: one.title for one in desk.read(attendance_sessions)}
    if as_json:
        answer(told)
    elif told.first_at is not None:
        click.echo(_answer_words(told, facts))
    if told.beside and not as_json:
        click.echo(_beside_words(told, titles), err=True)
    if told.refused and not as_json:
        click.echo(f"{act_word(told.verdict)}: {told.sentence}", err=True)
    return 1 if told.refused else 0


@click.command()
@file_argument
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The workbook to write (.xlsx).")
@click.option("--csv", "as_csv", is_flag=True, help="Write each sheet as CSV beside it as well.")
@click.option(
    "--columns",
    type=click.Choice([level.value for level in Sensitivity]),
    default=Sensitivity.DESK.value,
    show_default=True,
    help="How sensitive the columns may be.",
)
@author_options
def attendance(
    file: Path,
    out: Path,
    as_csv: bool,
    columns: str,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> None:
    """Write the attendance workbook."""
    from cmc_desk.desk.papers import write_attendance

    if out.suffix.lower() != ".xlsx":
        raise Refusal(_("The workbook ends in .xlsx: write {name}.").format(name=out.with_suffix(".xlsx")))
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        for path in write_attendance(desk, out, limit=Sensitivity(columns), csv=as_csv):
            click.echo(path)


@click.command()
@file_argument
@click.option("--verify", is_flag=True, help="Recompute the chain and say whether it is whole.")
@json_option
@author_options
def journal(file: Path, verify: bool, as_json: bool, operator: str, station: str, passphrase_file: Path | None) -> int:
    """List what was done, by whom, when and at which station, or verify that nothing was changed since."""
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        if verify:
            found = desk.read(opening.verify_journal)
            if as_json:
                answer(found)
            elif found.whole:
                click.echo(
                    _("The journal is whole: {number} rows, the last is {digest}.").format(
                        number=found.rows, digest=found.head[:16]
                    )
                )
            else:
                click.echo(_("The journal was changed at row {row}.").format(row=found.broken_at), err=True)
            return 0 if found.whole else 1
        facts = desk.read(meeting)
        rows = desk.read(journal_lines)
    if as_json:
        answer(rows)
        return 0
    for row in rows:
        click.echo(journal_words(row, facts.local(row.at)))
    return 0


def _presence_words(hit: people.Hit, facts: Meeting) -> str:
    """Return whether somebody is here, as the list of the window says it."""
    if hit.arrival is None:
        return _("not here yet") if hit.status in EXPECTED else ""
    if hit.arrival.left_at is not None:
        return _("left at {time}").format(time=f"{facts.local(hit.arrival.left_at):%H:%M}")
    return _("here since {time}, {station}").format(
        time=f"{facts.local(hit.arrival.at):%H:%M}", station=hit.arrival.station
    )


def _answer_words(told: attendances.Answer, facts: Meeting) -> str:
    """Return what came of a check-in: who, when, where and by whom, of a second scan those of the first."""
    local = facts.local(told.first_at).strftime("%Y-%m-%d %H:%M:%S") if told.first_at else ""
    by = _("by {operator}").format(operator=told.first_operator) if told.first_operator else ""
    parts = (act_word(told.verdict), told.name, told.delegation, local, told.first_station, by)
    return " · ".join(part for part in parts if part)


def _beside_words(told: attendances.Answer, titles: Mapping[str, str]) -> str:
    """Return for which of several sessions at once a check-in counted, and how to name another one."""
    return _(
        "It counts for {session}; {others} runs at the same time: name it with --session {key} if it is meant."
    ).format(
        session=titles[told.sessions[-1]], others=", ".join(titles[key] for key in told.beside), key=told.beside[0]
    )
