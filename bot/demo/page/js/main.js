// Puts the parts together: draw what the store holds, follow what changes.

import { announce, showConnection, showSentence } from "./announce.js";
import { drawChat } from "./chat.js";
import { drawClock, foldClock, readClock, tick } from "./clock.js";
import { byId, el, redraw } from "./dom.js";
import { drawHome, openHome } from "./home.js";
import { follow } from "./live.js";
import { drawModal, watchEscape } from "./modal.js";
import { drawPeople } from "./people.js";
import { drawProof } from "./proof.js";
import { currentRoute, go, onRoute, routeTo, VIEWS } from "./route.js";
import { loadPlaces, onStore, person, refresh, store } from "./store.js";
import { language, t, toggleLanguage } from "./strings.js";

const DRAW = { chat: drawChat, home: drawHome, proof: drawProof };
const TICK = 1000;

function draw() {
  const { view } = currentRoute();
  drawPeople();
  drawViews(view);
  if (!store.state || (view === "proof" && !store.chat)) return;
  DRAW[view](byId("main"));
  drawModal();
  document.title = `${person().name} – ${t(view)} – Wegwijzer`;
}

function drawViews(current) {
  const id = currentRoute().person;
  const nav = byId("views");
  nav.setAttribute("aria-label", t("views"));
  redraw(nav, VIEWS.map((view) => el("a", {
    href: routeTo(id, view), key: `view/${view}`, "aria-current": view === current ? "page" : null,
  }, t(view))));
}

function drawFrame() {
  document.documentElement.lang = language();
  byId("skip").textContent = t("skip");
  byId("tagline").textContent = t("tagline");
  byId("language").textContent = t("language");
  byId("language").setAttribute("aria-label", t("languageLabel"));
  drawClock();
}

async function arrive() {
  const { person: id, view } = currentRoute();
  if (!store.people.some((one) => one.id === id)) return go(store.people[0].id, view);
  showSentence("");
  // At once: until then these links lead back to who you were.
  drawViews(view);
  foldClock();
  window.scrollTo(0, 0);
  await refresh();
  announce(`${person().name}, ${t(view)}`);
  if (view === "home") await openHome();
  return undefined;
}

function changeLanguage() {
  toggleLanguage();
  drawFrame();
  draw();
}

/** The fragment of the address is our route, so the skip link moves focus itself. */
function skip(event) {
  event.preventDefault();
  byId("main").focus();
}

function connection(up) {
  showConnection(up, t("offline"));
  if (up) readClock().catch(() => {});
}

async function start() {
  drawFrame();
  watchEscape();
  byId("language").addEventListener("click", changeLanguage);
  byId("skip").addEventListener("click", skip);
  onStore(draw);
  onRoute(arrive);
  setInterval(tick, TICK);
  await Promise.all([loadPlaces(), refresh(), readClock()]);
  await arrive();
  follow(connection);
}

start().catch(() => showSentence(t("offline")));
