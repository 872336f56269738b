// What the page says, in the reader's language. The English text is the key of its translation, so code reads
// as the page does; tools/words/ holds the others. Names and texts that files bring stay as they are.
const dictionaries = { en: new Map(), zh: new Map() };
let spoken = "en";

// Each in its own language, for the reader to choose from.
export const languages = [
  { value: "en", text: "English" },
  { value: "zh", text: "中文" },
];

export const language = () => spoken;

// From here on; what the page shows already is to be built again.
export function speak(language) {
  spoken = language in dictionaries ? language : "en";
}

// Adds {English text: translation} to a language.
export function learn(language, words) {
  for (const [text, translation] of Object.entries(words)) dictionaries[language].set(text, translation);
}

// With values {n: 3, all: 4}, "{n} of {all}" is "3 of 4". A text without a translation stays English.
export function say(text, values = {}) {
  const words = dictionaries[spoken].get(text) ?? text;
  return words.replaceAll(/\{(\w+)\}/g, (mark, name) => (name in values ? values[name] : mark));
}

// Sentences one after the other; those that are empty are left out.
export const sentences = (...told) => told.filter((each) => each).join(spoken === "zh" ? "" : " ");

// Marks a text that a constant holds, to be said where it is shown: only then is the language known.
export const term = (text) => text;
