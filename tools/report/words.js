// What the page says, in the reader's language. The English text is the key of its translation, so code reads as
// the page does; tools/words/ holds the others. Names and texts that files bring stay as they are.
import allowed from "../words/allowed.zh.json";
import catalogue from "../words/catalogue.zh.json";
import common from "../words/common.zh.json";
import projection_page from "../words/projection_page.zh.json";
import run_page from "../words/run_page.zh.json";
import why from "../words/why.zh.json";

const dictionaries = {
  en: {},
  zh: { ...common, ...run_page, ...projection_page, ...why, ...allowed, ...catalogue },
};
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

// say("{n} of {all} limits are kept", {n: 3, all: 4}). A text without a translation stays English.
export function say(text, values = {}) {
  const words = dictionaries[spoken][text] ?? text;
  return words.replaceAll(/\{(\w+)\}/g, (mark, name) => (name in values ? values[name] : mark));
}
