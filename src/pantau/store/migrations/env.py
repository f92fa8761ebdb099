"""Alembic looks for this file; `pantau.store.migrate` runs the steps itself, in a transaction of ours."""
