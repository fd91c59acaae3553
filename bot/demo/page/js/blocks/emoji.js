// The few emoji names that a school app is likely to send; any other name stays readable as :name:.

const EMOJI = {
  white_check_mark: "✅", heavy_check_mark: "✔️", warning: "⚠️", telephone_receiver: "📞", phone: "☎️",
  bell: "🔔", calendar: "📅", lock: "🔒", memo: "📝", eyes: "👀", wave: "👋", heart: "❤️", thumbsup: "👍",
  "+1": "👍", arrow_right: "➡️", hourglass: "⌛", information_source: "ℹ️", question: "❓", speech_balloon: "💬",
  compass: "🧭", school: "🏫", large_green_circle: "🟢", large_yellow_circle: "🟡", red_circle: "🔴", tada: "🎉",
};

export function emojiFor(name) {
  return EMOJI[name] ?? `:${name}:`;
}
