// Texts that a trajectory brings, in the reader's language. Names of its author stay as they are.
import { language, say, term } from "./words.js";

const patterns = { en: [], zh: [] };

const literal = (text) => text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

// Of {English text: translation} those with places for others, as "{of}, the same per year": what says most is
// tried first.
export function learn_patterns(language, words) {
  for (const [text, translation] of Object.entries(words)) {
    const pieces = text.split(/\{\w+\}/);
    if (pieces.length === 1) continue;
    patterns[language].push({
      made_from: new RegExp("^" + pieces.map(literal).join("(.+?)") + "$"),
      names: [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      translation,
      letters: pieces.join("").length,
    });
  }
  patterns[language].sort((a, b) => b.letters - a.letters);
}

// The translation of the whole or, where the text was made from a pattern, of the pattern and of what is in it.
export function told(text) {
  const whole = say(text);
  if (whole !== text) return whole;
  for (const { made_from, names, translation } of patterns[language()]) {
    const found = made_from.exec(text);
    if (!found) continue;
    const pieces = new Map(names.map((name, at) => [`{${name}}`, told(found[at + 1])]));
    return translation.replaceAll(/\{\w+\}/g, (mark) => pieces.get(mark) ?? mark);
  }
  return text;
}

// "FP16, shipped devices, at the year's end"
export function definition_of(text) {
  const whole = say(text);
  if (whole !== text) return whole;
  return text
    .split(", ")
    .map((piece) => say(piece))
    .reduce((first, next) => say("{first}, {next}", { first, next }));
}

// "triangular 5 .. 6 .. 8"
export function distribution_of(text) {
  return text.replace(/^[a-z]+/, (kind) => say(kind));
}

// What a change is taken apart into.
const drivers = {
  stock: term("stock of servers"),
  activity: term("activity of servers"),
  hardware: term("power of servers"),
  load: term("IT load"),
  place: term("share of places"),
  pue: "PUE",
  grid: term("carbon of the grid"),
};

export function driver_name(driver) {
  return Object.hasOwn(drivers, driver) ? say(drivers[driver]) : driver;
}
