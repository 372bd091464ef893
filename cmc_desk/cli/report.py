"""The verb of the report of the final outcomes: where it stands, what is to be seen to, its acts, and the report itself."""

from datetime import date
from pathlib import Path

import click

from cmc_desk.cli.opening import answer, author_options, file_argument, json_option, opened
from cmc_desk.cli.report_acts import ACTS, Settled, act
from cmc_desk.cli.report_words import show_blocks, show_findings, show_standing
from cmc_desk.cli.told import warn_of
from cmc_desk.desk.desk import Desk
from cmc_desk.i18n import LANGUAGES
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import CorrectionOutcome
from cmc_desk.rules.papers import Ask, Format, Naming
from cmc_desk.rules.refusal import Refusal
from cmc_desk.rules.report_standing import editions

_FORMS = (Format.DOCX, Format.PDF)
_AS_CHOSEN = {None: None, Naming.ATTRIBUTED.value: True, Naming.NOT_ATTRIBUTED.value: False}


@click.command()
@file_argument
@click.argument("what", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path), help="The file to write: X.docx or X.pdf.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language. [default: as chosen for the report]")
@click.option("--attributed", "naming", flag_value=Naming.ATTRIBUTED.value, help="Say who spoke.")
@click.option(
    "--non-attributed", "naming", flag_value=Naming.NOT_ATTRIBUTED.value, help="Say of nobody that they spoke."
)
@click.option("--version", type=click.IntRange(min=1), help="A version that was issued, word for word.")
@click.option("--preflight", is_flag=True, help="Say what is to be seen to before it goes out.")
@click.option("--until", metavar="DATE", help="circulate: until when corrections may be asked for.")
@click.option("--by", default="", metavar="NAME", help="sign-off: who signs for the host.")
@click.option("--from", "delegation", default="", metavar="DELEGATION", help="correction: who asks for it.")
@click.option(
    "--languages", metavar="en,fr", help="final, issue: in which languages. [final: also that which was signed]"
)
@click.option("--accepted", "outcome", flag_value=CorrectionOutcome.ACCEPTED.value, help="settle: it is accepted.")
@click.option(
    "--not-accepted", "outcome", flag_value=CorrectionOutcome.NOT_ACCEPTED.value, help="settle: it is not, and why."
)
@click.option("--noted", "outcome", flag_value=CorrectionOutcome.NOTED.value, help="settle: nothing comes of it.")
@click.option("--for", "replaced", default="", metavar="WORDS", help="settle --accepted: for these words …")
@click.option("--read", "corrected", default="", metavar="WORDS", help="settle --accepted: … read these.")
@json_option
@author_options
def report(
    file: Path,
    what: tuple[str, ...],
    out: Path | None,
    lang: str | None,
    naming: str | None,
    version: int | None,
    preflight: bool,
    until: str | None,
    by: str,
    delegation: str,
    languages: str | None,
    outcome: str | None,
    replaced: str,
    corrected: str,
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
) -> None:
    """Show where the report of the final outcomes stands, write it, or take it further.

    WHAT is nothing, blocks, or an act: set, circulate, sign-off, final, issue, reopen, leave-out BLOCK, take-in BLOCK,
    write BLOCK TEXT, accept BLOCK, correction PARAGRAPH TEXT, settle NUMBER [TEXT], unsettle NUMBER, corrigendum.
    """
    attributed = _AS_CHOSEN[naming]
    with opened(file, operator=operator, station=station, passphrase_file=passphrase_file) as desk:
        if what and what[0] in ACTS:
            told = act(
                desk,
                what,
                language=lang or "",
                attributed=attributed,
                until=_day(until),
                by=by,
                delegation=delegation,
                version=version or 0,
                languages=_languages(languages),
                settled=Settled(outcome, replaced, corrected),
            )
            answer(told) if as_json else click.echo(told["said"])
            return
        if what and what != ("blocks",):
            raise Refusal(
                _("The report has no “{word}”: there are {words}.").format(
                    word=what[0], words=", ".join(("blocks", *ACTS))
                ),
                field="what",
            )
        if version and lang:
            _refuse_not_issued(desk, version, lang)
        if what:
            show_blocks(desk, language=lang or "", attributed=attributed, issue=version or 0, as_json=as_json)
            return
        if out is not None:
            _write(desk, out, lang, naming, version)
        if preflight:
            show_findings(desk, as_json=as_json, language=lang or "", attributed=attributed)
        if out is None and not preflight:
            show_standing(desk, as_json=as_json, language=lang or "")


def _write(desk: Desk, out: Path, lang: str | None, naming: str | None, version: int | None) -> None:
    from cmc_desk.desk.making_papers import make_paper, record_paper
    from cmc_desk.desk.outcome_paper import OUTCOME_PAPER
    from cmc_desk.desk.report import report_standing

    form = next((one for one in _FORMS if out.suffix.lower() == f".{one.value}"), None)
    if form is None:
        raise Refusal(_("The report is written as Word or PDF: name it X.docx or X.pdf."), field="out")
    standing = desk.read(report_standing)
    ask = Ask(language=lang or standing.language, naming=Naming(naming or ""), issue=version or 0)
    made = make_paper(desk, OUTCOME_PAPER, ask, form, out)
    record_paper(desk, made)
    click.echo(made.path)
    warn_of(made)


def _refuse_not_issued(desk: Desk, version: int, lang: str) -> None:
    """Raise Refusal if a version that is there was not issued in a language."""
    from cmc_desk.desk.report import report_standing

    known = {one.language for one in editions(desk.read(report_standing).issues, version)}
    if known and lang not in known:
        raise Refusal(
            _("Version {number} was not issued in this language: it is in {languages}.").format(
                number=version, languages=", ".join(sorted(known))
            ),
            field="lang",
        )


def _languages(text: str | None) -> tuple[str, ...]:
    return tuple(one for one in (text or "").replace(",", " ").split() if one)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Refusal(_("{text} is no date: write it as 2019-12-13.").format(text=text), field="until") from error
