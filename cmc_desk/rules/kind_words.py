"""What windows and papers call the kinds and roles that are held as plain words; translated where they are shown."""

from cmc_desk.i18n import N_
from cmc_desk.rules.meeting import DelegationKind, Eligibility, ItemKind, Role

WORDS: dict[str, str] = {
    ItemKind.REGISTRATION: N_("Registration"),
    ItemKind.OPENING: N_("Opening"),
    ItemKind.PRESENTATION: N_("Presentation"),
    ItemKind.DISCUSSION: N_("Discussion"),
    ItemKind.SUMMARY: N_("Summary"),
    ItemKind.APPROVAL: N_("Approval"),
    ItemKind.BREAK: N_("Break"),
    ItemKind.PHOTO: N_("Photo"),
    ItemKind.LUNCH: N_("Lunch"),
    ItemKind.CLOSING: N_("Closing"),
    DelegationKind.STATE: N_("State"),
    DelegationKind.TERRITORY: N_("Territory"),
    DelegationKind.OBSERVER_STATE: N_("Observer State"),
    DelegationKind.UN: N_("UN or intergovernmental"),
    DelegationKind.OTHER: N_("Other organisation"),
    DelegationKind.SECRETARIAT: N_("Secretariat"),
    Eligibility.SPONSORED: N_("Financed"),
    Eligibility.OPTIONAL: N_("Optional"),
    Eligibility.HOST: N_("Host"),
    Eligibility.OBSERVER: N_("Self-funded"),
    Eligibility.NONE: N_("Not covered"),
    Role.DESK: N_("Desk"),
    Role.CHAIR: N_("Chair's assistant"),
    Role.RAPPORTEUR: N_("Rapporteur"),
    Role.TRAVEL: N_("Travel"),
    Role.ORGANISER: N_("Organiser"),
}
