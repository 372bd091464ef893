"""Verbs of the papers: make one, list them all."""

from datetime import datetime
from pathlib import Path

import click
from click.core import ParameterSource

from cmc_desk.cli.left_names import refuse_names
from cmc_desk.cli.opening import answer, author_options, file_argument, json_option, opened
from cmc_desk.cli.times import time_of
from cmc_desk.cli.told import warn_of
from cmc_desk.desk.desk import Desk
from cmc_desk.desk.meeting import Meeting, meeting
from cmc_desk.desk.paper_kinds import PaperKind, paper_kinds
from cmc_desk.desk.setup import delegation_index
from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.papers import MOST_BLANKS, Ask, Format, Naming
from cmc_desk.rules.refusal import Refusal

_language = click.Choice(LANGUAGES)


@click.command()
@file_argument
@click.argument("name")
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The file to write; its ending is the form."
)
@click.option("--lang", type=_language, help="The language of the paper. [default: that of the meeting]")
@click.option("--second", type=_language, help="A second language, for names of delegations.")
@click.option(
    "--session", default="", help="The key of a session; group:KEY/LABEL for what a working group of it reports."
)
@click.option("--day", default="", help="A day of the meeting, such as 2019-12-05.")
@click.option("--only", default="", metavar="DELEGATION", help="One delegation, by its code or a name.")
@click.option("--final", is_flag=True, help="A final list, not a provisional one.")
@click.option(
    "--at", help="The instant it is about, on the clocks of the meeting, such as “2019-12-05 09:12”. [default: now]"
)
@click.option(
    "--sessions", "sessions_needed", type=click.IntRange(min=1), help="Certificates: how many sessions are needed."
)
@click.option("--days", "days_needed", type=click.IntRange(min=1), help="Certificates: how many days are needed.")
@click.option("--persons", is_flag=True, help="Name plates for persons, not for delegations.")
@click.option("--no-flags", is_flag=True, help="Name plates without flags.")
@click.option(
    "--blanks",
    type=click.IntRange(min=0, max=MOST_BLANKS),
    default=Ask().blanks,
    show_default=True,
    help="Blank badges in the pack.",
)
@click.option("--attributed", "naming", flag_value=Naming.ATTRIBUTED.value, help="Summaries: say who spoke.")
@click.option(
    "--non-attributed",
    "naming",
    flag_value=Naming.NOT_ATTRIBUTED.value,
    help="Summaries: say of nobody that they spoke.",
)
@click.option("--despite-names", is_flag=True, help="Also with names left in it that may not stand there.")
@click.option(
    "--version",
    "issue",
    type=click.IntRange(min=1),
    help="Summaries, the report and drafts: this version, word for word; which corrigendum.",
)
@click.option(
    "--until", default="", metavar="DATE", help="Correction slips: by when. [default: a week after the meeting]"
)
@click.option(
    "--draft", default="", metavar="DRAFT", help="Draft documents: this one. [default: the first with a text, or all]"
)
@author_options
def paper(
    file: Path,
    name: str,
    out: Path,
    lang: str | None,
    second: str | None,
    session: str,
    day: str,
    only: str,
    final: bool,
    at: str | None,
    sessions_needed: int | None,
    days_needed: int | None,
    persons: bool,
    no_flags: bool,
    blanks: int,
    naming: str | None,
    despite_names: bool,
    issue: int | None,
    until: str,
    draft: str,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> None:
    """Make the paper NAME as PDF, Word or workbook and record it; `papers --list` says which there are."""
    from cmc_desk.desk.making_papers import gather_paper, make_paper, record_paper

    kind = _kind(name)
    _check_options(kind)
    if session and day:
        raise Refusal(_("Ask for a session or for a day: a session has its day already."), field="day")
    form = _form(kind, out)
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        ask = Ask(
            language=lang or desk.read(meeting).language,
            second=second or "",
            session=session,
            day=day,
            only=_code(desk, only),
            final=final,
            at=None if at is None else _instant(desk, at),
            sessions_needed=sessions_needed or 0,
            days_needed=days_needed or (0 if sessions_needed else 1),
            persons=persons,
            flags=not no_flags,
            blanks=blanks,
            naming=Naming(naming or ""),
            issue=issue or 0,
            until=until,
            draft=draft,
        )
        if kind.guards_names and not despite_names:
            refuse_names(kind, gather_paper(desk, kind, ask, form).content)
        made = make_paper(desk, kind, ask, form, out)
        record_paper(desk, made)
        click.echo(made.path)
        warn_of(made)
        if made.broken_at is not None:
            click.echo(_("The journal was changed at row {row}.").format(row=made.broken_at), err=True)


@click.command()
@file_argument
@click.option(
    "--list", "only_list", is_flag=True, help="Only say which papers there are, and what can be asked of each."
)
@json_option
@author_options
def papers(
    file: Path, only_list: bool, as_json: bool, operator: str, station: str, passphrase_file: Path | None
) -> None:
    """List the papers: when each was last made, which version, and whether it still says what is true."""
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        if only_list:
            _list_kinds(as_json=as_json)
        else:
            _list_states(desk, as_json=as_json)


def _list_kinds(*, as_json: bool) -> None:
    if as_json:
        kinds = [
            {
                "name": kind.key,
                "title": kind.title,
                "group": kind.group,
                "forms": kind.formats,
                "asks": sorted(kind.asks),
            }
            for kind in paper_kinds()
        ]
        answer(kinds)
        return
    width = max((len(kind.key) for kind in paper_kinds()), default=0)
    for kind in paper_kinds():
        options = " ".join(_heeded(kind))
        forms = "|".join(form.value for form in kind.formats)
        click.echo(f"{kind.key:{width}}  {forms:13}  {_(kind.title)}{'  ' if options else ''}{options}")


def _list_states(desk: Desk, *, as_json: bool) -> None:
    from cmc_desk.desk.made_papers import states_job

    found = states_job(desk)(lambda _done, _whole: None)
    if as_json:
        answer(found)
        return
    facts: Meeting = desk.read(meeting)
    width = max((len(one.kind) for one in found), default=0)
    for one in found:
        when = facts.local(one.made_at).strftime("%Y-%m-%d %H:%M") if one.made_at else ""
        version = f"v{one.version}" if one.version else ""
        words = "  ".join(part for part in (one.operator, *(made.name for made in one.files), one.problem) if part)
        click.echo(f"{one.kind:{width}}  {one.state.value:8}  {version:4}  {when:16}  {words}".rstrip())


_OPTIONS = {
    "second": "--second",
    "session": "--session",
    "day": "--day",
    "only": "--only",
    "final": "--final",
    "at": "--at",
    "sessions_needed": "--sessions",
    "days_needed": "--days",
    "persons": "--persons",
    "flags": "--no-flags",
    "blanks": "--blanks",
    "naming": "--attributed|--non-attributed",
    "despite_names": "--despite-names",
    "issue": "--version",
    "until": "--until",
    "draft": "--draft",
}
# Where the command line calls it otherwise.
_PARAMETERS = {"flags": "no_flags"}


def _code(desk: Desk, word: str) -> str:
    """Return the code of the delegation that somebody wrote, by its code or by any of its names."""
    index, names = desk.read(delegation_index)
    return word.upper() if word.upper() in names else index.match(word) or word


def _instant(desk: Desk, text: str) -> datetime:
    """Return a time that was typed; raises Refusal if it is on no day of the meeting."""
    at, days = time_of(desk, text), desk.read(meeting).days
    if at.date() not in days:
        raise Refusal(_("{day} is no day of the meeting.").format(day=at.date().isoformat()), field="at")
    return at


# What a paper is called for short.
_SHORT = {"report": "outcome-report"}


def _kind(name: str) -> PaperKind:
    key = _SHORT.get(name, name)
    found = next((kind for kind in paper_kinds() if kind.key == key), None)
    if found is None:
        raise Refusal(
            _("There is no paper “{name}”: there are {names}.").format(
                name=name, names=", ".join(kind.key for kind in paper_kinds())
            ),
            field="name",
        )
    return found


def _heeded(kind: PaperKind) -> list[str]:
    """Return the options that a paper takes: what can be asked of it, and to accept names where they may be kept out."""
    asks = kind.asks | {"despite_names"} if kind.guards_names else kind.asks
    return [option for name, option in _OPTIONS.items() if name in asks]


def _check_options(kind: PaperKind) -> None:
    """Refuse the first option that was typed and that this paper has no use for: it would change nothing."""
    context = click.get_current_context()
    for name, option in _OPTIONS.items():
        typed = context.get_parameter_source(_PARAMETERS.get(name, name)) is ParameterSource.COMMANDLINE
        if typed and option not in _heeded(kind):
            heeded = ", ".join(_heeded(kind))
            words = (
                _("{paper} has no use for {option}: leave it out. Besides --lang it takes {options}.")
                if heeded
                else _("{paper} has no use for {option}: leave it out. It takes --lang only.")
            )
            raise Refusal(words.format(paper=_(kind.title), option=option, options=heeded), field=name)


def _form(kind: PaperKind, out: Path) -> Format:
    ending = out.suffix.lower().removeprefix(".")
    if ending not in [form.value for form in kind.formats]:
        raise Refusal(
            _("{paper} is not made as “{ending}”: end the name of the file in {endings}.").format(
                paper=_(kind.title),
                ending=out.suffix,
                endings=_(" or ").join(f".{form.value}" for form in kind.formats),
            ),
            field="out",
        )
    return Format(ending)
