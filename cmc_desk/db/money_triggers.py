"""What the database itself refuses of payments: to change what is paid, to leave a gap between receipts, to pay somebody twice."""

# Between a payment and its settlement everything but these stays as it was.
_SAME = """
    NEW.id IS OLD.id AND NEW.computation IS OLD.computation AND NEW.sponsorship IS OLD.sponsorship
    AND NEW.amount IS OLD.amount AND NEW.currency IS OLD.currency AND NEW.method IS OLD.method AND NEW.rate IS OLD.rate
    AND NEW.rate_source IS OLD.rate_source AND NEW.paid_amount IS OLD.paid_amount
    AND NEW.paid_currency IS OLD.paid_currency AND NEW.rounding IS OLD.rounding
    AND NEW.received_before IS OLD.received_before AND NEW.receipt IS OLD.receipt
    AND NEW.approved_by IS OLD.approved_by AND NEW.approved_at IS OLD.approved_at AND NEW.paid_by IS OLD.paid_by
    AND NEW.paid_at IS OLD.paid_at AND NEW.voids IS OLD.voids AND NEW.reason IS OLD.reason
    AND NEW.number IS OLD.number AND NEW.created_at IS OLD.created_at
    AND OLD.state IN ('paid', 'recovery due') AND NEW.state = 'settled'
"""
_GAP = "NEW.receipt <> (SELECT coalesce(max(receipt), 0) + 1 FROM payment)"
_PAID_ALREADY = """
    EXISTS (
        SELECT 1 FROM payment AS other WHERE other.sponsorship = NEW.sponsorship AND other.receipt IS NOT NULL
        AND other.id <> NEW.id AND NOT EXISTS (SELECT 1 FROM payment AS against WHERE against.voids = other.id)
    )
"""
_OF_NOBODY = "NOT EXISTS (SELECT 1 FROM payee WHERE payee.payment = NEW.id)"
_OF_NOTHING = """
    NOT EXISTS (
        SELECT 1 FROM payment AS paid
        WHERE paid.id = NEW.voids AND paid.receipt IS NOT NULL AND paid.sponsorship = NEW.sponsorship
    )
"""

SQLITE = (
    f"""
    CREATE TRIGGER payment_paid_stays BEFORE UPDATE ON payment
    WHEN (OLD.receipt IS NOT NULL OR OLD.voids IS NOT NULL) AND NOT ({_SAME})
    BEGIN SELECT RAISE(ABORT, 'what is paid never changes'); END
    """,
    """
    CREATE TRIGGER payment_paid_is_kept BEFORE DELETE ON payment
    WHEN OLD.receipt IS NOT NULL OR OLD.voids IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'what is paid is kept'); END
    """,
    f"""
    CREATE TRIGGER payment_receipt_is_next BEFORE INSERT ON payment WHEN NEW.receipt IS NOT NULL
    BEGIN
        SELECT RAISE(ABORT, 'receipts have no gaps') WHERE {_GAP};
        SELECT RAISE(ABORT, 'somebody is paid once') WHERE {_PAID_ALREADY};
    END
    """,
    f"""
    CREATE TRIGGER payment_receipt_becomes_next BEFORE UPDATE ON payment
    WHEN OLD.receipt IS NULL AND NEW.receipt IS NOT NULL
    BEGIN
        SELECT RAISE(ABORT, 'receipts have no gaps') WHERE {_GAP};
        SELECT RAISE(ABORT, 'somebody is paid once') WHERE {_PAID_ALREADY};
    END
    """,
    f"""
    CREATE TRIGGER payment_corrects_what_is_paid BEFORE INSERT ON payment WHEN NEW.voids IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'only what is paid is corrected') WHERE {_OF_NOTHING}; END
    """,
    """
    CREATE TRIGGER payment_becomes_no_correction BEFORE UPDATE OF voids ON payment WHEN NEW.voids IS NOT OLD.voids
    BEGIN SELECT RAISE(ABORT, 'a correction is a new line'); END
    """,
    """
    CREATE TRIGGER computation_stays BEFORE UPDATE ON computation
    BEGIN SELECT RAISE(ABORT, 'a computation never changes'); END
    """,
    f"""
    CREATE TRIGGER payment_added_says_who_was_paid BEFORE INSERT ON payment WHEN NEW.receipt IS NOT NULL AND {_OF_NOBODY}
    BEGIN SELECT RAISE(ABORT, 'a receipt says who was paid'); END
    """,
    f"""
    CREATE TRIGGER payment_paid_says_who_was_paid BEFORE UPDATE OF receipt ON payment
    WHEN NEW.receipt IS NOT NULL AND {_OF_NOBODY}
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

# ERRCODE 23000 is what the program knows as a broken rule. The lock lets one station at a time draw a number.
POSTGRESQL = (
    f"""
    CREATE FUNCTION payment_keeps_its_rules() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP <> 'INSERT' AND (OLD.receipt IS NOT NULL OR OLD.voids IS NOT NULL) THEN
            IF TG_OP = 'DELETE' THEN
                RAISE EXCEPTION 'what is paid is kept' USING ERRCODE = '23000';
            END IF;
            IF NOT ({_SAME.replace(" IS OLD.", " IS NOT DISTINCT FROM OLD.")}) THEN
                RAISE EXCEPTION 'what is paid never changes' USING ERRCODE = '23000';
            END IF;
            RETURN NEW;
        END IF;
        IF TG_OP = 'DELETE' THEN
            RETURN OLD;
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.voids IS NOT NULL THEN
            RAISE EXCEPTION 'a correction is a new line' USING ERRCODE = '23000';
        END IF;
        IF NEW.voids IS NOT NULL AND {_OF_NOTHING} THEN
            RAISE EXCEPTION 'only what is paid is corrected' USING ERRCODE = '23000';
        END IF;
        IF NEW.receipt IS NOT NULL THEN
            PERFORM pg_advisory_xact_lock(hashtext('payment.receipt'));
            IF {_GAP} THEN
                RAISE EXCEPTION 'receipts have no gaps' USING ERRCODE = '23000';
            END IF;
            IF {_PAID_ALREADY} THEN
                RAISE EXCEPTION 'somebody is paid once' USING ERRCODE = '23000';
            END IF;
            IF {_OF_NOBODY} THEN
                RAISE EXCEPTION 'a receipt says who was paid' USING ERRCODE = '23000';
            END IF;
        END IF;
        RETURN NEW;
    END
    $$
    """,
    """
    CREATE TRIGGER payment_rules BEFORE INSERT OR UPDATE OR DELETE ON payment
    FOR EACH ROW EXECUTE FUNCTION payment_keeps_its_rules()
    """,
    """
    CREATE FUNCTION computation_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'a computation never changes' USING ERRCODE = '23000';
    END
    $$
    """,
    "CREATE TRIGGER computation_rules BEFORE UPDATE ON computation FOR EACH ROW EXECUTE FUNCTION computation_stays()",
    """
    CREATE FUNCTION payee_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'who was paid never changes' USING ERRCODE = '23000';
    END
    $$
    """,
    "CREATE TRIGGER payee_rules BEFORE UPDATE OR DELETE ON payee FOR EACH ROW EXECUTE FUNCTION payee_stays()",
)
