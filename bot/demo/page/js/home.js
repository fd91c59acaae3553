// The app's home screen of the current person.

import { perform } from "./actions.js";
import { drawBlocks } from "./blocks/blocks.js";
import { Surface } from "./blocks/surface.js";
import { el, redraw } from "./dom.js";
import { language, t } from "./strings.js";
import { store } from "./store.js";

let shown = "";

export function drawHome(root) {
  const { home, person } = store.state;
  const signature = JSON.stringify([language(), person.id, home?.blocks ?? null, home?.errors]);
  if (root.dataset.view === "home" && shown === signature) return;
  root.dataset.view = "home";
  shown = signature;
  redraw(root, el("h2", {}, t("home")), home ? screen(home) : el("p", { class: "empty" }, t("homeEmpty")));
}

function screen(home) {
  const surface = new Surface({ at: { home: true }, name: "home", values: home.values, errors: home.errors });
  return el("div", { class: "home" }, drawBlocks(home.blocks, surface));
}

/** The app hears that its home screen is opened, as in Slack. */
export function openHome() {
  return perform("open_home", {}, null, { quiet: true });
}
