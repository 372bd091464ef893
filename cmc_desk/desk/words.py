"""What windows and command line call the states and kinds that are held as plain words."""

from cmc_desk.desk.attendance import Verdict
from cmc_desk.i18n import N_
from cmc_desk.i18n import gettext as _
from cmc_desk.rules.importing import RowVerdict
from cmc_desk.rules.people import CAPACITY_WORDS, Consent, Credentials, InstitutionKind, Status

_WORDS: dict[str, str] = {
    **CAPACITY_WORDS,
    InstitutionKind.FOREIGN_AFFAIRS: N_("Foreign Affairs"),
    InstitutionKind.IMMIGRATION: N_("Immigration"),
    InstitutionKind.OTHER: N_("Other"),
    Status.NOMINATED: N_("Nominated"),
    Status.CONFIRMED: N_("Confirmed"),
    Status.WITHDRAWN: N_("Withdrawn"),
    Status.REPLACED: N_("Replaced"),
    Consent.UNKNOWN: N_("Not asked"),
    Consent.YES: N_("Asked: yes"),
    Consent.NO: N_("Asked: no"),
    Credentials.VERIFIED: N_("Verified"),
    Credentials.TO_VERIFY: N_("To verify"),
}
_ACTS: dict[Verdict, str] = {
    Verdict.CHECKED_IN: N_("Checked in"),
    Verdict.ALREADY_IN: N_("Already in"),
    Verdict.RETURNED: N_("Came back"),
    Verdict.WALK_IN: N_("Walk-in"),
    Verdict.WITHDRAWN: N_("Withdrawn"),
    Verdict.REPLACED: N_("Replaced by somebody else"),
    Verdict.REVOKED: N_("Old badge"),
    Verdict.UNKNOWN: N_("Unknown code"),
    Verdict.OTHER_MEETING: N_("Code of another meeting"),
    Verdict.MISTYPED: N_("Wrong code"),
}
_ROWS: dict[RowVerdict, str] = {
    RowVerdict.NEW: N_("New"),
    RowVerdict.UPDATE: N_("Update"),
    RowVerdict.SAME: N_("Same"),
    RowVerdict.DUPLICATE: N_("Possible duplicate"),
    RowVerdict.ERROR: N_("Error"),
}


def word(value: str) -> str:
    """Return what people call a capacity, a kind of institution, a status, a consent or credentials."""
    return _(_WORDS[value]) if value in _WORDS else value


def act_word(answer: str) -> str:
    """Return what the list of acts calls the answer of a scan."""
    found = next((words for verdict, words in _ACTS.items() if verdict == answer), "")
    return _(found) if found else answer


def row_word(verdict: RowVerdict) -> str:
    """Return what a row of a list is called that would become this."""
    return _(_ROWS[verdict])
