from collections.abc import Iterator, Sequence
from datetime import date, time

from bot.demo.workspace.controls import PRESSED_KINDS, TEXT_KINDS, Control, controls
from bot.demo.workspace.errors import NotShown
from bot.demo.workspace.identity import Json

Value = str | list[str] | None
FIELDS = {
    **dict.fromkeys(TEXT_KINDS, "value"),
    "static_select": "selected_option",
    "radio_buttons": "selected_option",
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
}


def options_of(element: Json) -> list[Json]:
    grouped = [one for group in element.get("option_groups", []) for one in group["options"]]
    return list(element.get("options", [])) + grouped


def selected(element: Json, name: str) -> Json:
    """The option with this value or text; NotShown when the element does not offer it."""
    for option in options_of(element):
        if name in (option.get("value"), option["text"]["text"]):
            return {"text": option["text"], "value": option["value"]}
    raise NotShown("the element has no such option")


def state_of(element: Json, value: Value) -> Json:
    """Slack's state for an element that holds `value`; NotShown when it cannot hold that."""
    field = FIELDS.get(element["type"])
    if field is None:
        raise NotShown("this element holds no value")
    return {"type": element["type"], field: _held(element, field, value)}


def _held(element: Json, field: str, value: Value) -> object:
    match field:
        case "selected_options":
            return [selected(element, one) for one in _list(value)]
        case "selected_users":
            return _list(value)
        case _ if not value:
            return None
        case "selected_option":
            return selected(element, _one(value))
        case "selected_date" | "selected_time":
            return _moment(field, _one(value))
        case _:
            return _one(value)


def _moment(field: str, text: str) -> str:
    try:
        (date if field == "selected_date" else time).fromisoformat(text)
    except ValueError as error:
        raise NotShown("a date is written 2026-01-31, a time 13:30") from error
    return text


def simple(state: Json) -> Value:
    """The value a person chose or typed, without Slack's wrapping."""
    held = state[FIELDS[state["type"]]]
    if state["type"] in TEXT_KINDS:
        return str(held or "")
    if isinstance(held, list):
        return [one["value"] if isinstance(one, dict) else one for one in held]
    return str(held["value"] if isinstance(held, dict) else held) if held else None


class Form:
    """What is typed and chosen in one view or message.

    `previous` keeps typed input where block_id, action_id and kind are unchanged
    (docs.slack.dev/reference/views/modal-views, "Preserving input entry").
    """

    def __init__(self, blocks: Sequence[Json], previous: "Form | None" = None) -> None:
        self.controls = tuple(controls(blocks))
        self._states = {one.key: _initial(one.element) for one in self._stateful()}
        if previous is not None:
            self._keep(previous)

    def _stateful(self) -> Iterator[Control]:
        return (one for one in self.controls if one.kind not in PRESSED_KINDS)

    def _keep(self, previous: "Form") -> None:
        for control in self._stateful():
            state = previous.state(control.key)
            if state is not None and _fits(control.element, state):
                self._states[control.key] = state

    def state(self, key: tuple[str, str]) -> Json | None:
        return self._states.get(key)

    def set(self, control: Control, value: Value) -> None:
        self._states[control.key] = state_of(control.element, value)

    def values(self) -> dict[str, dict[str, Json]]:
        """`state.values` of Slack's payloads."""
        nested: dict[str, dict[str, Json]] = {}
        for (block_id, action_id), state in self._states.items():
            nested.setdefault(block_id, {})[action_id] = state
        return nested

    def simple_values(self) -> dict[str, dict[str, Value]]:
        return {
            block_id: {action_id: simple(state) for action_id, state in states.items()}
            for block_id, states in self.values().items()
        }

    def find(self, name: str, *, pressed: bool) -> list[Control]:
        """The buttons (`pressed`) or fields with this label, action_id or block_id."""
        return [
            one
            for one in self.controls
            if (one.kind in PRESSED_KINDS) is pressed and one.answers_to(name)
        ]

    def at(self, block_id: str, action_id: str) -> Control:
        for one in self.controls:
            if one.key == (block_id, action_id):
                return one
        raise NotShown("there is no such element here")


def _initial(element: Json) -> Json:
    field = FIELDS[element["type"]]
    preset = element.get(field.replace("selected", "initial").replace("value", "initial_value"))
    if preset is None and field in ("selected_options", "selected_users"):
        preset = []
    return {"type": element["type"], field: preset}


def _fits(element: Json, state: Json) -> bool:
    if state["type"] != element["type"]:
        return False
    if not FIELDS[state["type"]].startswith("selected_option"):
        return True
    offered = {one.get("value") for one in options_of(element)}
    return set(_list(simple(state))) <= offered


def _list(value: Value) -> list[str]:
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


def _one(value: Value) -> str:
    if isinstance(value, list):
        if len(value) != 1:
            raise NotShown("this element takes one value")
        return value[0]
    return str(value)
