"""The schema, step by step: a new step is a file of its own, listed in `schema.STEPS`."""

from streamlation_desktop.storage.migrations.schema import (
    SCHEMA_VERSION,
    is_consistent,
    migrate,
    migrations,
    schema_version,
)

__all__ = ["SCHEMA_VERSION", "is_consistent", "migrate", "migrations", "schema_version"]
