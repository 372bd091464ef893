"""The verbs of the command line."""

import sys
from collections.abc import Sequence

import click

from cmc_desk import __version__
from cmc_desk.cli.agenda import agenda
from cmc_desk.cli.badges import badges
from cmc_desk.cli.closing import closing
from cmc_desk.cli.copies import backup, restore
from cmc_desk.cli.desk import attendance, check_in, find, journal
from cmc_desk.cli.draft import draft
from cmc_desk.cli.floor import floor
from cmc_desk.cli.help_texts import language_of_the_computer, translate
from cmc_desk.cli.meetings import import_, new
from cmc_desk.cli.notes import notes
from cmc_desk.cli.papers import paper, papers
from cmc_desk.cli.proposal import proposal
from cmc_desk.cli.readout import readout
from cmc_desk.cli.rehearsal import rehearse
from cmc_desk.cli.replacing import replace_badge
from cmc_desk.cli.replay import replay
from cmc_desk.cli.report import report
from cmc_desk.cli.shows import demo, screens
from cmc_desk.cli.travel import travel
from cmc_desk.i18n import choose_language
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.refusal import Refusal, Unavailable

REFUSED, USAGE, UNAVAILABLE = 1, 2, 3


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="cmc-desk")
def verbs() -> None:
    """Run an intergovernmental meeting from one offline laptop.

    Without a verb, or with the name of a meeting file, the window opens.
    """


for _verb in (
    *(new, import_, find, check_in, attendance, agenda, floor, notes, readout, draft, proposal, travel),
    *(report, closing),
    *(badges, replace_badge, paper, papers),
    *(journal, backup, restore, screens, rehearse, replay, demo),
):
    verbs.add_command(_verb)


def run_verb(words: Sequence[str]) -> int:
    """Run one verb and return the exit code; what went wrong is one sentence on standard error."""
    choose_language(language_of_the_computer())
    translate(verbs)
    try:
        code = verbs.main(args=list(words), prog_name="cmc-desk", standalone_mode=False)
    except click.exceptions.Abort:
        click.echo(_("Stopped."), err=True)
        return REFUSED
    except click.ClickException as error:
        error.show()
        return USAGE
    except Refusal as refusal:
        click.echo(refusal.typed, err=True)
        return REFUSED
    except Unavailable as trouble:
        click.echo(trouble.sentence, err=True)
        return UNAVAILABLE
    except BrokenPipeError:
        # Whoever read the output has gone; Python would complain once more while it closes.
        sys.stdout = None
        return 0
    except OSError as error:
        # A folder or file that may not be written or read; what the program itself opens has sentences of its own.
        click.echo(_trouble_words(error), err=True)
        return UNAVAILABLE
    return code if isinstance(code, int) else 0


def _trouble_words(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    if error.filename is None:
        return _("The disk does not answer as it should ({reason}): try again.").format(reason=reason)
    return _("{path} cannot be written or read ({reason}): choose another folder.").format(
        path=error.filename, reason=reason
    )
