"""Does chat hold what only the store may hold? What was sent is read back and held beside it."""
