// The workspace's time, and the three ways to move it forward.

import { announce, showFailure } from "./announce.js";
import { get, post } from "./api.js";
import { byId, el, redraw } from "./dom.js";
import { longMoment } from "./moment.js";
import { refresh } from "./store.js";
import { t } from "./strings.js";

const REFUSALS = { past: "clockPast", far: "clockFar", unknown: "clockUnknown" };
let ahead = 0;
let today = "";
let wanted = "";
let refusal = null;
let open = false;

/** Ask the time again; it can be moved in another window too. */
export async function readClock() {
  const before = today;
  take(await get("clock"));
  // On the same day nothing is drawn again: that would take away a date that is half typed.
  if (today === before) tick();
  else drawClock();
}

function take(answer) {
  ahead = Date.parse(answer.now) - Date.now();
  today = answer.today;
}

function moment() {
  return longMoment(new Date(Date.now() + ahead));
}

/** Seen on narrow windows only: whoever goes elsewhere is done with it. */
export function foldClock() {
  if (!open) return;
  open = false;
  drawClock();
}

export function tick() {
  for (const node of document.querySelectorAll(".moment")) {
    if (node.textContent !== moment()) node.textContent = moment();
  }
}

export function drawClock() {
  redraw(byId("clock"),
    el("h2", { id: "clock-title" }, t("clock")),
    el("p", { class: "now" }, el("span", {}, `${t("clockNow")} `), el("strong", { class: "moment" }, moment())),
    el("button", {
      type: "button", class: "switch", key: "clock-open", "aria-expanded": String(open), "aria-controls": "clock-moves",
      onclick: () => { open = !open; drawClock(); },
    }, t("clock")),
    el("div", { class: open ? "moves open" : "moves", id: "clock-moves" },
      el("button", { type: "button", key: "clock-hour", onclick: (event) => move("hour", event) }, t("clockHour")),
      el("button", { type: "button", key: "clock-day", onclick: (event) => move("school_day", event) }, t("clockDay")),
      dateForm()));
}

function dateForm() {
  const id = "clock-date";
  return el("form", { novalidate: true, onsubmit: moveToDate },
    el("label", { for: id }, t("clockDate")),
    refusal ? el("p", { class: "error", id: "clock-error" }, refusal) : null,
    el("div", { class: "row" },
      el("input", {
        type: "date", id, key: id, name: "day", value: wanted || today,
        oninput: (event) => { wanted = event.target.value; },
        "aria-invalid": refusal ? "true" : null, "aria-describedby": refusal ? "clock-error" : null,
      }),
      el("button", { type: "submit", key: "clock-go" }, t("clockGo"), el("span", { class: "unseen" }, ` ${t("clockGoRest")}`))));
}

function moveToDate(event) {
  event.preventDefault();
  return move(event.target.elements.day.value || "?", event);
}

async function move(to, event) {
  const source = event.submitter ?? event.currentTarget;
  if (source.getAttribute("aria-busy") === "true") return;
  source.setAttribute("aria-busy", "true");
  try {
    await ask(to);
  } finally {
    source.removeAttribute("aria-busy");
  }
}

async function ask(to) {
  try {
    const answer = await post("clock", { to });
    await (answer.ok ? moved(answer) : refuse(answer.error));
  } catch (problem) {
    showFailure(problem.code ?? "unknown");
  }
}

function moved(answer) {
  wanted = "";
  refusal = null;
  take(answer);
  drawClock();
  announce(t("clockMoved", moment()));
  return refresh();
}

function refuse(code) {
  refusal = t(REFUSALS[code] ?? "clockUnknown");
  drawClock();
  byId("clock-date").focus();
}
