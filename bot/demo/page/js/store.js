// What the page knows. It is fetched again whenever the workspace says that something changed.

import { get } from "./api.js";
import { currentRoute } from "./route.js";

export const store = {
  people: [], bot: { id: "", name: "Wegwijzer" }, commands: [], places: new Map(),
  state: null, chat: null, version: 0,
};

const listeners = [];
let running = null;
let again = false;
let floor = 0;

/** Call `listener()` after everything that changes the store. */
export function onStore(listener) {
  listeners.push(listener);
}

export function person() {
  return store.people.find((one) => one.id === currentRoute().person) ?? null;
}

/** No state older than this version may be shown: an action of ours is in it. */
export function atLeast(version) {
  floor = Math.max(floor, version ?? 0);
}

export async function loadPlaces() {
  const answer = await get("organisation");
  store.places = new Map(answer.people.map((one) => [one.email, one]));
}

/** Fetch again; calls during a fetch lead to one more fetch, never to two at a time. */
export function refresh() {
  again = true;
  running ??= fetchUntilQuiet().finally(() => { running = null; });
  return running;
}

async function fetchUntilQuiet() {
  while (again) {
    again = false;
    await fetchOnce();
  }
}

async function fetchOnce() {
  const route = currentRoute();
  const known = store.people.some((one) => one.id === route.person);
  const [people, state, chat] = await Promise.all([
    get("people"),
    known ? get(`state?person=${encodeURIComponent(route.person)}`) : null,
    route.view === "proof" ? get("chat") : null,
  ]);
  if (isStale(route, state)) again = true;
  else take(people, state, chat);
}

function isStale(route, state) {
  const early = state !== null && state.version < floor;
  // One more fetch is enough: it starts after the action. A restarted workspace counts from zero.
  floor = 0;
  return early || currentRoute().person !== route.person || currentRoute().view !== route.view;
}

function take(people, state, chat) {
  Object.assign(store, { people: people.people, bot: people.bot, commands: people.commands });
  store.state = state;
  store.chat = chat ?? store.chat;
  store.version = state?.version ?? people.version;
  for (const listener of listeners) listener();
}
