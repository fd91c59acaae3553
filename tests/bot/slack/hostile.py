"""Texts that would do something if anything read them as more than the characters they are."""

from collections.abc import Iterator
from itertools import cycle, islice

PIECES = (
    *("<!channel>", "<!here>", "<!everyone>", "<!subteam^S012AB3CD|team>"),
    *("<@U012AB3CD>", "<@U-maria|maria>", "<#C012AB3CD|general>", "@channel", "@maria"),
    *(
        "<https://example.org|klik>",
        "<http|x>",
        "https://example.org/?a=b&c=d",
        "<mailto:a@b.nl|m>",
    ),
    *(
        "&lt;!here&gt;",
        "&amp;lt;!here&amp;gt;",
        "*vet*",
        "_schuin_",
        "~weg~",
        "`code`",
        "```blok```",
    ),
    *(
        "> citaat",
        ":smile:",
        "<!date^1392734382^{date}|x>",
        "{code}",
        "{0.__class__}",
        "%s",
        "${x}",
    ),
    *("\u202egnp.exe", "\u2066links\u2069", "nul\u200bbreedte", "\ufeffbom", "a\u0301\u0302\u0303"),
    *(
        "\ud800",
        "los\udfff",
        "\x00",
        "\x1b[31m",
        "\r\n.\r\n",
        "\u2028",
        "👩‍👩‍👧",
        "\uff2b\uff29\uff2d",
    ),
    *("<script>alert(1)</script>", "'; DROP TABLE x; --", "=cmd|' /C calc'!A0", "{{7*7}}"),
)
FRAMES = ("{}", "Kim {} thuis", "{}{}", " {} ", "\n{}\n", "<{}>", "*{}*", "&{};", "[{}](x)", "{}|x")
LENGTHS = (1, 1, 1, 1, 3, 1, 40, 1, 700, 1, 12_000)
"""How often a text is repeated: most once, some till far past what a field takes."""

MOST = 100_000


def hostile(count: int) -> Iterator[str]:
    """So many of them, each another: a number keeps those apart that go round."""
    frames, lengths = cycle(FRAMES), cycle(LENGTHS)
    for number, piece in enumerate(islice(cycle(PIECES), count)):
        text = next(frames).replace("{}", piece)
        yield f"{number} {text * next(lengths)}"[:MOST]
