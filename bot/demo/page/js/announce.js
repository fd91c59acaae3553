// What is said aloud to a screen reader, and where failures are shown.

import { byId, el } from "./dom.js";
import { failureText } from "./strings.js";

/** Say `text` politely. An open dialog hides the rest of the page, so it is said in there. */
export function announce(text) {
  const place = document.querySelector("dialog[open] .unseen[aria-live]") ?? byId("news");
  place.textContent = "";
  requestAnimationFrame(() => { place.textContent = text; });
}

/** Show what went wrong, in the open dialog if there is one; an empty code takes it away. */
export function showFailure(code) {
  showSentence(code ? failureText(code) : "");
}

export function showSentence(sentence) {
  for (const place of document.querySelectorAll(".failure")) place.replaceChildren();
  if (!sentence) return;
  const place = document.querySelector("dialog[open] .failure") ?? byId("failure");
  place.replaceChildren(el("p", {}, sentence));
}

let offlineShown = false;

export function showConnection(up, sentence) {
  if (up !== offlineShown) return;
  offlineShown = !up;
  showSentence(up ? "" : sentence);
}
