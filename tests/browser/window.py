"""The browser window in which one person after the other plays a part of the story."""

from dataclasses import dataclass
from datetime import date

from playwright.async_api import Locator, Page, Response, expect

from dialogs.texts import Texts
from tests.browser.hand import Hand
from tests.browser.look import Look
from tests.browser.part import Part


def _is_move(response: Response) -> bool:
    return response.request.method == "POST" and response.url.endswith("/demo/api/clock")


@dataclass
class Window:
    """`size` is "wide" or "phone"; `eye` looks at every screen that the story names."""

    page: Page
    hand: Hand
    texts: Texts
    eye: Look
    size: str

    @property
    def phone(self) -> bool:
        return self.size == "phone"

    async def look(self, name: str) -> None:
        await self.eye(self.page, f"{name}-{self.size}")

    @property
    def front(self) -> Part:
        """The app's window that lies over the page."""
        return self._part("#modal")

    @property
    def chat(self) -> Part:
        return self._part("main")

    @property
    def question(self) -> Part:
        """The small window that asks whether you are sure."""
        return self._part("#confirm")

    def _part(self, selector: str) -> Part:
        return Part(self.page.locator(selector), self.hand, self.texts)

    async def become(self, name: str) -> None:
        """Choose somebody in the list of people, and look at their chat."""
        await self._open("#people .switch", "#people-list")
        await self.hand.press(self.page.locator("#people-list button", has_text=name))
        await expect(self.page.locator("#people-list [aria-current]")).to_contain_text(name)
        if self.phone:
            await expect(self.page.locator("#people-list")).to_be_hidden()
        await self.go("Chat")

    async def waiting(self, name: str, count: int) -> None:
        """So many unread messages are counted beside somebody's name."""
        badge = self.page.locator("#people-list button", has_text=name).locator(".badge")
        await expect(badge).to_contain_text(str(count))

    async def go(self, view: str) -> None:
        link = self.page.locator("#views").get_by_role("link", name=view, exact=True)
        await self.hand.press(link)
        await expect(link).to_have_attribute("aria-current", "page")

    async def to_next_school_day(self) -> None:
        await self._open("#clock .switch", "#clock-moves")
        await self._moved(self.page.get_by_role("button", name="Volgende schooldag"))

    async def to_day(self, day: date) -> None:
        await self._open("#clock .switch", "#clock-moves")
        await self.hand.set_day(self.page.get_by_label("Naar een datum"), day)
        await self._moved(self.page.get_by_role("button", name="Ga naar deze dag"))

    async def _moved(self, button: Locator) -> None:
        """Press, and see that the time was moved and not refused."""
        async with self.page.expect_response(_is_move) as answer:
            await self.hand.press(button)

        assert (await (await answer.value).json())["ok"]

    async def _open(self, switch: str, list_: str) -> None:
        """On a phone the people and the clock are folded away."""
        if self.phone and await self.page.locator(list_).is_hidden():
            await self.hand.press(self.page.locator(switch))

    async def opens(self, name: str, *shown: str) -> None:
        """Press the newest button of that name in the chat; this is then shown in front."""
        await self.chat.press(name)
        await self.front.shows(*shown)

    async def leave(self) -> None:
        """Close the window in front, and the one below it."""
        await self.hand.leave(self.front.root)
