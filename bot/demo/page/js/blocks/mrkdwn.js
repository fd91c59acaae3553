// Slack's mrkdwn as elements (docs.slack.dev/messaging/formatting-message-text). Never through HTML.

import { el } from "../dom.js";
import { store } from "../store.js";
import { emojiFor } from "./emoji.js";

const STYLES = { "*": "strong", _: "em", "~": "s" };
const INLINE = new RegExp([
  "`(?<code>[^`\\n]+)`",
  "<(?<link>[^<>\\n]+)>",
  "(?<![\\p{L}\\p{N}])(?<mark>[*_~])(?<styled>\\S(?:[^\\n]*?\\S)?)\\k<mark>(?![\\p{L}\\p{N}])",
  "(?<!\\w):(?<emoji>[a-z0-9_+-]+):",
].join("|"), "gu");
const ITEM = /^\s*(?:[•\-]|(?<number>\d+)\.)\s+(?<rest>.*)$/u;
const QUOTE = /^&gt;\s?(?<rest>.*)$/u;

/** Paragraphs, lists, quotations and code of a mrkdwn text, as a list of nodes. */
export function mrkdwn(text) {
  return text.split("```").flatMap((part, index) => (index % 2 ? [codeBlock(part)] : groups(part)));
}

/** The words of a mrkdwn text without its marks, for labels. */
export function plainWords(text) {
  return el("span", {}, ...inline(text)).textContent;
}

function codeBlock(text) {
  return el("pre", {}, el("code", {}, decode(text.replace(/^\n|\n$/gu, ""))));
}

function groups(text) {
  const found = [];
  for (const line of text.split("\n")) {
    const kind = kindOf(line);
    const last = found.at(-1);
    if (last?.kind === kind) last.lines.push(line);
    else found.push({ kind, lines: [line] });
  }
  return found.map(group).filter(Boolean);
}

function kindOf(line) {
  if (!line.trim()) return "gap";
  if (QUOTE.test(line)) return "quote";
  const item = ITEM.exec(line);
  if (item) return item.groups.number ? "ol" : "ul";
  return "p";
}

function group({ kind, lines }) {
  switch (kind) {
    case "gap": return null;
    case "p": return el("p", {}, brokenLines(lines));
    case "quote": return el("blockquote", {}, brokenLines(lines.map((line) => QUOTE.exec(line).groups.rest)));
    default: return list(kind, lines);
  }
}

function list(tag, lines) {
  const items = lines.map((line) => ITEM.exec(line).groups);
  const start = tag === "ol" && items[0].number !== "1" ? items[0].number : null;
  return el(tag, { start }, items.map((item) => el("li", {}, ...inline(item.rest))));
}

function brokenLines(lines) {
  return lines.flatMap((line, index) => [index ? el("br") : null, ...inline(line)]);
}

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    nodes.push(decode(text.slice(from, match.index)), token(match.groups));
    from = match.index + match[0].length;
  }
  nodes.push(decode(text.slice(from)));
  return nodes;
}

function token({ code, link, mark, styled, emoji }) {
  if (code !== undefined) return el("code", {}, decode(code));
  if (link !== undefined) return reference(link);
  if (mark !== undefined) return el(STYLES[mark], {}, ...inline(styled));
  return emojiFor(emoji);
}

function reference(body) {
  const [target, label] = body.split("|").map(decode);
  if (target.startsWith("@")) return `@${nameOf(target.slice(1)) ?? label ?? target.slice(1)}`;
  if (target.startsWith("#")) return `#${label ?? target.slice(1)}`;
  if (target.startsWith("!")) return label ?? `@${target.slice(1)}`;
  return linkText(target, label);
}

/** A link is shown, not opened: this page has no outside world. */
export function linkText(target, label) {
  const address = target.replace(/^(mailto|tel):/u, "");
  return label && label !== address ? `${label} (${address})` : address;
}

export function nameOf(id) {
  return store.people.find((one) => one.id === id)?.name;
}

function decode(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
