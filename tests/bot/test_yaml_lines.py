import pytest

from bot.yaml_lines import YamlError, read


def test_everything_stays_text() -> None:
    """What YAML 1.1 would turn into numbers and flags stays as it was written."""
    document = read("on: 2026-12-08\nat: 15:30\nphone: 0201234567\nno: yes\n")

    assert document.data == {
        "on": "2026-12-08",
        "at": "15:30",
        "phone": "0201234567",
        "no": "yes",
    }


def test_every_place_has_its_line() -> None:
    """A place that is not in the file has the line of what is around it."""
    document = read("a:\n  - b: 1\n\n    c: [2,\n      3]\n")

    assert document.line(("a",)) == 1
    assert document.line(("a", 0, "c", 1)) == 5
    assert document.line(("a", 0, "c")) == 4
    assert document.line(("a", 0, "missing")) == 2
    assert document.line(("missing",)) == 1


def test_empty_values_are_left_out() -> None:
    """Quotes make an empty text; nothing at all makes no value."""
    assert read('a:\nb: ~\nc: ""\nd: [~]\n').data == {"c": "", "d": [None]}


@pytest.mark.parametrize(
    "text, says",
    [
        ("a: 1\nb: [secret\n", "line 3: this is no YAML"),
        ("a: 1\n\tb: secret\n", "line 2: this is no YAML"),
        ("a: 1\n--- \nb: secret\n", "line 2: this is no YAML"),
        ("a: &secret 1\nb: *secret\n", "line 2: references"),
        ("a: secret\nb: 1\na: secret\n", "line 3: this name stands twice"),
        ("a: 1\n? [secret]\n: 1\n", "line 2: a name is missing"),
        ("a: 1\nb: secret\x07\n", "line 2: there is a character"),
    ],
)
def test_what_is_no_yaml_is_told_by_line(text: str, says: str) -> None:
    """The line is given, the text is not repeated."""
    with pytest.raises(YamlError) as caught:
        read(text)

    assert str(caught.value).startswith(says)
    assert "secret" not in str(caught.value)
