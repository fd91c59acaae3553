// A box to type in: under the messages (also for commands) and in a thread.

import { perform } from "./actions.js";
import { showSentence } from "./announce.js";
import { el, uniqueId } from "./dom.js";
import { store } from "./store.js";
import { t } from "./strings.js";

const drafts = new Map();
const COMMAND = /^(?<name>\/\S+)\s*(?<text>[\s\S]*)$/u;

/** `key` names the box for ever; `thread` is the ts of the root message, or null. */
export function composer(key, thread) {
  const id = uniqueId("box");
  const box = el("textarea", {
    id, key, rows: "1", value: drafts.get(key) ?? "", autocomplete: "off",
    "aria-describedby": thread ? null : `${id}-hint`,
    oninput: (event) => drafts.set(key, event.target.value),
    onkeydown: (event) => sendOnEnter(event, form),
  });
  const form = el("form", { class: "composer", onsubmit: (event) => submit(event, box, key, thread) },
    el("label", { for: id }, t(thread ? "reply" : "message")), box,
    thread ? null : el("p", { class: "hint", id: `${id}-hint` }, t("messageHint")),
    el("div", { class: "composer-foot" }, thread ? null : commandButtons(),
      el("button", { type: "submit", class: "primary", key: `${key}/send` }, t("send"))));
  return form;
}

function commandButtons() {
  return store.commands.map((command) => {
    const node = el("button", {
      type: "button", key: `command/${command}`, "aria-label": t("runCommand", command),
      onclick: () => perform("command", { command, text: "" }, node),
    }, command);
    return node;
  });
}

function sendOnEnter(event, form) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
}

async function submit(event, box, key, thread) {
  event.preventDefault();
  const text = box.value.trim();
  const problem = problemWith(text, thread);
  if (problem) return refuse(box, problem);
  const result = await send(text, thread, event.submitter ?? box);
  if (!result.error) clear(key, box);
  return result;
}

function problemWith(text, thread) {
  if (!text) return t("emptyMessage");
  const command = COMMAND.exec(text)?.groups.name;
  if (!command) return null;
  if (thread) return t("commandInThread");
  return store.commands.includes(command) ? null : t("commandUnknown", command);
}

function refuse(box, sentence) {
  showSentence(sentence);
  box.focus();
}

function send(text, thread, source) {
  const command = COMMAND.exec(text)?.groups;
  if (command) return perform("command", { command: command.name, text: command.text }, source);
  return perform("say", thread ? { text, thread_ts: thread } : { text }, source);
}

/** The box may have been drawn again meanwhile: empty that one too. */
function clear(key, box) {
  drafts.delete(key);
  for (const one of [box, document.querySelector(`[data-key="${CSS.escape(key)}"]`)]) {
    if (one) one.value = "";
  }
}
