"""The regional or sub-regional group of a delegation: in the words of whoever chairs, as short as a list can show."""

from cmc_desk.i18n import gettext as _

LONGEST_REGION = 60


def problem_of_region(region: str) -> str:
    """Return the sentence that says what is wrong with a region, empty if nothing is."""
    if len(region) > LONGEST_REGION:
        return _("A region has {longest} letters at most: this one has {number}.").format(
            longest=LONGEST_REGION, number=len(region)
        )
    return ""
