"""What schema 1.5 adds to money: who was paid stands with each receipt, and what a night costs is known.

Whoever gave a seat up leaves no line behind that somebody could still pay.
"""

MONEY_1_005 = (
    """
    CREATE TABLE payee (
        payment VARCHAR(32) NOT NULL,
        name VARCHAR NOT NULL,
        delegation VARCHAR(16) NOT NULL,
        shares JSON NOT NULL,
        CONSTRAINT pk_payee PRIMARY KEY (payment),
        CONSTRAINT ck_payee_is_somebody CHECK (name <> '' AND delegation <> ''),
        CONSTRAINT fk_payee_payment FOREIGN KEY(payment) REFERENCES payment (id)
    )
    """,
    """
    CREATE TABLE room_price (
        id INTEGER NOT NULL,
        amount INTEGER NOT NULL,
        currency VARCHAR(3) NOT NULL,
        CONSTRAINT pk_room_price PRIMARY KEY (id),
        CONSTRAINT ck_room_price_only_one CHECK (id = 1),
        CONSTRAINT ck_room_price_not_negative CHECK (amount >= 0)
    )
    """,
    # A receipt says from now on what it would have said just before.
    """
    INSERT INTO payee (payment, name, delegation, shares)
    SELECT
        payment.id,
        coalesce(nullif(trim(participant.given_name || ' ' || participant.family_name), ''), participant.id),
        seat.delegation,
        (
            SELECT json_group_object(agency, basis_points) FROM (
                SELECT seat_share.agency AS agency, seat_share.basis_points AS basis_points
                FROM seat_share JOIN agency ON agency.id = seat_share.agency
                WHERE seat_share.seat = seat.id
                ORDER BY agency.position, agency.id
            )
        )
    FROM payment
    JOIN sponsorship ON sponsorship.id = payment.sponsorship
    JOIN participant ON participant.id = sponsorship.participant
    JOIN seat ON seat.id = sponsorship.seat
    WHERE payment.receipt IS NOT NULL
    """,
    # The price of a night, where it is the same for all.
    """
    INSERT INTO room_price (id, amount, currency)
    WITH
        cost AS (
            SELECT sponsorship, currency, sum(committed) AS committed
            FROM cost_line WHERE kind = 'hotel' AND committed > 0 GROUP BY sponsorship, currency
        ),
        booked AS (SELECT sponsorship, count(*) AS nights FROM room_night GROUP BY sponsorship),
        price AS (
            SELECT DISTINCT cost.committed / booked.nights AS amount, cost.currency AS currency
            FROM cost JOIN booked ON booked.sponsorship = cost.sponsorship
        )
    SELECT 1, amount, currency FROM price WHERE (SELECT count(*) FROM price) = 1
    """,
    """
    UPDATE payment SET state = 'void', reason = 'The seat was given up.'
    WHERE state IN ('computed', 'approved') AND sponsorship IN (
        SELECT id FROM sponsorship WHERE nomination NOT IN ('nominated', 'accepted')
    )
    """,
    """
    UPDATE cost_line SET estimated = 0, committed = 0
    WHERE kind IN ('allowance', 'terminals') AND sponsorship IN (
        SELECT id FROM sponsorship WHERE nomination NOT IN ('nominated', 'accepted')
    )
    """,
    """
    UPDATE cost_line SET estimated = committed
    WHERE estimated > committed AND kind NOT IN ('allowance', 'terminals') AND sponsorship IN (
        SELECT id FROM sponsorship WHERE nomination NOT IN ('nominated', 'accepted')
    )
    """,
    """
    CREATE TRIGGER payment_added_says_who_was_paid BEFORE INSERT ON payment
    WHEN NEW.receipt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payee WHERE payee.payment = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'a receipt says who was paid'); END
    """,
    """
    CREATE TRIGGER payment_paid_says_who_was_paid BEFORE UPDATE OF receipt ON payment
    WHEN NEW.receipt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM payee WHERE payee.payment = NEW.id)
    BEGIN SELECT RAISE(ABORT, 'a receipt says who was paid'); END
    """,
    """
    CREATE TRIGGER payee_stays BEFORE UPDATE ON payee
    BEGIN SELECT RAISE(ABORT, 'who was paid never changes'); END
    """,
    """
    CREATE TRIGGER payee_is_kept BEFORE DELETE ON payee
    BEGIN SELECT RAISE(ABORT, 'who was paid is kept'); END
    """,
)
