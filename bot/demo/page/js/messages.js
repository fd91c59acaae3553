// One message with its thread.

import { perform } from "./actions.js";
import { drawBlocks } from "./blocks/blocks.js";
import { mrkdwn } from "./blocks/mrkdwn.js";
import { Surface } from "./blocks/surface.js";
import { composer } from "./composer.js";
import { confirmed } from "./confirm.js";
import { el, focusOn, sameAgain, uniqueId } from "./dom.js";
import { shortMoment } from "./moment.js";
import { initials } from "./people.js";
import { t } from "./strings.js";

/** `reading`: who reads (`me`), what is new (`fresh`), which threads are open (`open`), `toggle(ts)`. */
export function messageItem(message, reading) {
  return el("li", {}, article(message, reading, { message: message.ts }), thread(message, reading));
}

export function ephemeralItem(message, reading) {
  return el("li", { class: "ephemeral" }, el("p", { class: "only-you" }, t("onlyYou")),
    article(message, reading, { ephemeral: message.ts }));
}

function article(message, reading, at) {
  const id = uniqueId("message");
  return el("article", { class: reading.fresh.has(message.ts) ? "message fresh" : "message", "aria-labelledby": id },
    el("span", { class: message.author.bot ? "initials bot" : "initials", "aria-hidden": "true" }, initials(message.author.name)),
    el("div", { class: "message-body" }, head(message, reading, id), body(message, at), ownTools(message, reading)));
}

function head(message, reading, id) {
  const mine = message.author.id === reading.me;
  return el("p", { class: "message-head", id },
    el("strong", {}, message.author.name),
    message.author.bot ? el("span", { class: "tag" }, t("app")) : null,
    mine ? el("span", { class: "tag" }, t("you")) : null,
    el("time", { datetime: message.time }, shortMoment(message.time)),
    message.edited ? el("span", { class: "hint" }, t("edited")) : null,
    reading.fresh.has(message.ts) ? el("span", { class: "tag new" }, t("fresh")) : null);
}

function body(message, at) {
  if (!message.blocks.length) return el("div", { class: "blocks", lang: "nl" }, mrkdwn(message.text));
  const name = `message/${message.ts}`;
  return drawBlocks(message.blocks, new Surface({ at, name, values: message.values }));
}

function ownTools(message, reading) {
  if (message.author.id !== reading.me || !message.deletable) return null;
  const node = el("button", {
    type: "button", class: "quiet small", key: `remove/${message.ts}`, onclick: () => remove(message.ts, node),
  }, t("remove"));
  return node;
}

async function remove(ts, source) {
  const plain = (key) => ({ type: "plain_text", text: t(key) });
  const question = {
    title: plain("removeTitle"), text: plain("removeText"), confirm: plain("remove"), deny: plain("cancel"), style: "danger",
  };
  if (!await confirmed(question)) return;
  await perform("delete", { ts }, source);
  // The page may have been drawn between the question and the answer: focus is never nowhere.
  if (document.activeElement === document.body) focusOn(sameAgain(source));
}

function thread(message, reading) {
  const replies = message.replies ?? [];
  const open = reading.open.has(message.ts);
  return el("div", { class: "thread" },
    opener(message, replies, open, reading),
    open ? el("section", { class: "replies", "aria-label": t("thread"), id: `thread-${message.ts}` },
      replies.length ? el("ol", {}, replies.map((reply) => el("li", {}, article(reply, reading, { message: reply.ts })))) : null,
      composer(`reply/${reading.me}/${message.ts}`, message.ts)) : null);
}

function opener(message, replies, open, reading) {
  return el("button", {
    type: "button", class: "quiet small", key: `thread/${message.ts}`,
    "aria-expanded": String(open), "aria-controls": open ? `thread-${message.ts}` : null,
    onclick: () => reading.toggle(message.ts),
  }, openerText(replies, open, reading.fresh));
}

function openerText(replies, open, fresh) {
  if (open) return t("hideThread");
  if (!replies.length) return t("writeReply");
  const news = replies.filter((reply) => fresh.has(reply.ts)).length;
  return news ? t("repliesFresh", replies.length, news) : t("replies", replies.length);
}
