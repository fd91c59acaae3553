// Times as people at the school say them.

import { language } from "./strings.js";

const ZONE = "Europe/Amsterdam";
const LONG = { weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" };
const SHORT = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };

export function longMoment(date) {
  return format(date, LONG);
}

export function shortMoment(iso) {
  return format(new Date(iso), SHORT);
}

function format(date, options) {
  const locale = language() === "nl" ? "nl-NL" : "en-GB";
  return new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options }).format(date);
}
