// "Are you sure": Slack's confirm object, and our own question before a message is deleted.

import { byId, el, focusOn, sameAgain } from "./dom.js";
import { t } from "./strings.js";
import { plainWords } from "./blocks/mrkdwn.js";

/** True when there is nothing to ask, or when the person says yes. Focus returns to what asked. */
export function confirmed(confirm) {
  if (!confirm) return Promise.resolve(true);
  const dialog = byId("confirm");
  dialog.replaceChildren(...content(confirm, dialog));
  dialog.returnValue = "";
  const opener = document.activeElement;
  return new Promise((answer) => {
    dialog.addEventListener("close", () => {
      // The page may have been drawn again meanwhile: then the browser finds nothing to return to.
      if (document.activeElement === document.body) focusOn(sameAgain(opener));
      answer(dialog.returnValue === "yes");
    }, { once: true });
    dialog.showModal();
  });
}

function content(confirm, dialog) {
  const yes = confirm.confirm?.text ?? t("yes");
  const no = confirm.deny?.text ?? t("cancel");
  return [
    el("h2", { id: "confirm-title" }, confirm.title?.text ?? ""),
    el("p", { id: "confirm-text" }, plainWords(confirm.text?.text ?? "")),
    el("div", { class: "dialog-foot" },
      el("button", { type: "button", autofocus: true, onclick: () => dialog.close("no") }, no),
      el("button", { type: "button", class: confirm.style ?? "primary", onclick: () => dialog.close("yes") }, yes)),
  ];
}
