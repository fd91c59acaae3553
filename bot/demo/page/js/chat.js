// The private chat of the current person with the app.

import { post } from "./api.js";
import { announce } from "./announce.js";
import { composer } from "./composer.js";
import { el, redraw } from "./dom.js";
import { ephemeralItem, messageItem } from "./messages.js";
import { language, t } from "./strings.js";
import { store } from "./store.js";

const NEAR = 240;
const fresh = new Set();
const open = new Set();
let shown = { person: "", signature: "", seen: new Set() };

export function drawChat(root) {
  const { state } = store;
  const signature = JSON.stringify([language(), state.person.id, state.messages, state.ephemerals, [...open]]);
  if (root.dataset.view === "chat" && shown.signature === signature) return;
  const news = notice(state);
  const follow = root.dataset.view !== "chat" || nearEnd(root);
  root.dataset.view = "chat";
  redraw(root, content(state, root));
  shown.signature = signature;
  if (follow && news.length && !walkingElsewhere(root)) lastItem(root)?.scrollIntoView({ block: "nearest" });
  markRead(state);
}

function content(state, root) {
  const reading = { me: state.person.id, fresh, open, toggle: (ts) => toggle(ts, root) };
  const items = [
    ...state.messages.map((message) => [message.ts, () => messageItem(message, reading)]),
    ...state.ephemerals.map((message) => [message.ts, () => ephemeralItem(message, reading)]),
  ].sort(([one], [other]) => Number(one) - Number(other));
  return [
    el("h2", {}, t("chatWith", store.bot.name)),
    items.length ? el("ol", { class: "messages", "aria-label": t("messages") }, items.map(([, draw]) => draw()))
      : el("p", { class: "empty" }, t("noMessages")),
    composer(`say/${state.person.id}`, null),
  ];
}

function toggle(ts, root) {
  if (!open.delete(ts)) open.add(ts);
  drawChat(root);
}

/** Remember what is new, open the threads it stands in, and say it when the person was already here. */
function notice(state) {
  if (shown.person !== state.person.id) {
    fresh.clear();
    shown = { person: state.person.id, signature: "", seen: null };
  }
  const all = state.messages.flatMap((message) => [message, ...(message.replies ?? [])]).concat(state.ephemerals);
  const news = all.filter((message) => !shown.seen?.has(message.ts));
  for (const message of news) if (message.unread) noteFresh(message);
  if (shown.seen) for (const message of news) tell(message, state);
  shown.seen = new Set(all.map((message) => message.ts));
  return news;
}

function noteFresh(message) {
  fresh.add(message.ts);
  if (message.thread_ts) open.add(message.thread_ts);
}

function tell(message, state) {
  if (message.author.id !== state.person.id) announce(`${t("newMessage", message.author.name)}: ${message.text}`);
}

function lastItem(root) {
  return root.querySelector(".messages > li:last-child");
}

/** Whoever reads far back is not carried off by a new message. */
function nearEnd(root) {
  const last = lastItem(root);
  return !last || last.getBoundingClientRect().bottom < window.innerHeight + NEAR;
}

/** Whoever walks by keyboard outside the messages would lose focus from sight. */
function walkingElsewhere(root) {
  const at = document.activeElement;
  return !root.contains(at) && at.matches(":focus-visible");
}

function markRead(state) {
  if (state.person.unread && document.visibilityState === "visible") post("read", { person: state.person.id }).catch(() => {});
}
