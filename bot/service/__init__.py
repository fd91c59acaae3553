"""One short function per thing a person asks: open, decide, save, all in one transaction."""
