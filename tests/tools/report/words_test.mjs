// Every text of the pages has its translation, and every translation its text.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { learn, say, sentences, speak } from "../../../tools/report/words.js";
import { texts_of } from "./source_texts.mjs";

const root = new URL("../../../", import.meta.url).pathname;
const read = (path) => readFileSync(root + path, "utf8");
const files_in = (folder, end) =>
  readdirSync(root + folder)
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`);

const scripts_in = (folder) => files_in(folder, ".js").map((path) => ({ path, texts: texts_of(read(path)) }));
const said_by = (scripts) =>
  new Set(scripts.flatMap(({ texts }) => texts.filter((each) => each.said).map(({ text }) => text)));

// The dictionaries that a page loads, by its own list.
const dictionaries_of = (list) =>
  Object.fromEntries(
    [...read(list).matchAll(/words\/(\w+)\.zh\.json/g)].map(([, name]) => [
      name,
      JSON.parse(read(`tools/words/${name}.zh.json`)),
    ]),
  );
const page = (scripts, list) => ({
  scripts,
  said: said_by(scripts),
  dictionaries: dictionaries_of(list),
  known: Object.assign({}, ...Object.values(dictionaries_of(list))),
});
const report = page(scripts_in("tools/report"), "tools/report/dictionaries.js");
const serve = page(scripts_in("tools/serve"), "tools/serve/workbench.js");
const pages = [report, serve];

const placeholders = (text) => [...new Set(text.match(/\{\w*\}/g))].sort();

test("every text that the page says has a translation", () => {
  assert.ok(
    report.said.size > 300 && serve.said.size > 30,
    `${report.said.size} and ${serve.said.size} texts`,
  );
  for (const { scripts, known } of pages)
    for (const { path, texts } of scripts)
      for (const { text, line } of texts.filter((each) => each.said))
        assert.ok(Object.hasOwn(known, text), `${path}:${line}: ${text}`);
});

test("a translation has the placeholders of its text", () => {
  for (const [text, translation] of pages.flatMap(({ known }) => Object.entries(known)))
    assert.deepEqual(placeholders(translation), placeholders(text), text);
});

test("a text is translated in one dictionary", () => {
  for (const { dictionaries } of pages) {
    const all = Object.values(dictionaries).flatMap((words) => Object.keys(words));
    for (const text of all) assert.equal(all.indexOf(text), all.lastIndexOf(text), text);
  }
});

// Texts that a trajectory brings: literals of the program, whole or in the pieces that the page looks up, and
// names in the library.
function brought() {
  const sources = [...files_in("scenarios/projection", ".cpp"), "models/capacity.cpp"];
  const literals = sources.flatMap((path) =>
    [...read(path).matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, text]) => text),
  );
  const names = files_in("scenarios/library", ".toml").flatMap((path) =>
    [...read(path).matchAll(/^name = "(.*)"$/gm)].map(([, name]) => name),
  );
  const pieces = literals.flatMap((text) => [...text.split(", "), text.split(" ")[0]]);
  return new Set([...literals, ...pieces, ...names]);
}

test("no translation of the page is without its text", () => {
  const given = brought();
  for (const name of ["common", "run_page", "projection_page", "study_page"])
    for (const text of Object.keys(report.dictionaries[name]))
      assert.ok(report.said.has(text) || given.has(text), `${name}: ${text}`);
  for (const text of Object.keys(serve.dictionaries.serve_page)) assert.ok(serve.said.has(text), text);
});

// Words apart, or one that begins with a capital, or what a property holds that is shown.
const shown_keys = ["name", "text", "title", "note", "label", "caption", "unit"];
const looks_shown = ({ text, key }) =>
  key !== "class" &&
  /[A-Za-z]{2}/.test(text) &&
  (/^[A-Z][a-z]/.test(text) || /[A-Za-z,;:.)] [A-Za-z(]/.test(text) || shown_keys.includes(key));

// What looks so and is none: selectors, units that have a language of their own, names of columns in a CSV.
const exceptions = new Set([
  "(prefers-color-scheme: dark)",
  "Content-Type",
  "noopener noreferrer",
  "main select",
  "verdict missed",
  "main details",
  "\u0000: difference",
  "\u0000: difference %",
  "full year",
  "Mt",
  "thousand m\u00b3",
  "million m\u00b3",
  "million CNY",
  "billion CNY",
  "English",
  "SELECT point, path, value FROM value JOIN figure ON figure.id = value.figure ORDER BY point, figure",
]);

test("nothing is shown that is not said", () => {
  const met = new Set();
  for (const { path, texts } of pages.flatMap(({ scripts }) => scripts))
    for (const each of texts.filter((one) => !one.said && looks_shown(one))) {
      assert.ok(exceptions.has(each.text), `${path}:${each.line}: ${each.text}`);
      met.add(each.text);
    }
  assert.deepEqual(
    [...exceptions].filter((text) => !met.has(text)),
    [],
  );
});

test("a text without a translation stays English, and a language that is not known is English", () => {
  learn("zh", { "{a} of {b}": "{b} 中的 {a}" });
  speak("zh");
  assert.equal(say("{a} of {b}", { a: 1, b: "{a}" }), "{a} 中的 1");
  assert.equal(say("nothing like it {n}", { n: 2 }), "nothing like it 2");
  assert.equal(say("constructor"), "constructor");
  assert.equal(sentences("一。", "", "二。"), "一。二。");
  speak("xx");
  assert.equal(say("{a} of {b}", { a: 1, b: 2 }), "1 of 2");
  assert.equal(sentences("One.", "Two."), "One. Two.");
});
