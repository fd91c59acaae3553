"""Alembic runs this file; `storage.migrate` hands it the connection and the transaction."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], target_metadata=None)
context.run_migrations()
