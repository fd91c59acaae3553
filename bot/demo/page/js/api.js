// The workspace's JSON API: every address of it stands in this folder's modules as a plain path.

const ROOT = "/demo/api/";

/** The workspace answered with an error, or (status 0) could not be reached. */
export class ApiError extends Error {
  constructor(status, code, detail) {
    super(detail || code);
    this.status = status;
    this.code = code;
  }
}

export function get(path, options = {}) {
  return ask(path, options);
}

export function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body) });
}

async function ask(path, options) {
  const response = await reach(path, options);
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, body.error ?? "unknown", body.detail);
  return body;
}

async function reach(path, options) {
  try {
    return await fetch(ROOT + path, options);
  } catch {
    throw new ApiError(0, "unreachable");
  }
}
