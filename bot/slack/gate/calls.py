"""What may be sent: the arguments of each method of the Web API, and the answers to a delivery."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bot.slack.gate.blocks import HomeBlock, ModalBlock, OurWords, Part
from bot.slack.gate.texts import (
    Address,
    Block,
    Email,
    Handle,
    Id,
    Lines,
    Mark,
    Name,
    OfPerson,
    OnButton,
    OnEnvelope,
    Ours,
    Secret,
    Ts,
    like,
)


class Modal(Part):
    """What a person wrote may stand in its blocks, as plain_text, and nowhere else at all."""

    type: Literal["modal"]
    callback_id: Name
    title: OurWords
    close: OurWords
    submit: OurWords | None = None
    private_metadata: Handle
    notify_on_close: bool
    blocks: list[ModalBlock]


class Home(Part):
    type: Literal["home"]
    blocks: list[HomeBlock]


class Line(Part):
    type: Literal["plain_text"]
    text: OnEnvelope
    emoji: Literal[False]


class Label(Part):
    type: Literal["plain_text"]
    text: OnButton
    emoji: Literal[False]


class EnvelopeText(Part):
    type: Literal["section"]
    text: Line


class Footer(Part):
    type: Literal["context"]
    elements: Annotated[list[Line], Field(min_length=1, max_length=1)]


class EnvelopeButton(Part):
    type: Literal["button"]
    action_id: Name
    text: Label
    value: Handle = ""
    style: Literal["primary"] = "primary"


class EnvelopeButtons(Part):
    type: Literal["actions"]
    elements: Annotated[list[EnvelopeButton], Field(min_length=1, max_length=1)]


class Shown(Part):
    """The parts of an envelope: its `text` is what its blocks say, line by line."""

    channel: Id
    text: str
    blocks: list[Annotated[EnvelopeText | Footer | EnvelopeButtons, Field(discriminator="type")]]

    @model_validator(mode="after")
    def _says_what_is_shown(self) -> Self:
        texts = [one.text.text for one in self.blocks if isinstance(one, EnvelopeText)]
        texts += [one.elements[0].text for one in self.blocks if isinstance(one, Footer)]
        if not texts or self.text != "\n".join(texts):
            raise ValueError
        return self


class Key(Part):
    key: Mark


class Metadata(Part):
    event_type: Literal["wegwijzer_envelope"]
    event_payload: Key


class Post(Shown):
    """chat.postMessage: Slack may not look up links either."""

    unfurl_links: Literal[False]
    unfurl_media: Literal[False]
    metadata: Metadata
    thread_ts: Ts | None = None


class Whisper(Shown):
    """chat.postEphemeral."""

    user: Id
    thread_ts: Ts | None = None


class Delete(Part):
    """chat.delete, only ever with the token of who typed it."""

    channel: Id
    ts: Ts
    token: OfPerson


class Revoke(Part):
    """auth.revoke, only ever of the token of a person."""

    token: OfPerson


class Exchange(Part):
    """oauth.v2.access: a code of somebody who allowed it for their token."""

    client_id: Secret
    client_secret: Secret
    code: Secret
    redirect_uri: Address


class Open(Part):
    trigger_id: Id
    view: Modal


class Update(Part):
    view_id: Id
    view: Modal


class Publish(Part):
    user_id: Id
    view: Home


class Nothing(Part):
    """No arguments but perhaps the token of the app, with which a socket is opened."""

    token: Annotated[str, like(r"xapp-[\w-]+")] | None = None


class User(Part):
    user: Id


class Users(Part):
    users: Id


class Lookup(Part):
    email: Email


class History(Part):
    channel: Id
    limit: int = 100
    include_all_metadata: bool = False
    cursor: str | None = None
    oldest: Ts | None = None


class Replies(History):
    ts: Ts


METHODS: Mapping[str, type[Part]] = {
    "apps.connections.open": Nothing,
    "auth.revoke": Revoke,
    "auth.test": Nothing,
    "chat.delete": Delete,
    "chat.postEphemeral": Whisper,
    "chat.postMessage": Post,
    "conversations.history": History,
    "conversations.open": Users,
    "conversations.replies": Replies,
    "oauth.v2.access": Exchange,
    "users.info": User,
    "users.lookupByEmail": Lookup,
    "views.open": Open,
    "views.publish": Publish,
    "views.push": Open,
    "views.update": Update,
}
"""Every method that the process may call; any other is refused."""

IN_MODALS = frozenset({"views.open", "views.push", "views.update"})


class Corrections(Part):
    """Sentences beside the fields of a form."""

    response_action: Literal["errors"]
    errors: dict[Block, Ours]


class NextView(Part):
    response_action: Literal["update"]
    view: Modal


class Private(Part):
    """What somebody reads under a command that she typed herself."""

    text: Lines
