"""The verb of the proposals: made, answered, supported and decided from the command line as from the window."""

from pathlib import Path

import click

from cmc_desk.cli.opening import author_options, file_argument, json_option, opened
from cmc_desk.cli.told import run_act
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import (
    Channel,
    PartyRole,
    PlanField,
    ProposalAction,
    ProposalDecision,
    ProposalType,
)


def _words(
    kind: type[Channel | PartyRole | PlanField | ProposalAction | ProposalDecision | ProposalType],
) -> click.Choice[str]:
    return click.Choice([one.value for one in kind])


@click.command()
@file_argument
@click.argument("act", default="list")
@click.argument("what", nargs=-1)
@click.option("--draft", default="", metavar="DRAFT", help="The draft, by its key.")
@click.option("--on", "provision", default="", metavar="PARAGRAPH", help="The provision, such as 3 bis or 2(a).")
@click.option("--live", is_flag=True, help="List: only what is before the meeting.")
@click.option("--action", type=_words(ProposalAction), default="modify", show_default=True, help="What it does.")
@click.option("--replacing", default="", help="Add: the words of the provision in place of which TEXT stands.")
@click.option("--field", type=_words(PlanField), default=None, help="A cell of a plan's row.")
@click.option(
    "--cell", multiple=True, metavar="CELL=WORDS", help="Insert: a cell of a new row of a plan, such as lead=IOM."
)
@click.option("--after", default="", metavar="PARAGRAPH", help="Move: the provision after which it is to stand.")
@click.option(
    "--type", "kind", type=_words(ProposalType), default="substantive", show_default=True, help="What it is about."
)
@click.option("--channel", type=_words(Channel), default="written", show_default=True, help="How it came in.")
@click.option("--by", multiple=True, metavar="DELEGATION", help="Who proposes it, by code or name.")
@click.option("--why", default="", help="The rationale.")
@click.option("--agency", default="", help="Respond: who answers, such as IOM.")
@click.option("--final", default="", help="Decide: the text as it was accepted.")
@click.option("--into", default="", metavar="PROPOSAL", help="Decide: into which proposal it was merged.")
@click.option("--note", default="", help="Decide, support: what was said.")
@click.option(
    "--seen",
    default="",
    metavar="DIGEST",
    help="Decide: only if it wants what it wanted; list --json tells the digest.",
)
@click.option("--item", default="", help="The item of the agenda, by key or title. [default: what runs]")
@click.option("--as", "role", type=_words(PartyRole), default="supporter", show_default=True, help="Support: as what.")
@json_option
@author_options
def proposal(
    file: Path,
    act: str,
    what: tuple[str, ...],
    as_json: bool,
    operator: str,
    station: str,
    passphrase_file: Path | None,
    **options: object,
) -> int:
    """List the proposals for the drafts, or work on them.

    The acts are list, show, add, respond, decide, support, reopen, remove, check and import. WHAT is the text for add, for check and import
    the file of a matrix of comments that came back, else the number of a proposal such as P-014, and after it the text of an answer, a
    decision, or delegations that support it.
    """
    from cmc_desk.cli.proposal_acts import ACTS, Asked

    return run_act(
        ACTS,
        act,
        lambda desk: Asked(desk, what, **options),  # type: ignore[arg-type] # the options above, by name
        no_such=_("There is no “{act}” for proposals; there is: {acts}."),
        meeting=opened(file, operator=operator, station=station, passphrase_file=passphrase_file),
        as_json=as_json,
    )
