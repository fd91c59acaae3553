// One way to do something: busy, ask the workspace, show what went wrong, fetch what changed.

import { showFailure } from "./announce.js";
import { post } from "./api.js";
import { currentRoute } from "./route.js";
import { atLeast, refresh } from "./store.js";

const busy = new Set();
const FAILED = { ok: false, text: "", blocks: [], errors: {} };

/**
 * Do `path` as the current person. Answers the workspace's Result; a failure is shown, never thrown.
 * `source` cannot be used again meanwhile; with `quiet`, success leaves an earlier failure in sight.
 */
export async function perform(path, body, source = null, { quiet = false } = {}) {
  // By key, because the page may be drawn again before the answer is there.
  const key = source?.dataset.key;
  if (key && busy.has(key)) return FAILED;
  busy.add(key);
  source?.setAttribute("aria-busy", "true");
  try {
    return await ask(path, body, quiet);
  } finally {
    busy.delete(key);
    source?.removeAttribute("aria-busy");
  }
}

async function ask(path, body, quiet) {
  try {
    const result = await post(path, { person: currentRoute().person, ...body });
    atLeast(result.version);
    await refresh();
    if (result.error || !quiet) showFailure(result.error);
    return result;
  } catch (problem) {
    showFailure(problem.code ?? "unknown");
    return { ...FAILED, error: problem.code ?? "unknown" };
  }
}
