"""The verb of the summaries: shown, issued with their status, and written as Word, PDF or plain text."""

import re
from dataclasses import dataclass
from pathlib import Path

import click

from cmc_desk.cli.agenda_acts import item_named
from cmc_desk.cli.left_names import refuse_names
from cmc_desk.cli.opening import answer, author_options, file_argument, json_option, opened
from cmc_desk.cli.told import warn_of
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.note_kinds import SummaryStatus
from cmc_desk.rules.papers import Ask, Format, Naming
from cmc_desk.rules.refusal import Refusal

_A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_GROUP, _DAY, _ITEM = "group:", "day:", "item:"
_AS_CHOSEN = {None: None, Naming.ATTRIBUTED.value: True, Naming.NOT_ATTRIBUTED.value: False}


@dataclass(frozen=True, slots=True)
class _Meant:
    """A summary as it was named: its key, and what is asked of its paper."""

    key: str
    session: str = ""
    day: str = ""


@click.command()
@file_argument
@click.argument("what", nargs=-1)
@click.option("--attributed", "naming", flag_value=Naming.ATTRIBUTED.value, help="Say who spoke.")
@click.option(
    "--non-attributed", "naming", flag_value=Naming.NOT_ATTRIBUTED.value, help="Say of nobody that they spoke."
)
@click.option("--out", type=click.Path(path_type=Path), help="The file to write: X.docx, X.pdf or X.txt.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language. [default: as chosen for the summary]")
@click.option(
    "--status",
    type=click.Choice([one.value for one in SummaryStatus]),
    help="Issue what it says now as its next version, with this status.",
)
@click.option("--version", type=click.IntRange(min=1), help="A version that was issued, word for word.")
@click.option("--despite-names", is_flag=True, help="Also with names left in it that may not stand there.")
@json_option
@author_options
def readout(
    file: Path,
    what: tuple[str, ...],
    naming: str | None,
    out: Path | None,
    lang: str | None,
    status: str | None,
    version: int | None,
    despite_names: bool,
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> None:
    """Show, issue or write the summary of an item or a day; without either, say which summaries there are.

    WHAT is an item by its key or its title, a day such as 2019-12-05, or `group:KEY` and `group:KEY/LABEL` for what a
    working group reports, which is a paper of its own.
    """
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        if not what:
            if out is not None or status is not None or version is not None:
                raise Refusal(_("Which one? Name an item or a day."), field="what")
            _list(desk, as_json=as_json)
            return
        if status is not None and version is not None:
            raise Refusal(
                _("What was issued already has its status: leave out --status or --version."), field="version"
            )
        form = _form(out)
        meant = _meant(desk, " ".join(what))
        if status is not None:
            _issue(desk, meant, SummaryStatus(status), naming, lang, despite_names=despite_names)
        ask = Ask(
            language=lang or _language_of(desk, meant, version),
            session=meant.session,
            day=meant.day,
            naming=Naming(naming or ""),
            issue=version or 0,
        )
        if out is None:
            _show(desk, meant, ask, as_json=as_json)
        else:
            _write(desk, meant, ask, form, out, despite_names=despite_names, as_json=as_json)


def _list(desk: Desk, *, as_json: bool) -> None:
    from cmc_desk.desk.meeting import meeting
    from cmc_desk.desk.readouts import readout_slots
    from cmc_desk.i18n import chosen_language, texts
    from cmc_desk.rules.summary_words import summary_word

    found = desk.read(readout_slots)
    if as_json:
        answer(found)
        return
    facts, words = desk.read(meeting), texts(chosen_language())
    width = max((len(one.key) for one in found), default=0)
    for one in found:
        when = f"{facts.local(one.starts):%Y-%m-%d %H:%M}" if one.starts else ""
        version = f"v{one.version}" if one.version else ""
        state = summary_word(one.status, words) if one.begun else ""
        click.echo(f"{one.key:{width}}  {when:16}  {version:4}  {state:10}  {one.title}".rstrip())
    if not found:
        click.echo(_("The agenda gives no time for a summary: name an item or a day."))


def _meant(desk: Desk, text: str) -> _Meant:
    from cmc_desk.desk.readouts import key_of_item

    # A day and an item may be named as the list has them.
    day = text.removeprefix(_DAY)
    if _A_DAY.fullmatch(day):
        return _Meant(f"{_DAY}{day}", day=day)
    if text.startswith(_GROUP):
        return _Meant(text, session=text)
    item = item_named(desk, text.removeprefix(_ITEM).split()).key
    return _Meant(desk.read(key_of_item, item=item), session=item)


def _issue(
    desk: Desk, meant: _Meant, status: SummaryStatus, naming: str | None, lang: str | None, *, despite_names: bool
) -> None:
    from cmc_desk.desk.readouts import issue_readout

    desk.do(
        issue_readout,
        readout=meant.key,
        status=status,
        attributed=_AS_CHOSEN[naming],
        language=lang or "",
        despite_names=despite_names,
    )


def _language_of(desk: Desk, meant: _Meant, version: int | None) -> str:
    from cmc_desk.desk import readouts

    if version is not None:
        return desk.read(readouts.issue_of, readout=meant.key, version=version).language
    return desk.read(readouts.readout, key=meant.key).language


def _show(desk: Desk, meant: _Meant, ask: Ask, *, as_json: bool) -> None:
    """Print what a summary says; as JSON with its lines as they stand, and the names that are left in them."""
    from cmc_desk.desk import readouts
    from cmc_desk.desk.making_papers import gather_paper
    from cmc_desk.desk.papers_of_notes import SUMMARY_PAPER
    from cmc_desk.i18n import texts

    if not as_json:
        read = gather_paper(desk, SUMMARY_PAPER, ask, Format.TXT)
        click.echo(SUMMARY_PAPER.render(read.content, Format.TXT, texts(ask.language), read.imprint), nl=False)
        return
    if ask.issue:
        answer(desk.read(readouts.issue_of, readout=meant.key, version=ask.issue))
        return
    key, attributed, language = meant.key, _AS_CHOSEN[ask.naming.value or None], ask.language
    found = desk.read(readouts.readout, key=key, attributed=attributed, language=language)
    left = desk.read(readouts.names_left, key=key, attributed=attributed, language=language)
    answer({"readout": found, "names_left": left})


def _write(desk: Desk, meant: _Meant, ask: Ask, form: Format, out: Path, *, despite_names: bool, as_json: bool) -> None:
    """Write the paper and record it, unless names are left in it that nobody has accepted."""
    from cmc_desk.desk.making_papers import gather_paper, make_paper, record_paper
    from cmc_desk.desk.papers_of_notes import SUMMARY_PAPER

    content = gather_paper(desk, SUMMARY_PAPER, ask, form).content
    if not despite_names:
        refuse_names(SUMMARY_PAPER, content)
    made = make_paper(desk, SUMMARY_PAPER, ask, form, out)
    record_paper(desk, made)
    if as_json:
        answer(
            {
                "readout": meant.key,
                "file": str(made.path),
                "version": made.version,
                "digest": made.digest,
                "names_left": content.names_left,
                "unprintable": [one.text for one in made.unprintable],
            }
        )
    else:
        click.echo(made.path)
    warn_of(made)


def _form(out: Path | None) -> Format:
    forms = (Format.DOCX, Format.PDF, Format.TXT)
    if out is None:
        return Format.TXT
    ending = out.suffix.lower().removeprefix(".")
    if ending not in forms:
        raise Refusal(
            _("A summary is written as {endings}: end the name of the file in one of them.").format(
                endings=", ".join(f".{form.value}" for form in forms)
            ),
            field="out",
        )
    return Format(ending)
