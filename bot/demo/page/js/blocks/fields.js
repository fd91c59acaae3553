// Elements in which a person types, and the date and the time.

import { el } from "../dom.js";
import { keyOf, naming, plain } from "./place.js";

const TYPES = { number_input: "number", email_text_input: "email", url_text_input: "url" };

export function textInput(element, at) {
  const tag = element.multiline ? "textarea" : "input";
  const node = el(tag, {
    ...naming(element, at),
    ...typing(element, at),
    type: element.multiline ? null : TYPES[element.type] ?? "text",
    rows: element.multiline ? "5" : null,
    step: element.is_decimal_allowed ? "any" : null,
    placeholder: plain(element.placeholder) || null,
    "aria-required": at.required ? "true" : null,
    autocomplete: "off",
  });
  return node;
}

function typing(element, at) {
  const { surface, block } = at;
  surface.register(block, element, () => surface.value(block, element) ?? "");
  return {
    value: surface.value(block, element) ?? "",
    oninput: (event) => surface.type(block, element, event.target.value),
    onkeydown: (event) => sendOnEnter(event, element, at),
  };
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
  const node = el("input", {
    ...naming(element, at),
    type,
    value: surface.value(block, element) ?? "",
    "aria-required": at.required ? "true" : null,
    onchange: async () => {
      const before = surface.value(block, element) ?? "";
      if (!(await surface.pick(block, element, node.value || null))) node.value = before;
    },
  });
  node.dataset.key = keyOf(element, at);
  surface.register(block, element, () => node.value || null);
  return node;
}
