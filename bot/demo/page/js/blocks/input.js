// The input block: label, hint, field and, after a wrong answer, the sentence that says what to do.

import { el, uniqueId } from "../dom.js";
import { t } from "../strings.js";
import { drawElement, isGroup } from "./elements.js";
import { errorAt, place, plain } from "./place.js";

export function inputBlock(block, surface) {
  const at = place(surface, block, plain(block.label), { shown: true, required: !block.optional });
  const notes = [hint(block), error(at)].filter(Boolean);
  at.describedby = notes.map((note) => note.id).join(" ") || null;
  const draw = isGroup(block.element) ? group : single;
  return el("div", { class: errorAt(at) ? "input wrong" : "input" }, draw(block, at, notes));
}

function single(block, at, notes) {
  return [el("label", { for: at.id }, labelText(block)), notes, drawElement(block.element, at)];
}

function group(block, at, notes) {
  return drawElement(block.element, { ...at, legend: labelText(block), below: notes });
}

function labelText(block) {
  return [plain(block.label), block.optional ? el("span", { class: "optional" }, ` ${t("optional")}`) : null];
}

function hint(block) {
  return block.hint ? el("p", { class: "hint", id: uniqueId("hint") }, plain(block.hint)) : null;
}

function error(at) {
  const sentence = errorAt(at);
  if (!sentence) return null;
  return el("p", { class: "error", id: uniqueId("error") }, el("span", { class: "unseen" }, `${t("error")}: `), sentence);
}
