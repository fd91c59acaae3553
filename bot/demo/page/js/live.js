// Long polling: one open question to the workspace, asked again for ever, with patience after a failure.

import { get } from "./api.js";
import { refresh, store } from "./store.js";

const FIRST_WAIT = 500;
const LONGEST_WAIT = 8000;

/** Keep the store fresh. `connection(true|false)` is called when the workspace comes or goes. */
export async function follow(connection) {
  let wait = FIRST_WAIT;
  for (;;) {
    try {
      await nextChange();
      connection(true);
      wait = FIRST_WAIT;
    } catch {
      connection(false);
      await pause(wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
      // A workspace that was started again may count from zero.
      store.version = -1;
    }
  }
}

async function nextChange() {
  const answer = await get(`changes?since=${store.version}`);
  if (answer.version !== store.version) await refresh();
}

function pause(milliseconds) {
  return new Promise((done) => { setTimeout(done, milliseconds); });
}
