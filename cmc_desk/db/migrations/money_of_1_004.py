"""The tables of allowances, payments and costs as schema 1.4 makes them, and the triggers that keep what is paid."""

MONEY = (
    """
    CREATE TABLE allowance_policy (
        id VARCHAR(40) NOT NULL,
        name VARCHAR NOT NULL,
        source VARCHAR NOT NULL,
        body JSON NOT NULL,
        CONSTRAINT pk_allowance_policy PRIMARY KEY (id),
        CONSTRAINT ck_allowance_policy_says_whose_and_where_from CHECK (name <> '' AND source <> '')
    )
    """,
    """
    CREATE TABLE allowance_rate (
        id VARCHAR(32) NOT NULL,
        place VARCHAR(40) NOT NULL,
        since DATE NOT NULL,
        until DATE,
        amount INTEGER NOT NULL,
        long_amount INTEGER,
        currency VARCHAR(3) NOT NULL,
        source VARCHAR NOT NULL,
        CONSTRAINT pk_allowance_rate PRIMARY KEY (id),
        CONSTRAINT ck_allowance_rate_amounts_not_negative CHECK (amount >= 0 AND (long_amount IS NULL OR long_amount >= 0)),
        CONSTRAINT ck_allowance_rate_ends_after_it_begins CHECK (until IS NULL OR until >= since),
        CONSTRAINT ck_allowance_rate_has_a_source CHECK (source <> ''),
        CONSTRAINT uq_allowance_rate_place_since_currency UNIQUE (place, since, currency)
    )
    """,
    """
    CREATE TABLE exchange_rate (
        id VARCHAR(32) NOT NULL,
        month DATE NOT NULL,
        base VARCHAR(3) NOT NULL,
        quoted VARCHAR(3) NOT NULL,
        rate VARCHAR(24) NOT NULL,
        source VARCHAR NOT NULL,
        CONSTRAINT pk_exchange_rate PRIMARY KEY (id),
        CONSTRAINT uq_exchange_rate_month_base_quoted UNIQUE (month, base, quoted),
        CONSTRAINT ck_exchange_rate_has_a_source CHECK (source <> '')
    )
    """,
    """
    CREATE TABLE provided_day (
        id VARCHAR(32) NOT NULL,
        sponsorship VARCHAR(32),
        day DATE NOT NULL,
        letters VARCHAR(5) NOT NULL,
        CONSTRAINT pk_provided_day PRIMARY KEY (id),
        CONSTRAINT fk_provided_day_sponsorship FOREIGN KEY(sponsorship) REFERENCES sponsorship (id)
    )
    """,
    "CREATE UNIQUE INDEX uq_provided_day_person ON provided_day (sponsorship, day) WHERE sponsorship IS NOT NULL",
    "CREATE UNIQUE INDEX uq_provided_day_everybody ON provided_day (day) WHERE sponsorship IS NULL",
    """
    CREATE TABLE computation (
        id VARCHAR(32) NOT NULL,
        sponsorship VARCHAR(32) NOT NULL,
        version INTEGER NOT NULL,
        policy JSON NOT NULL,
        stops JSON NOT NULL,
        by_hand BOOLEAN NOT NULL,
        days JSON NOT NULL,
        trips INTEGER NOT NULL,
        digest VARCHAR(64) NOT NULL,
        gross INTEGER NOT NULL,
        deduction INTEGER NOT NULL,
        terminals INTEGER NOT NULL,
        net INTEGER NOT NULL,
        currency VARCHAR(3) NOT NULL,
        at DATETIME NOT NULL,
        operator VARCHAR NOT NULL,
        CONSTRAINT pk_computation PRIMARY KEY (id),
        CONSTRAINT uq_computation_sponsorship_version UNIQUE (sponsorship, version),
        CONSTRAINT ck_computation_net_adds_up CHECK (net = gross - deduction + terminals AND net >= 0),
        CONSTRAINT fk_computation_sponsorship FOREIGN KEY(sponsorship) REFERENCES sponsorship (id)
    )
    """,
    """
    CREATE TABLE cost_line (
        id VARCHAR(32) NOT NULL,
        sponsorship VARCHAR(32) NOT NULL,
        agency VARCHAR(16) NOT NULL,
        kind VARCHAR(40) NOT NULL,
        estimated INTEGER NOT NULL,
        committed INTEGER NOT NULL,
        actual INTEGER NOT NULL,
        paid INTEGER NOT NULL,
        currency VARCHAR(3) NOT NULL,
        note VARCHAR NOT NULL,
        CONSTRAINT pk_cost_line PRIMARY KEY (id),
        CONSTRAINT uq_cost_line_sponsorship_agency_kind_currency UNIQUE (sponsorship, agency, kind, currency),
        CONSTRAINT ck_cost_line_not_negative CHECK (estimated >= 0 AND committed >= 0 AND actual >= 0 AND paid >= 0),
        CONSTRAINT fk_cost_line_sponsorship FOREIGN KEY(sponsorship) REFERENCES sponsorship (id),
        CONSTRAINT fk_cost_line_agency FOREIGN KEY(agency) REFERENCES agency (id)
    )
    """,
    """
    CREATE TABLE payment (
        id VARCHAR(32) NOT NULL,
        computation VARCHAR(32) NOT NULL,
        sponsorship VARCHAR(32) NOT NULL,
        state VARCHAR(40) NOT NULL,
        amount INTEGER NOT NULL,
        currency VARCHAR(3) NOT NULL,
        method VARCHAR(40) NOT NULL,
        rate VARCHAR(24) NOT NULL,
        rate_source VARCHAR NOT NULL,
        paid_amount INTEGER NOT NULL,
        paid_currency VARCHAR(3) NOT NULL,
        rounding INTEGER NOT NULL,
        received_before INTEGER NOT NULL,
        receipt INTEGER,
        approved_by VARCHAR NOT NULL,
        approved_at DATETIME,
        paid_by VARCHAR NOT NULL,
        paid_at DATETIME,
        settled_by VARCHAR NOT NULL,
        settled_at DATETIME,
        voids VARCHAR(32),
        reason VARCHAR NOT NULL,
        number INTEGER NOT NULL,
        created_at DATETIME NOT NULL,
        CONSTRAINT pk_payment PRIMARY KEY (id),
        CONSTRAINT ck_payment_paid_has_a_receipt CHECK ((receipt IS NOT NULL) = (state IN ('paid', 'settled') AND voids IS NULL)),
        CONSTRAINT ck_payment_receipt_from_one CHECK (receipt IS NULL OR receipt >= 1),
        CONSTRAINT ck_payment_paid_by_somebody CHECK (receipt IS NULL OR (approved_by <> '' AND paid_by <> '' AND paid_at IS NOT NULL)),
        CONSTRAINT ck_payment_corrections_have_states_of_their_own CHECK (CASE WHEN voids IS NULL THEN state <> 'recovery due' ELSE state IN ('void', 'recovery due', 'settled') END),
        CONSTRAINT ck_payment_void_has_a_reason CHECK ((state <> 'void' AND voids IS NULL) OR reason <> ''),
        CONSTRAINT ck_payment_amounts_not_negative CHECK (amount >= 0 AND paid_amount >= 0 AND received_before >= 0),
        CONSTRAINT fk_payment_computation FOREIGN KEY(computation) REFERENCES computation (id),
        CONSTRAINT fk_payment_sponsorship FOREIGN KEY(sponsorship) REFERENCES sponsorship (id),
        CONSTRAINT uq_payment_receipt UNIQUE (receipt),
        CONSTRAINT uq_payment_voids UNIQUE (voids),
        CONSTRAINT fk_payment_voids FOREIGN KEY(voids) REFERENCES payment (id),
        CONSTRAINT uq_payment_number UNIQUE (number)
    )
    """,
    "CREATE UNIQUE INDEX uq_payment_open ON payment (sponsorship) WHERE state IN ('computed', 'approved')",
    "CREATE UNIQUE INDEX uq_payment_live ON payment (computation) WHERE state <> 'void' AND voids IS NULL",
)

