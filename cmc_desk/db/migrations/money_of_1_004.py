"""The tables of allowances, payments and costs as schema 1.4 makes them."""

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
        days JSON NOT NULL,
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
        rate VARCHAR(24) NOT NULL,
        paid_amount INTEGER NOT NULL,
        paid_currency VARCHAR(3) NOT NULL,
        rounding INTEGER NOT NULL,
        method VARCHAR(40) NOT NULL,
        receipt INTEGER,
        approved_by VARCHAR NOT NULL,
        paid_by VARCHAR NOT NULL,
        paid_at DATETIME,
        voids VARCHAR(32),
        reason VARCHAR NOT NULL,
        created_at DATETIME NOT NULL,
        CONSTRAINT pk_payment PRIMARY KEY (id),
        CONSTRAINT ck_payment_paid_has_a_receipt CHECK ((state IN ('paid', 'settled')) <= (receipt IS NOT NULL)),
        CONSTRAINT ck_payment_receipt_from_one CHECK (receipt IS NULL OR receipt >= 1),
        CONSTRAINT ck_payment_amounts_not_negative CHECK (amount >= 0 AND paid_amount >= 0),
        CONSTRAINT fk_payment_computation FOREIGN KEY(computation) REFERENCES computation (id),
        CONSTRAINT fk_payment_sponsorship FOREIGN KEY(sponsorship) REFERENCES sponsorship (id),
        CONSTRAINT uq_payment_receipt UNIQUE (receipt),
        CONSTRAINT uq_payment_voids UNIQUE (voids),
        CONSTRAINT fk_payment_voids FOREIGN KEY(voids) REFERENCES payment (id)
    )
    """,
    "CREATE UNIQUE INDEX uq_payment_live ON payment (computation) WHERE state <> 'void'",
)
