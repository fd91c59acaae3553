// Elements that a person presses: buttons and the overflow menu.

import { el } from "../dom.js";
import { t } from "../strings.js";
import { linkText } from "./mrkdwn.js";
import { keyOf, plain } from "./place.js";

export function button(element, at) {
  const node = el("button", {
    type: "button",
    class: element.style ?? null,
    key: keyOf(element, at),
    "aria-label": element.accessibility_label ?? null,
    onclick: () => at.surface.click(at.block, element, node),
  }, plain(element.text));
  return element.url ? el("span", {}, node, ` ${linkText(element.url)}`) : node;
}

/** The choices open below their button; Escape closes them. */
export function overflow(element, at) {
  const list = el("div", { class: "overflow-list", hidden: true, id: at.id },
    element.options.map((option) => choice(option, element, at)));
  const opener = el("button", {
    type: "button", class: "quiet", key: keyOf(element, at), "aria-expanded": "false", "aria-controls": at.id,
    onclick: () => open(list.hidden),
  }, t("more"));
  const open = (yes) => {
    list.hidden = !yes;
    opener.setAttribute("aria-expanded", String(yes));
  };
  return el("div", { class: "overflow", onkeydown: (event) => closeOnEscape(event, list, opener, open) }, opener, list);
}

function closeOnEscape(event, list, opener, open) {
  if (event.key !== "Escape" || list.hidden) return;
  event.preventDefault();
  event.stopPropagation();
  open(false);
  opener.focus();
}

function choice(option, element, at) {
  const node = el("button", {
    type: "button", class: "quiet", key: `${keyOf(element, at)}/${option.value}`,
    onclick: () => at.surface.click(at.block, element, node, option.value),
  }, plain(option.text));
  return node;
}
