// The address holds who you are and what you look at: #person/view. Two windows can be two people.

export const VIEWS = ["chat", "home", "proof"];

export function currentRoute() {
  const [person = "", view = ""] = decodeURIComponent(location.hash.slice(1)).split("/");
  return { person, view: VIEWS.includes(view) ? view : "chat" };
}

export function routeTo(person, view) {
  return `#${encodeURIComponent(person)}/${view}`;
}

export function go(person, view) {
  location.hash = routeTo(person, view);
}

/** Run `changed` when the address names another person or view. */
export function onRoute(changed) {
  window.addEventListener("hashchange", changed);
}