MONEY_TRIGGERS = (
    """
    CREATE TRIGGER payment_paid_stays BEFORE UPDATE ON payment
    WHEN (OLD.receipt IS NOT NULL OR OLD.voids IS NOT NULL) AND NOT (
        NEW.id IS OLD.id AND NEW.computation IS OLD.computation AND NEW.sponsorship IS OLD.sponsorship
        AND NEW.amount IS OLD.amount AND NEW.currency IS OLD.currency AND NEW.method IS OLD.method AND NEW.rate IS OLD.rate
        AND NEW.rate_source IS OLD.rate_source AND NEW.paid_amount IS OLD.paid_amount
        AND NEW.paid_currency IS OLD.paid_currency AND NEW.rounding IS OLD.rounding
        AND NEW.received_before IS OLD.received_before AND NEW.receipt IS OLD.receipt
        AND NEW.approved_by IS OLD.approved_by AND NEW.approved_at IS OLD.approved_at AND NEW.paid_by IS OLD.paid_by
        AND NEW.paid_at IS OLD.paid_at AND NEW.voids IS OLD.voids AND NEW.reason IS OLD.reason
        AND NEW.number IS OLD.number AND NEW.created_at IS OLD.created_at
        AND OLD.state IN ('paid', 'recovery due') AND NEW.state = 'settled'
        )
    BEGIN SELECT RAISE(ABORT, 'what is paid never changes'); END
    """,
    """
    CREATE TRIGGER payment_paid_is_kept BEFORE DELETE ON payment
    WHEN OLD.receipt IS NOT NULL OR OLD.voids IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'what is paid is kept'); END
    """,
    """
    CREATE TRIGGER payment_receipt_is_next BEFORE INSERT ON payment WHEN NEW.receipt IS NOT NULL
    BEGIN
        SELECT RAISE(ABORT, 'receipts have no gaps') WHERE NEW.receipt <> (SELECT coalesce(max(receipt), 0) + 1 FROM payment);
        SELECT RAISE(ABORT, 'somebody is paid once') WHERE
        EXISTS (
        SELECT 1 FROM payment AS other WHERE other.sponsorship = NEW.sponsorship AND other.receipt IS NOT NULL
        AND other.id <> NEW.id AND NOT EXISTS (SELECT 1 FROM payment AS against WHERE against.voids = other.id)
        )
        ;
    END
    """,
    """
    CREATE TRIGGER payment_receipt_becomes_next BEFORE UPDATE ON payment
    WHEN OLD.receipt IS NULL AND NEW.receipt IS NOT NULL
    BEGIN
        SELECT RAISE(ABORT, 'receipts have no gaps') WHERE NEW.receipt <> (SELECT coalesce(max(receipt), 0) + 1 FROM payment);
        SELECT RAISE(ABORT, 'somebody is paid once') WHERE
        EXISTS (
        SELECT 1 FROM payment AS other WHERE other.sponsorship = NEW.sponsorship AND other.receipt IS NOT NULL
        AND other.id <> NEW.id AND NOT EXISTS (SELECT 1 FROM payment AS against WHERE against.voids = other.id)
        )
        ;
    END
    """,
    """
    CREATE TRIGGER payment_corrects_what_is_paid BEFORE INSERT ON payment WHEN NEW.voids IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'only what is paid is corrected') WHERE
        NOT EXISTS (
        SELECT 1 FROM payment AS paid
        WHERE paid.id = NEW.voids AND paid.receipt IS NOT NULL AND paid.sponsorship = NEW.sponsorship
        )
        ; END
    """,
    """
    CREATE TRIGGER payment_becomes_no_correction BEFORE UPDATE OF voids ON payment WHEN NEW.voids IS NOT OLD.voids
    BEGIN SELECT RAISE(ABORT, 'a correction is a new line'); END
    """,
    """
    CREATE TRIGGER computation_stays BEFORE UPDATE ON computation
    BEGIN SELECT RAISE(ABORT, 'a computation never changes'); END
    """,
)

