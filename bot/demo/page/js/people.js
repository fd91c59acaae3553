// Who you are now, and who else you can be.

import { byId, el, redraw } from "./dom.js";
import { currentRoute, go } from "./route.js";
import { person, store } from "./store.js";
import { roleText, t } from "./strings.js";

let open = false;

export function drawPeople() {
  const me = person();
  redraw(byId("people"),
    el("h2", { id: "people-title" }, t("people")),
    school() ? el("p", { class: "school" }, school()) : null,
    me ? el("p", { class: "me" }, el("strong", {}, me.name), el("span", { class: "role" }, roleOf(me))) : null,
    switchButton(),
    el("ul", { class: open ? "people open" : "people", id: "people-list" },
      store.people.filter((one) => !one.deleted).map((one) => item(one, me))));
}

/** Seen on narrow windows only; on wide ones the list is always there. */
function switchButton() {
  const waiting = store.people.reduce((sum, one) => sum + one.unread, 0);
  return el("button", {
    type: "button", class: "switch", key: "switch", "aria-expanded": String(open), "aria-controls": "people-list",
    onclick: () => { open = !open; drawPeople(); },
  }, el("span", {}, t("switchPerson"), el("span", { class: "unseen" }, ` ${t("switchPersonRest")}`)), badge(waiting));
}

function item(one, me) {
  const current = one.id === me?.id;
  return el("li", {}, el("button", {
    type: "button", class: "person", key: `person/${one.id}`, "aria-current": current ? "true" : null,
    onclick: () => choose(one.id),
  }, el("span", { class: "initials", "aria-hidden": "true" }, initials(one.name)),
  el("span", { class: "who" }, el("span", { class: "name" }, one.name), el("span", { class: "role" }, roleOf(one))),
  badge(one.unread)));
}

function choose(id) {
  open = false;
  go(id, currentRoute().view);
  drawPeople();
  // On a narrow window the list is folded away now, and focus with it.
  byId("people").querySelector("[data-key=switch]").focus();
}

function badge(unread) {
  if (!unread) return null;
  return el("span", { class: "badge" }, el("span", { "aria-hidden": "true" }, String(unread)),
    el("span", { class: "unseen" }, ` ${t("unreadLong", unread)}`));
}

export function initials(name) {
  return name.split(" ").map((part) => part[0]).join("").slice(0, 2).toUpperCase();
}

function roleOf(one) {
  const at = store.places.get(one.email);
  if (!at) return one.email;
  const roles = at.roles.map(roleText).join(", ");
  return school() ? roles : `${roles} · ${at.schools.join(", ")}`;
}

/** The name of the school when everybody works there: said once instead of at every name. */
function school() {
  const names = new Set([...store.places.values()].flatMap((place) => place.schools));
  return names.size === 1 ? [...names][0] : "";
}
