// The pages in another language, in headless Chromium: all of it is said, nothing else changes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, report, report_runs, run, sweep } from "./browser.mjs";
import { expect_no_sideways_scrolling } from "./tables.mjs";

// Small enough that both languages count in the same units.
const small_study = `
name = "small"
seeds = [1, 2]
set = ["duration=2 h"]
[[axis]]
name = "cooling"
key = "hub.*.cooling"
values = ["cold-plate", "indirect-evaporative"]
[[axis]]
name = "wind"
key = "hub.*.renewable.0.capacity"
values = ["1 kW", "70 kW"]
[[objective]]
figure = "total.cost_cny"
[[objective]]
figure = "total.green_share"
best = "highest"
`;

let browser, week;
const pages = {};
before(async () => {
  const hello = run("hello");
  week = run("training-week");
  pages.run = report_runs(week);
  pages.runs = report_runs(hello, week);
  pages.study = report_runs(sweep(small_study));
  pages.projection = report("projection");
  pages.projections = report("projection", "projection-plain");
  browser = await launch();
});
after(() => browser?.close());

const han = /\p{Script=Han}/u;

// Every text that is shown, cells as a whole. What a trajectory's author wrote is in the author's language.
const texts = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const out = [];
    while (walker.nextNode()) {
      const { parentElement: element, data } = walker.currentNode;
      const text = data.trim();
      if (text === "" || element.closest("script, style, code, .scope, .languages, #what-if td, #sure p")) continue;
      if (element.closest("details:not([open])") && !element.closest("summary")) continue;
      out.push(element.closest("td")?.textContent ?? text);
    }
    return out;
  });

// May stay: figures, units, symbols, and names as files have them: plain words in kebab or snake case, with dots.
const units = /^([kMGT]Wh?|kg\/kWh|Tbps|ms|L\/kWh|iPUE|ITEUsv)$/;
const symbol = /^[A-Z]+([_/-][A-Za-z]+)*$/; // ISO/IEC, PUE, P_IT
const name = /^[a-z][a-z0-9]*([-_.*/][a-z0-9*]*)*$/;
const number = /(?<![\w.-])[+\u2212]?\d[\d,.]*(e\u2212?\d+)?/g;
const may_stay = (text) =>
  !/[a-z]{2} [a-z]{2}/.test(text) &&
  text
    .replaceAll(number, "")
    .split(/[^\w/.*-]+/)
    .every((word) => !/[A-Za-z]/.test(word) || units.test(word) || symbol.test(word) || name.test(word));

// What inputs were set to and where from, in the words of their files.
const authored = (page) =>
  page.evaluate(() => {
    const texts_in = (value) =>
      typeof value === "object" && value !== null ? Object.values(value).flatMap(texts_in) : [String(value)];
    const { runs = [], explained } = JSON.parse(document.getElementById("data").textContent);
    return [explained?.texts, explained?.sources, ...runs.map(({ inputs }) => inputs)].flatMap((each) =>
      texts_in(each ?? {}),
    );
  });

const switch_to = (page, language) => page.locator(".languages").getByText(language, { exact: true }).click();
const unfold = (page) =>
  page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));

// Paths of each chart.
const drawn = async (page) =>
  new Map(
    await page.$$eval(".chart", (all) =>
      all.map((chart) => [chart.dataset.chart, chart.querySelectorAll("svg path").length]),
    ),
  );

// Cells that hold figures, with the second cell of their row, which is the unit where units differ.
const figures = (page) =>
  page.$$eval("td.number", (all) =>
    all.map((cell) => ({ text: cell.textContent, unit: cell.parentElement.cells[1].textContent })),
  );

// How many of the Chinese unit one of the English is.
const times = { "billion CNY": ["亿元", 10], million: ["万", 100], Mt: ["万吨", 100], GL: ["万立方米", 100] };

// The number that a text begins with, and half of its last digit.
function read(text) {
  const [, mantissa, exponent = "0"] = /^([+\u2212]?[\d,]*\.?\d*)(?:e(\u2212?\d+))?/.exec(text);
  const plain = (part) => part.replaceAll(",", "").replace("\u2212", "-").replace("+", "");
  const scale = 10 ** Number(plain(exponent));
  const decimals = (mantissa.split(".")[1] ?? "").length;
  return { value: Number(plain(mantissa)) * scale, half: 0.5 * 10 ** -decimals * scale };
}

function same_figure(english, chinese) {
  const [unit, factor] = times[english.unit] ?? ["", 1];
  const digits = (text) => /^[+\u2212]?[\d,.]+(e\u2212?\d+)?|^\D*$/.exec(text)?.[0];
  if (factor === 1) return digits(english.text) === digits(chinese.text);
  const [a, b] = [read(english.text), read(chinese.text)];
  return unit === chinese.unit && Math.abs(a.value * factor - b.value) <= a.half * factor + b.half;
}

