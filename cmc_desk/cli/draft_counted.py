"""How much came into a draft, in words."""

from cmc_desk.i18n import gettext as _
from cmc_desk.i18n import ngettext
from cmc_desk.rules.drafts import DraftText, ReadProvision


def counted(text: DraftText, read: tuple[ReadProvision, ...], *, dry_run: bool) -> str:
    """Return the line that says which version has how many provisions."""
    count = ngettext("{number} provision", "{number} provisions", len(read)).format(number=len(read))
    label = text.version.label if text.version is not None and not dry_run else _("dry run")
    return f"{text.title}: {label} · {count}"
