// The page in another language: a control that builds the page again, with what the reader had chosen.
import { el } from "./elements.js";
import { language, languages, say, speak } from "./words.js";

// `build` makes the page anew in the language that is spoken by then.
export function language_switch(build) {
  const choose = (value) => {
    if (value === language()) return;
    const chosen = choices();
    speak(value);
    build();
    choose_again(chosen);
    document.querySelector(".languages [aria-pressed=true]").focus();
  };
  return el(
    "div",
    { class: "languages", role: "group", "aria-label": say("Language") },
    languages.map(({ value, text }) =>
      el(
        "button",
        {
          type: "button",
          lang: html_language(value),
          "aria-pressed": String(value === language()),
          click: () => choose(value),
        },
        text,
      ),
    ),
  );
}

export const html_language = (value) => (value === "zh" ? "zh-Hans" : value);

// The page is built alike in every language, so its lists and folds are known by their order.
const lists = () => [...document.querySelectorAll("main select")];
const folds = () => [...document.querySelectorAll("main details")];
const choices = () => ({ lists: lists().map(({ value }) => value), folds: folds().map(({ open }) => open) });

// A choice may bring other lists, so each is looked up when its turn comes.
function choose_again(chosen) {
  chosen.lists.forEach((value, at) => {
    const list = lists()[at];
    if (!list || list.value === value) return;
    list.value = value;
    list.dispatchEvent(new Event("change"));
  });
  folds().forEach((fold, at) => (fold.open = chosen.folds[at] ?? fold.open));
}