for (const kind of ["run", "runs", "study", "projection", "projections"])
  for (const [width, scheme] of [
    [1280, "light"],
    [390, "dark"],
  ])
    test(`all of a page of ${kind} is said in Chinese and in English again, ${width} px, ${scheme}`, async () => {
      const page = await open(browser, pages[kind], { width, scheme });
      await unfold(page);
      const english = { texts: await texts(page), charts: await drawn(page), figures: await figures(page) };
      assert.equal(await page.getAttribute("html", "lang"), "en");

      await switch_to(page, "中文");
      assert.equal(await page.getAttribute("html", "lang"), "zh-Hans");
      for (const text of await page.locator("h2, h3").allTextContents()) assert.match(text, han);
      const of_files = new Set(await authored(page));
      for (const text of await texts(page))
        assert.ok(han.test(text) || may_stay(text) || of_files.has(text), text);
      const charts = await drawn(page);
      assert.deepEqual([...charts.keys()], [...english.charts.keys()]);
      for (const [chart, paths] of charts) assert.ok(paths > 0.7 * english.charts.get(chart), chart);
      const said = await figures(page);
      assert.equal(said.length, english.figures.length);
      said.forEach((each, at) =>
        assert.ok(
          same_figure(english.figures[at], each),
          `${JSON.stringify(english.figures[at])} ${each.text}`,
        ),
      );
      await expect_no_sideways_scrolling(page);

      await switch_to(page, "English");
      assert.equal(await page.getAttribute("html", "lang"), "en");
      assert.deepEqual(await texts(page), english.texts);
      assert.deepEqual(await drawn(page), english.charts);
      assert.deepEqual(page.faults, []);
      await page.close();
    });

test("what the reader had chosen stays", async () => {
  const page = await open(browser, pages.runs);
  await page.locator(".pick select").selectOption({ label: "training-week" });
  await page.locator("#when").getByLabel("Hub").selectOption({ value: "qingpu" });
  await page.locator("#flow").getByLabel("Hub").selectOption({ value: "horinger" });
  await switch_to(page, "中文");
  const chosen = await page.locator("select").evaluateAll((all) => all.map(({ value }) => value));
  assert.equal(chosen.filter((value) => value === "qingpu").length, 1);
  assert.equal(chosen.filter((value) => value === "horinger").length, 1);
  assert.match(await page.locator(".summary").textContent(), /training-week/);
  assert.equal(await page.locator(".languages [aria-pressed=true]").textContent(), "中文");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "中文");
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("what the reader had unfolded stays", async () => {
  const page = await open(browser, pages.projection);
  await page.locator("#why summary").click();
  await switch_to(page, "中文");
  assert.equal(await page.locator("details[open]").count(), 1);
  assert.equal(await page.locator("#why details[open]").count(), 1);
  await page.close();
});

test("a page is in the language asked for, and counts by ten thousands in Chinese", async () => {
  const page = await open(browser, report_runs(week, "--lang", "zh"));
  assert.equal(await page.getAttribute("html", "lang"), "zh-Hans");
  const { total } = JSON.parse(readFileSync(join(week, "summary.json"), "utf8"));
  const tile = async (key) => (await page.locator(`[data-figure=${key}] b`).textContent()).split("\u00a0");
  const [cost, unit] = await tile("cost_cny");
  assert.equal(unit, "万元");
  assert.ok(Math.abs(read(cost).value - total.cost_cny / 1e4) <= read(cost).half * 1.000001, cost);
  const [carbon, tonnes] = await tile("carbon_location_kg");
  assert.equal(tonnes, "吨");
  assert.ok(Math.abs(read(carbon).value - total.carbon_location_kg / 1e3) <= read(carbon).half * 1.000001);
  await page.locator("[data-chart=flow] svg").hover({ position: { x: 8, y: 100 } });
  assert.match(await page.locator("[data-chart=flow] .tip strong").textContent(), han);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("a download has its columns in English, whatever the language", async () => {
  const page = await open(browser, pages.run);
  await switch_to(page, "中文");
  const table = page.locator("#where figure.table").first();
  assert.match(await table.locator("thead").textContent(), /枢纽.*用电量/);
  const [file] = await Promise.all([page.waitForEvent("download"), table.getByText("下载 CSV").click()]);
  assert.equal(file.suggestedFilename(), "各枢纽.csv");
  assert.match(readFileSync(await file.path(), "utf8"), /^hub,id,"IT, MWh","facility, MWh",PUE,/);
  assert.deepEqual(page.faults, []);
  await page.close();
});
