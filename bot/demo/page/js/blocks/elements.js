// One table from Slack's element types to what this page draws.

import { el } from "../dom.js";
import { t } from "../strings.js";
import { button, overflow } from "./buttons.js";
import { checkboxes, menu, radios } from "./choices.js";
import { dateInput, textInput, timeInput } from "./fields.js";

const ELEMENTS = {
  button, overflow,
  static_select: menu, users_select: menu,
  multi_static_select: checkboxes, multi_users_select: checkboxes,
  radio_buttons: radios, checkboxes,
  datepicker: dateInput, timepicker: timeInput,
  plain_text_input: textInput, email_text_input: textInput,
  number_input: textInput, url_text_input: textInput,
  image: (element) => el("p", { class: "hint" }, t("image", element.alt_text ?? "")),
};
const GROUPS = new Set(["multi_static_select", "multi_users_select", "radio_buttons", "checkboxes"]);

export function drawElement(element, at) {
  return ELEMENTS[element.type]?.(element, at) ?? cannotShow(element.type);
}

/** Whether the element is several controls that need a legend instead of a label. */
export function isGroup(element) {
  return GROUPS.has(element.type);
}

export function cannotShow(type) {
  return el("p", { class: "unknown" }, t("cannotShow", type));
}
