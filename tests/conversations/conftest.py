import pytest

pytest.register_assert_rewrite(
    *(f"tests.conversations.{name}" for name in ("doing", "seen", "story", "story_following")),
    "tests.conversations.story_zbo",
)
