"""Named steps that bring an older meeting file to the present schema."""

from cmc_desk.db.migrations.steps import MIGRATIONS, SCHEMA_VERSION, Migration, migrate

__all__ = ["MIGRATIONS", "SCHEMA_VERSION", "Migration", "migrate"]
