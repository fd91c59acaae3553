// Every word of the page itself. What the app says comes from the app and is not translated here.

const nl = {
  skip: "Naar de inhoud",
  tagline: "Proefomgeving met verzonnen mensen. Alles blijft op deze computer.",
  language: "English",
  languageLabel: "Switch this page to English",
  people: "Je bent nu",
  switchPerson: "Wissel",
  switchPersonRest: "van persoon",
  unreadLong: (n) => (n === 1 ? "1 ongelezen bericht" : `${n} ongelezen berichten`),
  views: "Weergaven",
  chat: "Chat",
  chatWith: (bot) => `Chat met ${bot}`,
  home: "Start",
  proof: "Wat staat er in de chat",
  you: "jij",
  app: "app",
  fresh: "Nieuw",
  edited: "(aangepast)",
  onlyYou: "Alleen zichtbaar voor jou",
  noMessages: "Er zijn nog geen berichten.",
  messages: "Berichten",
  replies: (n) => (n === 1 ? "1 antwoord" : `${n} antwoorden`),
  repliesFresh: (n, fresh) => `${nl.replies(n)}, ${fresh} nieuw`,
  reply: "Antwoord in dit gesprek",
  writeReply: "Schrijf een antwoord",
  hideThread: "Verberg gesprek",
  thread: "Antwoorden bij dit bericht",
  send: "Verstuur",
  message: "Schrijf een bericht of een opdracht",
  messageHint: "Begin met / voor een opdracht. Enter verstuurt, Shift + Enter geeft een nieuwe regel.",
  runCommand: (command) => `Geef opdracht ${command}`,
  commandUnknown: (command) => `De opdracht ${command} bestaat hier niet.`,
  commandInThread: "Een opdracht werkt niet in een gesprek. Typ hem onderaan bij de berichten.",
  emptyMessage: "Schrijf eerst iets.",
  remove: "Verwijder",
  removeTitle: "Bericht verwijderen?",
  removeText: "Het bericht verdwijnt uit de chat.",
  cancel: "Annuleer",
  newMessage: (who) => `Nieuw bericht van ${who}`,
  homeEmpty: "Het startscherm is nog leeg.",
  close: "Sluit",
  closeAll: "Sluit alle vensters",
  as: (name) => `als ${name}`,
  error: "Fout",
  errorCount: (n) => (n === 1 ? "Er is 1 ding om te herstellen." : `Er zijn ${n} dingen om te herstellen.`),
  optional: "(mag leeg blijven)",
  choose: "Kies",
  more: "Meer keuzes",
  cannotShow: (type) => `Dit onderdeel (${type}) kan deze pagina niet laten zien.`,
  image: (alt) => `Afbeelding: ${alt}`,
  yes: "Ja",
  clock: "Klok",
  clockNow: "Het is hier nu",
  clockHour: "Een uur verder",
  clockDay: "Volgende schooldag (08:05)",
  clockDate: "Naar een datum (08:05)",
  clockGo: "Ga",
  clockGoRest: "naar deze dag",
  clockMoved: (moment) => `Het is nu ${moment}.`,
  clockPast: "Kies een datum na vandaag. De klok kan niet terug.",
  clockFar: "Kies een datum binnen een jaar.",
  clockUnknown: "Kies een datum.",
  proofIntro: "Dit is alles wat nu bij de chatdienst bewaard is, van alle mensen samen. Zoek hier een woord dat je in een formulier typte.",
  proofSearch: "Zoek een woord in de hele chat",
  proofHits: (word, n) => `“${word}” komt ${n} keer voor in de chat.`,
  proofCounts: (messages, homes) => `Berichten: ${messages}. Startschermen: ${homes}.`,
  proofRaw: "Ruwe gegevens",
  proofTo: (name) => `In de chat van ${name}`,
  proofHome: (name) => `Startscherm van ${name}`,
  proofEmpty: "De chat is leeg.",
  failures: {
    app_did_not_respond: "De app reageerde niet op tijd. Probeer het nog eens.",
    dispatch_failed: "De app is niet bereikbaar. Probeer het zo nog eens.",
    invalid_response: "De app gaf een antwoord dat niet klopt. Probeer het nog eens.",
    not_shown: "Dit staat niet meer op het scherm. Kijk wat er nu staat.",
    unreachable: "De proefomgeving is niet bereikbaar. Wat je typte blijft staan.",
    unknown: "Dat lukte niet. Probeer het nog eens.",
  },
  offline: "Geen verbinding met de proefomgeving. We proberen het steeds opnieuw.",
  roles: {
    teacher: "leerkracht", intern_begeleider: "IB'er", deputy: "vervanger van de IB'er",
    aandachtsfunctionaris: "aandachtsfunctionaris", director: "directeur", zbo_chair: "voorzitter ZBO",
    oka: "ouder- en kindadviseur", smw: "schoolmaatschappelijk werk", jgz: "jeugdgezondheidszorg", admin: "beheerder",
  },
};

