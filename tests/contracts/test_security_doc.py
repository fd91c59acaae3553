from tests.contracts.protocol_doc import known_tests
from tests.contracts.security_doc import PAGE, page, parts
from tests.contracts.tree import files, read


def test_the_page_on_security_says_what_its_source_says() -> None:
    """Who reads SECURITY.md reads docs/security.yaml; `make docs` writes it anew."""
    assert read(PAGE) == page()


def test_every_test_that_it_names_exists() -> None:
    """A test that is renamed or gone is named with what rests on it."""
    known = known_tests() | {str(path) for path in files()}
    gone = {
        row.what: missing
        for part in parts()
        for row in part.rows
        if (missing := [test for test in row.tests if test not in known])
    }

    assert gone == {}


def test_nothing_is_claimed_that_no_test_shows() -> None:
    """Each row names a test, and each row stands there once."""
    rows = [row for part in parts() for row in part.rows]

    assert [row.what for row in rows if not row.tests] == []
    assert len({row.what for row in rows}) == len(rows)
