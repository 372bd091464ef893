"""What the strip says of a file that was written: where it lies, and that it went beside one that is open in another program."""

from pathlib import Path

from cmc_desk.i18n import gettext as _
from cmc_desk.ui.context import Context


def say_saved(context: Context, path: Path, asked: Path, *, folder: str, more: str = "") -> None:
    """Say that a file lies at `path`; `folder` is what its folder is called, `more` stands where it went to the place that was `asked` for."""
    if path != asked:
        words = _("{folder}, beside {asked}, which is open in another program.")
        where = words.format(folder=_(" in {folder}").format(folder=folder), asked=asked.name)
        context.say("amber", _("Saved as "), path.name, where)
    else:
        context.say("notice", _("Saved: "), path.name, more or _(" in {folder}").format(folder=folder))
