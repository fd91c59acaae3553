"""How long a transaction waits for others, and whether it may run beside them."""

BUSY_MS = 2000
BUSY_OPTION = "busy_ms"
"""Execution option of one transaction: how long it may wait for a lock."""

GATE = "gate"
"""Execution option of a writing transaction on a server: how it stands to other writers.

In a SQLite file a writer is always alone.
"""
BESIDE, ALONE, FREE = "beside others", "alone", "free"
"""Beside other writers; only once these are done and before the next; without looking at them."""
