// Elements are made with textContent only: what an app or a person wrote is never read as HTML.

export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") node.addEventListener(name.slice(2), value);
  else if (name === "value") node.value = value;
  else if (name === "key") node.dataset.key = value;
  else node.setAttribute(name, value === true ? "" : value);
}

export function byId(id) {
  return document.getElementById(id);
}

let count = 0;

/** An id that occurs once on the page, for labels and descriptions. */
export function uniqueId(start) {
  count += 1;
  return `${start}-${count}`;
}

/** Draw `root` again while focus, text selection and page position stay where the person had them. */
export function redraw(root, ...children) {
  const held = root.contains(document.activeElement) ? heldFocus() : null;
  root.replaceChildren(...children.flat(Infinity).filter(Boolean));
  if (held) giveBack(root, held);
}

function heldFocus() {
  const node = document.activeElement;
  const { selectionStart = null, selectionEnd = null } = safeSelection(node);
  return { key: node.dataset.key, selectionStart, selectionEnd };
}

function safeSelection(node) {
  return node.tagName === "TEXTAREA" || node.type === "text" || node.type === "search" ? node : {};
}

function giveBack(root, held) {
  const node = held.key ? root.querySelector(`[data-key="${CSS.escape(held.key)}"]`) : null;
  // What had focus is gone: its place in the page is the nearest thing that is left.
  focusOn(node ?? root, { preventScroll: true });
  if (node && held.selectionStart !== null) node.setSelectionRange(held.selectionStart, held.selectionEnd);
}

/** What should have focus may be gone, folded away or busy: focus is never nowhere. */
export function focusOn(node, options) {
  node?.focus(options);
  if (document.activeElement === document.body) byId("main").focus(options);
}

/** Find the element that was drawn again with the same key as `node`, or `node` itself. */
export function sameAgain(node) {
  if (!node || node.isConnected) return node;
  const key = node.dataset?.key;
  return key ? document.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
}
