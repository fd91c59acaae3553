// The address holds who you are and what you look at: #person/view. Two windows can be two people.

export const VIEWS = ["chat", "home", "proof"];

export function currentRoute() {
  const [person = "", view = ""] = decodeURIComponent(location.hash.slice(1)).split("/");
  return { person, view: VIEWS.includes(view) ? view : "chat" };
}

export function routeTo(person, view) {
  return `#${encodeURIComponent(person)}/${view}`;
}

/** Whoever listens has drawn anew before this returns, so that nothing moves under a next click. */
export function go(person, view) {
  history.pushState(null, "", routeTo(person, view));
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

/** Run `changed` when the address names another person or view. */
export function onRoute(changed) {
  window.addEventListener("hashchange", changed);
}
