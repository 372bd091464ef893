"""The tables of sponsored travel as schema 1.4 makes them."""

TRAVEL = (
    """
    CREATE TABLE travel_settings (
        id INTEGER NOT NULL,
        deadline DATE,
        passport_months INTEGER NOT NULL,
        arrival_airport VARCHAR(3) NOT NULL,
        hotel VARCHAR NOT NULL,
        wave_gap INTEGER NOT NULL,
        vehicle_seats INTEGER NOT NULL,
        check_in_lead INTEGER NOT NULL,
        drive INTEGER NOT NULL,
        cash_currency VARCHAR(3) NOT NULL,
        cash_step INTEGER NOT NULL,
        CONSTRAINT pk_travel_settings PRIMARY KEY (id),
        CONSTRAINT ck_travel_settings_only_one CHECK (id = 1),
        CONSTRAINT ck_travel_settings_not_negative CHECK (passport_months >= 0 AND wave_gap >= 0 AND check_in_lead >= 0 AND drive >= 0),
        CONSTRAINT ck_travel_settings_at_least_one CHECK (vehicle_seats >= 1 AND cash_step >= 1)
    )
    """,
    """
    CREATE TABLE sent_list (
        id VARCHAR(32) NOT NULL,
        kind VARCHAR(40) NOT NULL,
        version INTEGER NOT NULL,
        recipient VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        operator VARCHAR NOT NULL,
        rows JSON NOT NULL,
        CONSTRAINT pk_sent_list PRIMARY KEY (id),
        CONSTRAINT uq_sent_list_kind_version UNIQUE (kind, version)
    )
    """,
    """
    CREATE TABLE agency (
        id VARCHAR(16) NOT NULL,
        name VARCHAR NOT NULL,
        position INTEGER NOT NULL,
        policy VARCHAR(40),
        budget INTEGER,
        budget_currency VARCHAR(3) NOT NULL,
        CONSTRAINT pk_agency PRIMARY KEY (id),
        CONSTRAINT ck_agency_has_a_name CHECK (name <> ''),
        CONSTRAINT ck_agency_budget_not_negative CHECK (budget IS NULL OR budget >= 0),
        CONSTRAINT fk_agency_policy FOREIGN KEY(policy) REFERENCES allowance_policy (id)
    )
    """,
    """
    CREATE TABLE seat (
        id VARCHAR(32) NOT NULL,
        delegation VARCHAR(16) NOT NULL,
        number INTEGER NOT NULL,
        profile VARCHAR(40) NOT NULL,
        planned JSON NOT NULL,
        CONSTRAINT pk_seat PRIMARY KEY (id),
        CONSTRAINT uq_seat_delegation_number UNIQUE (delegation, number),
        CONSTRAINT ck_seat_number_from_one CHECK (number >= 1),
        CONSTRAINT fk_seat_delegation FOREIGN KEY(delegation) REFERENCES delegation (id)
    )
    """,
    """
    CREATE TABLE nomination_letter (
        id VARCHAR(32) NOT NULL,
        delegation VARCHAR(16) NOT NULL,
        kind VARCHAR(40) NOT NULL,
        reference VARCHAR NOT NULL,
        dated DATE NOT NULL,
        received DATE NOT NULL,
        file_name VARCHAR NOT NULL,
        file BLOB,
        digest VARCHAR(64) NOT NULL,
        CONSTRAINT pk_nomination_letter PRIMARY KEY (id),
        CONSTRAINT ck_nomination_letter_file_with_its_digest CHECK ((file IS NULL) = (digest = '')),
        CONSTRAINT fk_nomination_letter_delegation FOREIGN KEY(delegation) REFERENCES delegation (id)
    )
    """,
    "CREATE INDEX ix_nomination_letter_delegation ON nomination_letter (delegation)",
    """
    CREATE TABLE seat_share (
        seat VARCHAR(32) NOT NULL,
        agency VARCHAR(16) NOT NULL,
        basis_points INTEGER NOT NULL,
        CONSTRAINT pk_seat_share PRIMARY KEY (seat, agency),
        CONSTRAINT ck_seat_share_part_of_a_whole CHECK (basis_points BETWEEN 1 AND 10000),
        CONSTRAINT fk_seat_share_seat FOREIGN KEY(seat) REFERENCES seat (id),
        CONSTRAINT fk_seat_share_agency FOREIGN KEY(agency) REFERENCES agency (id)
    )
    """,
    """
    CREATE TABLE letter_names (
        letter VARCHAR(32) NOT NULL,
        participant VARCHAR(32) NOT NULL,
        CONSTRAINT pk_letter_names PRIMARY KEY (letter, participant),
        CONSTRAINT fk_letter_names_letter FOREIGN KEY(letter) REFERENCES nomination_letter (id),
        CONSTRAINT fk_letter_names_participant FOREIGN KEY(participant) REFERENCES participant (id)
    )
    """,
    """
    CREATE TABLE travel_document (
        id VARCHAR(32) NOT NULL,
        issuer VARCHAR(8) NOT NULL,
        number VARCHAR NOT NULL,
        name VARCHAR NOT NULL,
        birth DATE,
        expires DATE,
        CONSTRAINT pk_travel_document PRIMARY KEY (id),
        CONSTRAINT fk_travel_document_id FOREIGN KEY(id) REFERENCES participant (id)
    )
    """,
    """
    CREATE TABLE sponsorship (
        id VARCHAR(32) NOT NULL,
        seat VARCHAR(32) NOT NULL,
        participant VARCHAR(32) NOT NULL,
        nomination VARCHAR(40) NOT NULL,
        travel VARCHAR(40) NOT NULL,
        visa VARCHAR(40) NOT NULL,
        visa_note VARCHAR NOT NULL,
        visa_due DATE,
        profile VARCHAR(40) NOT NULL,
        focal_point BOOLEAN NOT NULL,
        letter VARCHAR(32),
        replaces VARCHAR(32),
        accepted_at DATETIME,
        arrived_at DATETIME,
        released_by VARCHAR NOT NULL,
        reason VARCHAR NOT NULL,
        version INTEGER NOT NULL,
        created_at DATETIME NOT NULL,
        changed_by VARCHAR NOT NULL,
        changed_at DATETIME NOT NULL,
        holds_seat INTEGER NOT NULL GENERATED ALWAYS AS (CASE WHEN nomination IN ('nominated', 'accepted') THEN 1 ELSE 0 END) STORED,
        CONSTRAINT pk_sponsorship PRIMARY KEY (id),
        CONSTRAINT ck_sponsorship_version_from_one CHECK (version >= 1),
        CONSTRAINT ck_sponsorship_released_by_somebody CHECK (nomination <> 'released' OR released_by <> ''),
        CONSTRAINT fk_sponsorship_seat FOREIGN KEY(seat) REFERENCES seat (id),
        CONSTRAINT fk_sponsorship_participant FOREIGN KEY(participant) REFERENCES participant (id),
        CONSTRAINT fk_sponsorship_letter FOREIGN KEY(letter) REFERENCES nomination_letter (id),
        CONSTRAINT uq_sponsorship_replaces UNIQUE (replaces),
        CONSTRAINT fk_sponsorship_replaces FOREIGN KEY(replaces) REFERENCES sponsorship (id)
    )
    """,
    "CREATE INDEX ix_sponsorship_seat ON sponsorship (seat)",
    "CREATE INDEX ix_sponsorship_participant ON sponsorship (participant)",
    "CREATE UNIQUE INDEX uq_sponsorship_seat_held ON sponsorship (seat) WHERE holds_seat = 1",
    """
    CREATE TABLE waiver (
        sponsorship VARCHAR(32) NOT NULL,
        warned VARCHAR(40) NOT NULL,
        reason VARCHAR NOT NULL,
        operator VARCHAR NOT NULL,
        at DATETIME NOT NULL,
        CONSTRAINT pk_waiver PRIMARY KEY (sponsorship, warned),
        CONSTRAINT ck_waiver_has_a_reason CHECK (reason <> ''),
        CONSTRAINT fk_waiver_sponsorship FOREIGN KEY(sponsorship) REFERENCES sponsorship (id)
    )
    """,
    """
    CREATE TABLE itinerary (
        id VARCHAR(32) NOT NULL,
        sponsorship VARCHAR(32) NOT NULL,
        version INTEGER NOT NULL,
        locator VARCHAR NOT NULL,
        ticket VARCHAR NOT NULL,
        name_on_ticket VARCHAR NOT NULL,
        fare INTEGER,
        currency VARCHAR(3) NOT NULL,
        hold_until DATETIME,
        issued_at DATETIME,
        at DATETIME NOT NULL,
        CONSTRAINT pk_itinerary PRIMARY KEY (id),
        CONSTRAINT uq_itinerary_sponsorship_version UNIQUE (sponsorship, version),
        CONSTRAINT ck_itinerary_fare_not_negative CHECK (fare IS NULL OR fare >= 0),
        CONSTRAINT fk_itinerary_sponsorship FOREIGN KEY(sponsorship) REFERENCES sponsorship (id)
    )
    """,
    """
    CREATE TABLE room_night (
        sponsorship VARCHAR(32) NOT NULL,
        night DATE NOT NULL,
        hotel VARCHAR NOT NULL,
        room VARCHAR NOT NULL,
        breakfast BOOLEAN NOT NULL,
        paid_by VARCHAR NOT NULL,
        CONSTRAINT pk_room_night PRIMARY KEY (sponsorship, night),
        CONSTRAINT fk_room_night_sponsorship FOREIGN KEY(sponsorship) REFERENCES sponsorship (id)
    )
    """,
    """
    CREATE TABLE leg (
        id VARCHAR(32) NOT NULL,
        itinerary VARCHAR(32) NOT NULL,
        sequence INTEGER NOT NULL,
        direction VARCHAR(40) NOT NULL,
        carrier VARCHAR(3) NOT NULL,
        number VARCHAR(8) NOT NULL,
        origin VARCHAR(3) NOT NULL,
        destination VARCHAR(3) NOT NULL,
        departs DATETIME NOT NULL,
        arrives DATETIME NOT NULL,
        surface BOOLEAN NOT NULL,
        flown_at DATETIME,
        evidence VARCHAR NOT NULL,
        evidence_digest VARCHAR(64) NOT NULL,
        CONSTRAINT pk_leg PRIMARY KEY (id),
        CONSTRAINT uq_leg_itinerary_sequence UNIQUE (itinerary, sequence),
        CONSTRAINT ck_leg_arrives_after_it_departs CHECK (arrives > departs),
        CONSTRAINT fk_leg_itinerary FOREIGN KEY(itinerary) REFERENCES itinerary (id)
    )
    """,
    "CREATE INDEX ix_leg_carrier_number_departs ON leg (carrier, number, departs)",
)
