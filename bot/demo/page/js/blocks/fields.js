// Elements in which a person types, and the date and the time.

import { el } from "../dom.js";
import { naming, plain } from "./place.js";

const TYPES = { number_input: "number", email_text_input: "email", url_text_input: "url" };

export function textInput(element, at) {
  const tag = element.multiline ? "textarea" : "input";
  const node = el(tag, {
    ...naming(element, at),
    value: at.surface.value(at.block, element) ?? "",
    oninput: () => at.surface.type(at.block, element, node.value),
    onkeydown: (event) => sendOnEnter(event, element, at),
    type: element.multiline ? null : TYPES[element.type] ?? "text",
    rows: element.multiline ? "5" : null,
    step: element.is_decimal_allowed ? "any" : null,
    placeholder: plain(element.placeholder) || null,
    "aria-required": at.required ? "true" : null,
    autocomplete: "off",
  });
  at.surface.register(at.block, element, () => node.value);
  return node;
}

function sendOnEnter(event, element, { surface, block }) {
  if (event.key !== "Enter" || event.isComposing || element.multiline) return;
  event.preventDefault();
  surface.fill(block, element, event.target.value, true);
}

export function dateInput(element, at) {
  return picker("date", element, at);
}

export function timeInput(element, at) {
  return picker("time", element, at);
}

function picker(type, element, at) {
  const { surface, block } = at;
  let held = surface.value(block, element) ?? "";
  const node = el("input", {
    ...naming(element, at),
    type,
    value: held,
    "aria-required": at.required ? "true" : null,
    onchange: async () => {
      if (await surface.pick(block, element, node.value || null)) held = node.value;
      else node.value = held;
    },
  });
  surface.register(block, element, () => node.value || null);
  return node;
}