const en = {
  skip: "To the content",
  tagline: "A place to try it, with invented people. Everything stays on this computer.",
  language: "Nederlands",
  languageLabel: "Zet deze pagina in het Nederlands",
  people: "You are now",
  switchPerson: "Change",
  switchPersonRest: "person",
  unreadLong: (n) => (n === 1 ? "1 unread message" : `${n} unread messages`),
  views: "Views",
  chat: "Chat",
  chatWith: (bot) => `Chat with ${bot}`,
  home: "Home",
  proof: "What is in the chat",
  you: "you",
  app: "app",
  fresh: "New",
  edited: "(edited)",
  onlyYou: "Only visible to you",
  noMessages: "There are no messages yet.",
  messages: "Messages",
  replies: (n) => (n === 1 ? "1 reply" : `${n} replies`),
  repliesFresh: (n, fresh) => `${en.replies(n)}, ${fresh} new`,
  reply: "Reply in this thread",
  writeReply: "Write a reply",
  hideThread: "Hide thread",
  thread: "Replies to this message",
  send: "Send",
  message: "Write a message or a command",
  messageHint: "Start with / for a command. Enter sends, Shift + Enter makes a new line.",
  runCommand: (command) => `Run ${command}`,
  commandUnknown: (command) => `The command ${command} does not exist here.`,
  commandInThread: "A command does not work in a thread. Type it below, under the messages.",
  emptyMessage: "Write something first.",
  remove: "Delete",
  removeTitle: "Delete this message?",
  removeText: "The message disappears from the chat.",
  cancel: "Cancel",
  newMessage: (who) => `New message from ${who}`,
  homeEmpty: "The home screen is still empty.",
  close: "Close",
  closeAll: "Close all windows",
  as: (name) => `as ${name}`,
  error: "Error",
  errorCount: (n) => (n === 1 ? "There is 1 thing to repair." : `There are ${n} things to repair.`),
  optional: "(may stay empty)",
  choose: "Choose",
  more: "More choices",
  cannotShow: (type) => `This page cannot show this part (${type}).`,
  image: (alt) => `Image: ${alt}`,
  yes: "Yes",
  clock: "Clock",
  clockNow: "The time here is",
  clockHour: "One hour later",
  clockDay: "Next school day (08:05)",
  clockDate: "To a date (08:05)",
  clockGo: "Go",
  clockGoRest: "to this day",
  clockMoved: (moment) => `It is now ${moment}.`,
  clockPast: "Choose a date after today. The clock cannot go back.",
  clockFar: "Choose a date within a year.",
  clockUnknown: "Choose a date.",
  proofIntro: "This is all that the chat service holds now, of everybody together. Search for a word that you typed in a form.",
  proofSearch: "Search for a word in the whole chat",
  proofHits: (word, n) => `“${word}” occurs ${n} times in the chat.`,
  proofCounts: (messages, homes) => `Messages: ${messages}. Home screens: ${homes}.`,
  proofRaw: "Raw data",
  proofTo: (name) => `In the chat of ${name}`,
  proofHome: (name) => `Home screen of ${name}`,
  proofEmpty: "The chat is empty.",
  failures: {
    app_did_not_respond: "The app did not answer in time. Try again.",
    dispatch_failed: "The app cannot be reached. Try again in a moment.",
    invalid_response: "The app gave an answer that is not valid. Try again.",
    not_shown: "This is no longer on the screen. See what is there now.",
    unreachable: "This place cannot be reached. What you typed stays here.",
    unknown: "That did not work. Try again.",
  },
  offline: "No connection. We keep trying.",
  roles: {
    teacher: "teacher", intern_begeleider: "IB'er (care coordinator)", deputy: "deputy of the IB'er",
    aandachtsfunctionaris: "aandachtsfunctionaris", director: "head of school", zbo_chair: "chair of the ZBO",
    oka: "parent and child adviser (OKA)", smw: "school social work", jgz: "youth health care", admin: "administrator",
  },
};

const TEXTS = { nl, en };
const KEY = "wegwijzer-language";

export function language() {
  return localStorage.getItem(KEY) === "en" ? "en" : "nl";
}

export function toggleLanguage() {
  localStorage.setItem(KEY, language() === "nl" ? "en" : "nl");
}

/** The text behind `key`; extra arguments go to texts that are functions. */
export function t(key, ...values) {
  const text = TEXTS[language()][key];
  return typeof text === "function" ? text(...values) : text;
}

export function failureText(code) {
  const texts = TEXTS[language()].failures;
  return texts[code] ?? texts.unknown;
}

export function roleText(role) {
  return TEXTS[language()].roles[role] ?? role;
}

/** The keys that one language has and the other lacks; a test expects none. */
export function missingTexts() {
  const keys = (texts) => Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "object" ? Object.keys(value).map((part) => `${key}.${part}`) : [key]);
  const [one, other] = [new Set(keys(nl)), new Set(keys(en))];
  return [...one.symmetricDifference(other)];
}
