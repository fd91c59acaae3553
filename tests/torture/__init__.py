"""Long runs of tests that have a short form in the suite: `make torture`."""
