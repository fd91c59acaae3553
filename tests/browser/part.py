"""A part of the page (the window in front, the chat, the side) and what is done there by hand."""

from dataclasses import dataclass
from datetime import date

from playwright.async_api import Locator, expect

from dialogs.texts import Texts
from tests.browser.hand import Hand


@dataclass(frozen=True)
class Part:
    """What stands here is named by the key of its text, or else by its very words."""

    root: Locator
    hand: Hand
    texts: Texts

    def word(self, name: str) -> str:
        return self.texts.entries.get(name, name)

    async def press(self, name: str) -> None:
        """The last button of that name: in a chat that is the newest."""
        button = self.root.get_by_role("button", name=self.word(name), exact=True)
        await self.hand.press(button.last)

    async def press_first(self, name: str) -> None:
        """The first button of that name: in a chat the one of the case itself."""
        button = self.root.get_by_role("button", name=self.word(name), exact=True)
        await self.hand.press(button.first)

    async def press_start(self, start: str) -> None:
        """The first button whose name starts like this."""
        await self.hand.press(self.root.get_by_role("button", name=start).first)

    async def write(self, label: str, text: str) -> None:
        await self.hand.write(self.root.get_by_label(self.word(label)), text)

    async def send(self, label: str) -> None:
        """What was written in this box of the chat."""
        await self.hand.send(self.root.get_by_label(self.word(label)))

    async def choose(self, question: str, *answers: str) -> None:
        group = self.root.get_by_role("group", name=self.word(question))
        for answer in answers:
            await self.hand.choose(group.get_by_label(self.word(answer), exact=True))

    async def set_day(self, label: str, day: date) -> None:
        await self.hand.set_day(self.root.get_by_label(self.word(label)), day)

    async def shows(self, *names: str) -> None:
        for name in names:
            await expect(self.root).to_contain_text(self.word(name))

    async def holds(self, label: str, text: str) -> None:
        await expect(self.root.get_by_label(self.word(label))).to_have_value(self.word(text))

    async def lacks(self, *names: str) -> None:
        for name in names:
            await expect(self.root).not_to_contain_text(self.word(name))
