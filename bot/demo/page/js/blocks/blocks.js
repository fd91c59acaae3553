// One table from Slack's block types to what this page draws.

import { el } from "../dom.js";
import { t } from "../strings.js";
import { cannotShow, drawElement } from "./elements.js";
import { inputBlock } from "./input.js";
import { mrkdwn, plainWords } from "./mrkdwn.js";
import { place, plain } from "./place.js";
import { richText } from "./rich.js";

const BLOCKS = {
  section,
  header: (block) => el("h3", {}, plain(block.text)),
  divider: () => el("hr"),
  context: (block) => el("div", { class: "context" }, block.elements.map(contextPart)),
  actions,
  input: inputBlock,
  rich_text: (block) => el("div", {}, richText(block)),
  image: (block) => el("p", { class: "hint" }, t("image", block.alt_text)),
};

/** What the app wrote, in its own language, whatever the language of the page. */
export function drawBlocks(blocks, surface) {
  return el("div", { class: "blocks", lang: "nl" },
    blocks.map((block) => BLOCKS[block.type]?.(block, surface) ?? cannotShow(block.type)));
}

function text(object) {
  return object.type === "mrkdwn" ? mrkdwn(object.text) : el("p", { class: "plain" }, object.text);
}

function section(block, surface) {
  const words = block.text ? wordsOf(block.text) : "";
  return el("div", { class: block.accessory ? "section with-accessory" : "section" },
    el("div", { class: "section-text" },
      block.text ? text(block.text) : null,
      block.fields ? el("div", { class: "fields" }, block.fields.map((field) => el("div", {}, text(field)))) : null),
    block.accessory ? el("div", { class: "accessory" },
      drawElement(block.accessory, place(surface, block, words || plain(block.accessory.placeholder)))) : null);
}

function wordsOf(object) {
  return object.type === "mrkdwn" ? plainWords(object.text) : object.text;
}

function contextPart(part) {
  return part.type === "image" ? el("p", {}, t("image", part.alt_text)) : el("div", {}, text(part));
}

function actions(block, surface) {
  return el("div", { class: "actions" }, block.elements.map((element) =>
    drawElement(element, place(surface, block, plain(element.placeholder) || plain(element.text) || t("choose")))));
}
