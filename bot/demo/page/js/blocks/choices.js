// Elements in which a person chooses: menus, radio buttons, checkboxes, people.

import { el } from "../dom.js";
import { store } from "../store.js";
import { t } from "../strings.js";
import { mrkdwn, plainWords } from "./mrkdwn.js";
import { keyOf, naming, plain } from "./place.js";

export function menu(element, at) {
  const { surface, block } = at;
  let held = surface.value(block, element) ?? "";
  const node = el("select", {
    ...naming(element, at),
    "aria-required": at.required ? "true" : null,
    onchange: async () => {
      if (await surface.pick(block, element, node.value || null)) held = node.value;
      else node.value = held;
    },
  }, el("option", { value: "" }, plain(element.placeholder) || t("choose")), menuOptions(element));
  node.value = held;
  surface.register(block, element, () => node.value || null);
  return node;
}

function menuOptions(element) {
  return groupsOf(element).map(({ label, options }) => {
    const nodes = options.map((option) => el("option", { value: option.value }, words(option.text)));
    return label ? el("optgroup", { label }, nodes) : nodes;
  });
}

export function radios(element, at) {
  return choiceGroup("radio", element, at);
}

export function checkboxes(element, at) {
  return choiceGroup("checkbox", element, at);
}

function choiceGroup(type, element, at) {
  const { surface, block } = at;
  const inputs = [];
  const several = type === "checkbox";
  let held = surface.value(block, element);
  const change = async () => {
    const picked = chosen(inputs, several);
    if (await surface.pick(block, element, picked)) held = picked;
    else check(inputs, held);
  };
  const parts = groupsOf(element).map((group) => optionGroup(group, (option) =>
    choice(type, option, element, at, inputs, change)));
  check(inputs, held);
  surface.register(block, element, () => chosen(inputs, several));
  const { "aria-label": label, key, ...names } = naming(element, at);
  return el("fieldset", { ...names, "data-group": key },
    el("legend", { class: at.shown ? null : "unseen" }, at.shown ? at.legend : label), at.below ?? [], parts);
}

function optionGroup({ label, options }, draw) {
  return [label ? el("p", { class: "option-group" }, label) : null, options.map(draw)];
}

function choice(type, option, element, at, inputs, onchange) {
  const key = `${keyOf(element, at)}/${option.value}`;
  const input = el("input", { type, name: at.id, value: option.value, key, onchange });
  inputs.push(input);
  return el("label", { class: "choice" }, input, el("span", {}, inlineText(option.text),
    option.description ? el("span", { class: "description" }, inlineText(option.description)) : null));
}

function inlineText(object) {
  if (object.type !== "mrkdwn") return object.text;
  return mrkdwn(object.text).flatMap((node) => [...node.childNodes]);
}

function chosen(inputs, several) {
  const values = inputs.filter((input) => input.checked).map((input) => input.value);
  return several ? values : values[0] ?? null;
}

function check(inputs, value) {
  const held = [value ?? []].flat();
  for (const input of inputs) input.checked = held.includes(input.value);
}

function groupsOf(element) {
  if (element.type.includes("users_select")) return [{ options: peopleOptions() }];
  if (!element.option_groups) return [{ options: element.options }];
  return element.option_groups.map((group) => ({ label: plain(group.label), options: group.options }));
}

function peopleOptions() {
  return store.people.filter((one) => !one.deleted)
    .map((one) => ({ value: one.id, text: { type: "plain_text", text: one.name } }));
}

function words(object) {
  return object.type === "mrkdwn" ? plainWords(object.text) : object.text;
}
