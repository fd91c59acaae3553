from bot.demo.workspace.chat import Message
from bot.demo.workspace.errors import NotShown, UnknownPerson
from bot.demo.workspace.faults import Faults
from bot.demo.workspace.identity import Member
from bot.demo.workspace.outcome import Outcome
from bot.demo.workspace.person import Person
from bot.demo.workspace.reading import View
from bot.demo.workspace.webapi import Call
from bot.demo.workspace.workspace import Workspace

__all__ = [
    "Call",
    "Faults",
    "Member",
    "Message",
    "NotShown",
    "Outcome",
    "Person",
    "UnknownPerson",
    "View",
    "Workspace",
]
