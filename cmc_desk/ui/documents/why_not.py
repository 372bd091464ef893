"""Why something cannot be done with what is open, in one sentence; nothing if it can."""

from cmc_desk.i18n import gettext as _
from cmc_desk.rules.document_kinds import ProvisionStatus
from cmc_desk.rules.drafts import DraftVersion
from cmc_desk.ui.documents.about import About

_AGREED = (ProvisionStatus.AGREED, ProvisionStatus.AD_REFERENDUM)


def why_not_agreed(about: About, versions: int) -> str:
    """Say why the provision that is open cannot be agreed on; `versions` is how many there are of the document."""
    version = about.text.version
    if about.provision is None or version is None:
        return _("There is no provision to agree on.")
    if version.number < versions:
        return _("This is an older version: the newest one is agreed on.")
    if version.frozen:
        return _("The meeting adopted this text.")
    if about.provision.provision.status in _AGREED:
        return _("It is agreed already.")
    alternatives = [one for one in about.provision.alternatives if one.proposals]
    if len(alternatives) > 1 and about.alternative() is None:
        return _("Choose an alternative first.")
    return ""


def why_not_adopted(about: About, versions: int) -> str:
    """Say why the document cannot be adopted from here: what is shown is not what would be."""
    version = about.text.version
    if version is not None and version.number < versions:
        return _("This is an older version: the newest one is adopted.")
    return ""


def why_not_merged(about: About, versions: int) -> str:
    """Say why there is nothing to merge, or why not here: what they become is a proposal to the newest version."""
    if about.proposal is None:
        return _("Choose a proposal first.")
    version = about.text.version
    if version is not None and version.number < versions:
        return _("This is an older version: proposals are made to the newest one.")
    return "" if about.mergeable() else _("No other proposal wants another text for the same words.")


def why_not_proposed(about: About, versions: int) -> str:
    """Say why nothing can be proposed, before anybody has typed it."""
    version = about.text.version
    if version is None:
        return ""
    if version.number < versions:
        return _("This is an older version: proposals are made to the newest one.")
    return _adopted(version)


def why_not_edited(about: About, versions: int) -> str:
    """Say why the secretariat cannot write the text anew, before anybody has typed it."""
    version = about.text.version
    if version is None:
        return ""
    if version.number < versions:
        return _("This is an older version: the newest one is edited.")
    if version.circulated_at is not None and not version.frozen:
        words = _("{label} was circulated: it stays as the delegations have it. Make the next version first.")
        return words.format(label=version.label)
    return _adopted(version)


def _adopted(version: DraftVersion) -> str:
    return _("The meeting adopted this text: reopen it first.") if version.frozen else ""
