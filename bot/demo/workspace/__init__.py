"""A Slack workspace on this machine: what the demo shows and the tests of conversations drive.

It imitates Slack's behaviour, not its looks: the Web API methods listed in `webapi.py`, Socket
Mode and signed HTTP. Not imitated: rate limits (plan them with `Workspace.faults`), files,
external selects, workflows, and the check of a new request URL.

The page operates it through a JSON API below /demo/api/ on the same address. A request by another
name than 127.0.0.1 or localhost, or with another site's Origin, is answered 403; a POST that is
not an `application/json` object 415 or 400.

    GET  people           version, bot {id, name}, commands [text], people [Who]
    GET  state?person=U   version, person Who, channel, messages [Message], ephemerals [Message],
                          stack [View] (the last is on top), home View | null
    GET  changes?since=N  version: at once when it is not N, else after the next change or 25 s
    GET  chat             messages and homes as they are stored, with the person they belong to
    POST command          person, command, text
    POST shortcut         person, callback_id, message (ts, optional)
    POST click            person, at At, block_id, action_id, value (of an overflow menu)
    POST pick             person, at At, block_id, action_id, value Value
    POST fill             person, at At, block_id, action_id, value text, enter bool
    POST submit           person, view id, values {block_id: {action_id: Value}} (optional)
    POST close            person, view id, everything bool
    POST say              person, text, thread_ts (optional); the answer has ts
    POST edit             person, ts, text
    POST delete           person, ts
    POST open_home, read  person

    Who      id, name, email, deleted bool, guest bool, unread int
    At       {view: id} | {message: ts} | {home: true} | {ephemeral: ts}
    Value    text | null (a text, a choice, a date, a time, a person) | [text] (several)
    Message  ts, time (ISO 8601), author {id, name, bot bool}, text, blocks, edited bool,
             deletable bool, unread bool, thread_ts | null, values, replies (top level only)
    View     id, type, callback_id, title, submit | null, close | null, blocks, values,
             errors {block_id: sentence}

Every POST answers ok bool, version, text, blocks, error and errors as in `Outcome`, or, with
status 400, 404 or 415: ok false, error (bad_request, not_shown, unknown_person), detail.
Message texts are escaped as Slack escapes them. Each block has a block_id and each interactive
element an action_id, also where the app gave none.
"""

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
