// The window on top of the stack of the current person, in one real <dialog>.

import { perform } from "./actions.js";
import { announce } from "./announce.js";
import { drawBlocks } from "./blocks/blocks.js";
import { Surface } from "./blocks/surface.js";
import { byId, el, focusOn, redraw, sameAgain } from "./dom.js";
import { language, t } from "./strings.js";
import { store } from "./store.js";

const NOTHING = { id: "", title: "", signature: "", errors: "{}" };
let shown = NOTHING;
let opener = null;
let surface = null;

export function drawModal() {
  const { stack, person } = store.state;
  const view = stack.at(-1);
  if (!view) return shut();
  const { values, ...looks } = view;
  const signature = JSON.stringify([language(), person.id, stack.length, looks]);
  if (byId("modal").open && signature === shown.signature) return undefined;
  return show(view, stack.length, signature);
}

function show(view, depth, signature) {
  const dialog = byId("modal");
  const before = shown;
  shown = { id: view.id, title: view.title, signature, errors: JSON.stringify(view.errors) };
  if (!dialog.open) opener = document.activeElement;
  redraw(dialog, content(view, depth));
  if (!dialog.open) dialog.showModal();
  placeFocus(dialog, before);
}

function placeFocus(dialog, before) {
  const another = before.id !== shown.id || before.title !== shown.title;
  const wrong = dialog.querySelectorAll("[aria-invalid]");
  if (wrong.length && before.errors !== shown.errors) return toFirstError(wrong);
  if (another) return toStart(dialog);
  if (!dialog.contains(document.activeElement)) byId("modal-title").focus();
  return undefined;
}

function toFirstError(wrong) {
  const [first] = wrong;
  (first.matches("fieldset") ? first.querySelector("input") : first).focus();
  announce(t("errorCount", wrong.length));
}

function toStart(dialog) {
  dialog.querySelector(".dialog-body").scrollTop = 0;
  (dialog.querySelector("[data-load-focus]") ?? byId("modal-title")).focus();
}

function content(view, depth) {
  const name = `view/${view.id}`;
  surface = new Surface({ at: { view: view.id }, name, values: view.values, errors: view.errors });
  return [
    el("form", { class: "dialog-form", novalidate: true, onsubmit: (event) => submit(event, view) },
      head(view, depth),
      el("div", { class: "dialog-body" }, drawBlocks(view.blocks, surface)),
      el("div", { class: "failure", role: "alert" }),
      foot(view)),
    el("p", { class: "unseen", "aria-live": "polite" }),
  ];
}

function head(view, depth) {
  return el("div", { class: "dialog-head" },
    el("div", {},
      el("h2", { id: "modal-title", tabindex: "-1", lang: "nl" }, view.title),
      el("p", { class: "hint" }, t("as", store.state.person.name))),
    el("button", {
      type: "button", class: "quiet cross", key: `cross/${view.id}`, "aria-label": t(depth > 1 ? "closeAll" : "close"),
      onclick: (event) => closeOnce(event, view, depth > 1),
    }, "×"));
}

function foot(view) {
  return el("div", { class: "dialog-foot", lang: "nl" },
    el("button", { type: "button", key: `close/${view.id}`, onclick: (event) => closeOnce(event, view, false) }, view.close ?? t("close")),
    view.submit ? el("button", { type: "submit", class: "primary", key: `submit/${view.id}` }, view.submit) : null);
}

async function submit(event, view) {
  event.preventDefault();
  const button = event.target.querySelector("[type=submit]");
  if (!button) return;
  const sent = surface;
  const result = await perform("submit", { view: view.id, values: sent.collect() }, button);
  if (result.ok) sent.forget();
  else if (Object.keys(result.errors).length) focusError();
}

/** The same wrong answer again draws nothing new, but the person must be brought to it again. */
function focusError() {
  const wrong = byId("modal").querySelectorAll("[aria-invalid]");
  if (wrong.length) toFirstError(wrong);
}

/** A double click must not close the window below as well. */
function closeOnce(event, view, everything) {
  return event.detail > 1 ? null : close(view, everything, event.currentTarget);
}

async function close(view, everything, source) {
  await surface.flush();
  return perform("close", { view: view.id, everything }, source);
}

function shut() {
  if (shown === NOTHING) return;
  shown = NOTHING;
  const dialog = byId("modal");
  dialog.close();
  dialog.replaceChildren();
  focusOn(sameAgain(opener));
}

/**
 * Escape and a phone's way back close the window on top, as its button does: the app hears of it.
 * A browser lets a page say no to closing only now and then (HTML, close watchers), so the key is
 * taken first, and a window that was closed all the same is still reported.
 */
export function watchEscape() {
  const dialog = byId("modal");
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.isComposing) closeTop(event);
  });
  dialog.addEventListener("cancel", closeTop);
  dialog.addEventListener("close", (event) => dialog.open || shown === NOTHING || closeTop(event));
}

function closeTop(event) {
  event.preventDefault();
  const view = store.state?.stack.at(-1);
  if (view) close(view, false, byId("modal").querySelector(".dialog-foot button"));
}
