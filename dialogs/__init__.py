"""The conversations as data: forms, screens and texts. No platform, no database."""
