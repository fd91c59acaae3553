// A place where blocks stand (a message, a window, the home screen) and what can be done there.

import { perform } from "../actions.js";
import { confirmed } from "../confirm.js";
import { currentRoute } from "../route.js";

const PAUSE = 350;
const unsent = new Map();
const timers = new Map();

export class Surface {
  /** `at` as the API wants it; `name` stays the same when the same place is drawn again. */
  constructor({ at, name, values = {}, errors = {} }) {
    Object.assign(this, { at, name, values, errors, fields: [], person: currentRoute().person });
  }

  key(block, element) {
    return `${this.name}/${block.block_id}/${element.action_id}`;
  }

  /** What the person typed but the workspace does not have yet, else what the workspace has. */
  value(block, element) {
    const key = this.key(block, element);
    return unsent.has(key) ? unsent.get(key) : this.values[block.block_id]?.[element.action_id];
  }

  register(block, element, read) {
    this.fields.push({ block, element, read });
  }

  /** All that is typed and chosen here, ready for `submit`. */
  collect() {
    const values = {};
    for (const { block, element, read } of this.fields) {
      this.stop(this.key(block, element));
      (values[block.block_id] ??= {})[element.action_id] = read();
    }
    return values;
  }

  /** Send at once what waits for a pause in typing: the place may be about to disappear. */
  async flush() {
    for (const { block, element, read } of this.fields) {
      if (timers.has(this.key(block, element))) await this.fill(block, element, read());
    }
  }

  forget() {
    for (const { block, element } of this.fields) unsent.delete(this.key(block, element));
  }

  /** `value` is the choice of an overflow menu. */
  async click(block, element, source, value = undefined) {
    if (!(await confirmed(element.confirm))) return;
    await this.flush();
    await perform("click", { ...this.target(block, element), value }, source);
  }

  /** Answers whether the choice was made: a person can still say no to `confirm`. */
  async pick(block, element, value) {
    if (!(await confirmed(element.confirm))) return false;
    await this.send("pick", block, element, value);
    return true;
  }

  type(block, element, value) {
    const key = this.key(block, element);
    unsent.set(key, value);
    this.stop(key);
    timers.set(key, setTimeout(() => this.fill(block, element, value), PAUSE));
  }

  async fill(block, element, value, enter = false) {
    this.stop(this.key(block, element));
    await this.send("fill", block, element, value, { enter });
  }

  async send(path, block, element, value, extra = {}) {
    const key = this.key(block, element);
    unsent.set(key, value);
    const body = { ...this.target(block, element), value, ...extra };
    const result = await perform(path, body, null, { quiet: true });
    if (!result.error && unsent.get(key) === value) unsent.delete(key);
  }

  target(block, element) {
    return { person: this.person, at: this.at, block_id: block.block_id, action_id: element.action_id };
  }

  stop(key) {
    clearTimeout(timers.get(key));
    timers.delete(key);
  }
}
