// Everything that the chat service holds, of everybody: to see for yourself that it holds no details.

import { el, redraw } from "./dom.js";
import { language, t } from "./strings.js";
import { store } from "./store.js";
import { shortMoment } from "./moment.js";
import { nameOf } from "./blocks/mrkdwn.js";

let shown = "";
let word = "";

export function drawProof(root) {
  const signature = JSON.stringify([language(), store.chat]);
  if (root.dataset.view === "proof" && shown === signature) return;
  root.dataset.view = "proof";
  shown = signature;
  redraw(root, el("h2", {}, t("proof")), el("p", {}, t("proofIntro")), search(root), list(store.chat));
}

function search(root) {
  const answer = el("output", { class: "hits", for: "proof-word", "aria-live": "polite" }, hits());
  return el("form", { class: "search", role: "search", onsubmit: (event) => event.preventDefault() },
    el("label", { for: "proof-word" }, t("proofSearch")),
    el("input", {
      type: "search", id: "proof-word", key: "proof-word", value: word, autocomplete: "off",
      oninput: (event) => { word = event.target.value.trim(); answer.textContent = hits(); },
    }), answer);
}

function hits() {
  return word ? t("proofHits", word, countIn(store.chat, word)) : "";
}

/** How often `wanted` stands in any value of the data, whatever its capitals. */
export function countIn(data, wanted) {
  const flat = (text) => text.normalize("NFC").toLocaleLowerCase("nl");
  return strings(data).reduce((sum, text) => sum + flat(text).split(flat(wanted)).length - 1, 0);
}

function strings(value) {
  if (value === null || value === undefined) return [];
  if (typeof value === "object") return Object.values(value).flatMap(strings);
  return [String(value)];
}

function list(chat) {
  const { messages, homes } = chat;
  if (!messages.length && !homes.length) return el("p", { class: "empty" }, t("proofEmpty"));
  return [
    el("p", { class: "hint" }, t("proofCounts", messages.length, homes.length)),
    el("ol", { class: "proof" }, messages.map(messageItem), homes.map(homeItem)),
  ];
}

function messageItem(message) {
  const time = new Date(Number(message.ts) * 1000).toISOString();
  return el("li", {},
    el("p", { class: "message-head" }, el("strong", {}, t("proofTo", nameOf(message.person) ?? message.person)),
      el("time", { datetime: time }, shortMoment(time))),
    el("p", { lang: "nl" }, message.text),
    raw(`raw/${message.ts}`, message));
}

function homeItem(home) {
  return el("li", {},
    el("p", { class: "message-head" }, el("strong", {}, t("proofHome", nameOf(home.person) ?? home.person))),
    raw(`raw/home/${home.person}`, home));
}

function raw(key, data) {
  return el("details", {}, el("summary", { key }, t("proofRaw")), el("pre", { class: "raw" }, JSON.stringify(data, null, 2)));
}
