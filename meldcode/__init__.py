"""The rules of the meldcode: pure, on the standard library alone."""
