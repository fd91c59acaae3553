// rich_text as elements: what a typed message looks like in Slack's own payloads.

import { el } from "../dom.js";
import { emojiFor } from "./emoji.js";
import { linkText, nameOf } from "./mrkdwn.js";

const STYLES = { bold: "strong", italic: "em", strike: "s", code: "code" };
const PARTS = {
  rich_text_section: (part) => el("p", {}, pieces(part)),
  rich_text_quote: (part) => el("blockquote", {}, pieces(part)),
  rich_text_preformatted: (part) => el("pre", {}, el("code", {}, pieces(part))),
  rich_text_list: (part) => el(part.style === "ordered" ? "ol" : "ul", {},
    part.elements.map((item) => el("li", {}, pieces(item)))),
};

export function richText(block) {
  return block.elements.map((part) => PARTS[part.type]?.(part) ?? el("p", {}, `[${part.type}]`));
}

function pieces(part) {
  return part.elements.map(piece);
}

function piece(element) {
  switch (element.type) {
    case "text": return styled(element.text, element.style);
    case "link": return styled(linkText(element.url, element.text), element.style);
    case "emoji": return emojiFor(element.name);
    case "user": return `@${nameOf(element.user_id) ?? element.user_id}`;
    default: return `[${element.type}]`;
  }
}

function styled(text, style = {}) {
  return Object.keys(STYLES).filter((name) => style[name])
    .reduce((inner, name) => el(STYLES[name], {}, inner), text);
}
