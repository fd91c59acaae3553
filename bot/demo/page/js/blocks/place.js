// Where one element stands and how it is named there; shared by all elements.

import { uniqueId } from "../dom.js";

/** `label` names the element; `shown` tells whether a visible label already does. */
export function place(surface, block, label, { shown = false, required = false, describedby = null } = {}) {
  return { surface, block, label, shown, required, describedby, id: uniqueId("field") };
}

export function keyOf(element, at) {
  return at.surface.key(at.block, element);
}

export function errorAt(at) {
  return at.surface.errors[at.block.block_id];
}

/** The attributes that name and describe a single control, or the group around several. */
export function naming(element, at) {
  return {
    id: at.id,
    key: keyOf(element, at),
    "aria-label": at.shown ? null : at.label,
    "aria-describedby": at.describedby,
    "aria-invalid": errorAt(at) ? "true" : null,
    "data-load-focus": element.focus_on_load ?? null,
  };
}

export function plain(object) {
  return object?.text ?? "";
}
