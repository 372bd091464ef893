"""What screen and paper call the states, steps and warnings of sponsored travel."""

from cmc_desk.i18n import N_
from cmc_desk.rules.travel_states import (
    Headline,
    LetterKind,
    Nomination,
    PaymentState,
    Profile,
    Standing,
    Step,
    Travel,
    VisaState,
    Warned,
)

PROFILE_WORDS: dict[Profile, str] = {
    Profile.FOREIGN_AFFAIRS: N_("Foreign affairs"),
    Profile.IMMIGRATION: N_("Immigration"),
    Profile.OTHER: N_("Another office"),
}
NOMINATION_WORDS: dict[Nomination, str] = {
    Nomination.NOMINATED: N_("nominated"),
    Nomination.ACCEPTED: N_("accepted"),
    Nomination.DECLINED: N_("declined"),
    Nomination.WITHDRAWN: N_("withdrawn"),
    Nomination.REPLACED: N_("replaced"),
    Nomination.RELEASED: N_("seat released"),
}
TRAVEL_WORDS: dict[Travel, str] = {
    Travel.NONE: N_("no ticket asked for"),
    Travel.REQUESTED: N_("ticket asked for"),
    Travel.HELD: N_("ticket on hold"),
    Travel.TICKETED: N_("ticket issued"),
    Travel.TRAVELLED_OUT: N_("on the way"),
    Travel.ARRIVED: N_("arrived"),
    Travel.TRAVELLED_BACK: N_("travelled back"),
    Travel.CANCELLED: N_("ticket cancelled"),
    Travel.NO_SHOW: N_("did not come"),
    Travel.SELF_ARRANGED: N_("travels at their own care"),
    Travel.NOT_REQUIRED: N_("needs no ticket"),
}
VISA_WORDS: dict[VisaState, str] = {
    VisaState.UNKNOWN: N_("visa: not known"),
    VisaState.NOT_REQUIRED: N_("no visa needed"),
    VisaState.REQUIRED: N_("visa needed"),
    VisaState.LETTER_SENT: N_("letter for the visa sent"),
    VisaState.OBTAINED: N_("visa obtained"),
    VisaState.REFUSED: N_("visa refused"),
}
PAYMENT_WORDS: dict[PaymentState, str] = {
    PaymentState.NOT_DUE: N_("allowance not computed"),
    PaymentState.COMPUTED: N_("allowance computed"),
    PaymentState.APPROVED: N_("allowance approved"),
    PaymentState.PAID: N_("allowance paid"),
    PaymentState.SETTLED: N_("claim settled"),
    PaymentState.VOID: N_("payment void"),
    PaymentState.RECOVERY_DUE: N_("to be paid back"),
}
LETTER_WORDS: dict[LetterKind, str] = {
    LetterKind.NOTE_VERBALE: N_("Note verbale"),
    LetterKind.LETTER: N_("Letter"),
    LetterKind.EMAIL: N_("E-mail"),
}
STEP_WORDS: dict[Step, str] = {
    Step.LETTER: N_("Nomination letter"),
    Step.ACCEPTANCE: N_("Acceptance"),
    Step.PASSPORT: N_("Passport"),
    Step.VISA: N_("Visa"),
    Step.TICKET: N_("Ticket"),
    Step.ROOM: N_("Hotel room"),
    Step.ARRIVAL: N_("Arrival"),
    Step.BOARDING_OUT: N_("Boarding pass, way here"),
    Step.SIGNATURE: N_("Signature for the allowance"),
    Step.BOARDING_BACK: N_("Boarding pass, way back"),
    Step.CLAIM: N_("Claim closed"),
}
STANDING_WORDS: dict[Standing, str] = {
    Standing.DONE: N_("done"),
    Standing.WAITS: N_("open"),
    Standing.DUE: N_("due now"),
    Standing.BLOCKS: N_("blocks travel"),
    Standing.NOT_NEEDED: N_("not needed"),
}
HEADLINE_WORDS: dict[Headline, str] = {
    Headline.NO_NOMINEE: N_("No nominee"),
    Headline.LETTER_AWAITED: N_("Letter awaited"),
    Headline.LETTER: N_("Letter"),
    Headline.ACCEPTANCE: N_("Acceptance"),
    Headline.PASSPORT: N_("Passport"),
    Headline.VISA: N_("Visa"),
    Headline.TICKET: N_("Ticket"),
    Headline.ROOM: N_("Room"),
    Headline.READY: N_("Ready"),
    Headline.LOCAL: N_("Local"),
    Headline.ARRIVED: N_("Arrived"),
    Headline.PAID: N_("Paid"),
    Headline.CLAIM: N_("Claim"),
    Headline.CLOSED: N_("Closed"),
    Headline.NO_SHOW: N_("No-show"),
    Headline.CANCELLED: N_("Cancelled"),
}
WARNED_WORDS: dict[Warned, str] = {
    Warned.SAME_PROFILE: N_("Both officials come from the same kind of office."),
    Warned.NO_FOREIGN_AFFAIRS: N_("Nobody of this delegation comes from foreign affairs."),
    Warned.NO_IMMIGRATION: N_("Nobody of this delegation comes from immigration."),
    Warned.OTHER_PROFILE: N_("This official comes from neither foreign affairs nor immigration."),
    Warned.FOCAL_POINT_PASSED_OVER: N_("A known focal point of this delegation was passed over."),
    Warned.NOT_IN_THE_LETTER: N_("No letter of this delegation names this official."),
    Warned.LETTER_LATE: N_("The letter came after the deadline."),
    Warned.SAME_PERSON_TWICE: N_("The same person holds another seat."),
    Warned.PASSPORT_EXPIRES: N_("The passport expires too soon after the return."),
    Warned.NAME_DIFFERS: N_("The name on the ticket is not that of the passport."),
    Warned.AGENCIES_DIFFER: N_("Other agencies bear this seat than were planned."),
    Warned.LEAVES_BEFORE_CLOSING: N_("The journey back begins before the meeting closes."),
    Warned.HOST_FLIES: N_("An official of the host has a flight."),
    Warned.OTHER_AIRPORT: N_("The journey here ends at another airport."),
    Warned.GONE_AT_THE_DESK: N_("The registration does not expect this official any more."),
}