# The policies that a new meeting of that schema begins with; the first is that of every agency.
POLICIES = {
    "united-nations": {
        "name": "United Nations split 50/6/12/12/20",
        "source": "Split: United Nations reference rates as printed for the Philippines. Last day and same day 40 %: UNICEF eTools. 10 hours: unconfirmed default.",
        "room": "0.50",
        "breakfast": "0.06",
        "lunch": "0.12",
        "dinner": "0.12",
        "last_day": "0.40",
        "same_day": "0.40",
        "min_hours": 10,
        "long_after": 60,
        "terminals": "0",
    },
    "unicef-etools": {
        "name": "UNICEF eTools 50/5/10/15/20",
        "source": "Source code of UNICEF eTools: same day from 8 hours on.",
        "room": "0.50",
        "breakfast": "0.05",
        "lunch": "0.10",
        "dinner": "0.15",
        "last_day": "0.40",
        "same_day": "0.40",
        "min_hours": 8,
        "long_after": 60,
        "terminals": "0",
    },
    "nights-only": {
        "name": "Nights only",
        "source": "Practice reported of secretariats that pay nothing for the last day; unconfirmed.",
        "room": "0.50",
        "breakfast": "0.06",
        "lunch": "0.12",
        "dinner": "0.12",
        "last_day": "0",
        "same_day": "0.40",
        "min_hours": 10,
        "long_after": 60,
        "terminals": "0",
    },
}
