// The page of runs as a reader meets it, in headless Chromium.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, report_runs, run } from "./browser.mjs";
import { printed_says } from "./printed.mjs";
import { cells, download, expect_no_sideways_scrolling, table } from "./tables.mjs";

let browser, hello, week, hello_page, week_page, july_page;
before(async () => {
  [hello, week] = [run("hello"), run("training-week")];
  [hello_page, week_page, july_page] = [hello, week, run("plant-july")].map((folder) => report_runs(folder));
  browser = await launch();
});
after(() => browser?.close());

const summary_of = (folder) => JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));

const charts = (page) =>
  page.$$eval(".chart", (all) =>
    all.map((chart) => ({
      name: chart.dataset.chart,
      paths: [...chart.querySelectorAll("svg path")].filter((path) => /^M.{8}/.test(path.getAttribute("d")))
        .length,
      tall: chart.querySelector("svg")?.getBoundingClientRect().height ?? 0,
    })),
  );


// Texts of charts that reach beyond their chart, where they are cut.
const texts_cut = (page) =>
  page.$$eval(".chart svg", (all) =>
    all.flatMap((svg) => {
      const box = svg.getBoundingClientRect();
      return [...svg.querySelectorAll("text")].filter((text) => {
        const { left, right, top, bottom } = text.getBoundingClientRect();
        return left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1;
      });
    }).map((text) => text.textContent),
  );

const parts = ["flow", "calendar", "day", "tariff", "supply", "demand", "cost"];

for (const width of [1280, 390])
  for (const scheme of ["light", "dark"])
    for (const [name, file, more] of [
      ["hello", () => hello_page, []],
      ["training-week", () => week_page, ["water", "water-days"]],
      ["plant-july", () => july_page, ["water", "water-days"]],
    ])
      test(`every chart of ${name} draws its data, ${width} px wide, ${scheme}`, async () => {
        const page = await open(browser, file(), { width, scheme });
        const drawn = await charts(page);
        for (const part of [...parts, ...more])
          assert.ok(
            drawn.some((chart) => chart.name === part),
            part,
          );
        for (const chart of drawn) assert.ok(chart.paths >= 3 && chart.tall > 100, JSON.stringify(chart));
        assert.deepEqual(await texts_cut(page), []);
        await expect_no_sideways_scrolling(page);
        assert.deepEqual(page.faults, []);
        await page.close();
      });

test("every figure of the tables equals summary.json to the printed digits", async () => {
  const page = await open(browser, week_page);
  const { total, sides, hubs, ledger } = summary_of(week);
  const says = (text, value) =>
    value === null
      ? text === "\u2013"
      : typeof value === "string"
        ? text === value
        : printed_says(text, value);
  const rows = await cells(table(page, "Every figure of the run"));
  assert.deepEqual(
    rows.map(([key]) => key),
    Object.keys(total),
  );
  for (const [key, ...texts] of rows)
    [total, sides.east, sides.west].forEach((kpis, at) =>
      assert.ok(says(texts[at], kpis[key]), `${key}: ${texts[at]} for ${kpis[key]}`),
    );
  const books = await cells(table(page, "Books of energy in kWh"));
  Object.entries(ledger).forEach(([id, { sources, sinks }], row) => {
    assert.equal(books[row][0], id);
    [...Object.values(sources), ...Object.values(sinks)].forEach((kwh, at) =>
      assert.ok(says(books[row][1 + at], kwh), `${id}: ${books[row][1 + at]} for ${kwh}`),
    );
  });
  const places = await cells(table(page, "Hubs"));
  Object.entries(hubs).forEach(([id, kpis], row) => {
    assert.deepEqual(places[row].slice(0, 2), [kpis.name, id]);
    assert.ok(says(places[row][2], kpis.it_energy_kwh / 1000) && says(places[row][4], kpis.pue));
    assert.ok(says(places[row][11], kpis.cost_cny));
  });
  await page.close();
});

test("the headline and its sentences print the figures of the summary", async () => {
  const page = await open(browser, week_page);
  const { total } = summary_of(week);
  const tile = async (key) => (await page.locator(`[data-figure=${key}] b`).textContent()).split("\u00a0");
  for (const [key, value, unit] of [
    ["facility_energy_kwh", total.facility_energy_kwh / 1000, "MWh"],
    ["green_share", total.green_share * 100, "%"],
    ["carbon_location_kg", total.carbon_location_kg / 1000, "t"],
    ["cost_cny", total.cost_cny, "CNY"],
    ["gpu_allocation", total.gpu_allocation * 100, "%"],
  ]) {
    const [text, shown] = await tile(key);
    assert.ok(printed_says(text, value) && shown === unit, `${key}: ${text} ${shown}`);
  }
  assert.ok(printed_says((await tile("pue"))[0], total.pue));
  assert.equal(await page.locator(".summary li").count(), 5);
  await page.close();
});

test("another hub, quantity and flow draw other charts", async () => {
  const page = await open(browser, week_page);
  const drawing = (name) => page.locator(`[data-chart=${name}] svg`).innerHTML();
  for (const [section, label, change, names] of [
    ["when", "Quantity", { label: "Facility load, MW" }, ["calendar"]],
    ["when", "Hub", { value: "qingpu" }, ["calendar", "day", "supply", "demand"]],
    ["flow", "Hub", { value: "qingpu" }, ["flow"]],
  ]) {
    const before = await Promise.all(names.map(drawing));
    await page.locator(`#${section}`).getByLabel(label).selectOption(change);
    const after = await Promise.all(names.map(drawing));
    names.forEach((name, at) => assert.notEqual(after[at], before[at], name));
  }
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("a pointer over the flow and the calendar brings their figures", async () => {
  const page = await open(browser, hello_page);
  for (const name of ["flow", "calendar", "supply"]) {
    const chart = page.locator(`[data-chart=${name}] svg`);
    await chart.scrollIntoViewIfNeeded();
    const { width } = await chart.boundingBox();
    await chart.hover({
      position: { x: name === "flow" ? 8 : width / 2 + 6, y: name === "calendar" ? 20 : 150 },
    });
    await page.locator(`[data-chart=${name}] .tip`).waitFor();
  }
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("hubs sort by number, and a download holds them in full", async () => {
  const page = await open(browser, week_page);
  const hubs = table(page, "Hubs");
  const { hubs: kpis } = summary_of(week);
  const by_pue = Object.entries(kpis)
    .sort((a, b) => a[1].pue - b[1].pue)
    .map(([id]) => id);
  const head = hubs.locator("th button").filter({ hasText: "PUE" });
  await head.click();
  assert.deepEqual(
    (await cells(hubs)).map((row) => row[1]),
    by_pue,
  );
  await head.click();
  assert.deepEqual(
    (await cells(hubs)).map((row) => row[1]),
    [...by_pue].reverse(),
  );
  const { name, rows } = await download(page, hubs);
  assert.equal(name, "hubs.csv");
  assert.equal(rows.length, 3);
  assert.ok(rows[1].includes("," + kpis.horinger.pue + ","), rows[1]);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("several runs are chosen from a list", async () => {
  const page = await open(browser, report_runs(hello, week));
  await page.locator(".pick select").selectOption({ label: "training-week" });
  assert.ok((await page.locator(".summary").first().textContent()).includes("training-week"));
  for (const chart of await charts(page)) assert.ok(chart.paths >= 3, JSON.stringify(chart));
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("a run without series says so", async () => {
  const page = await open(browser, report_runs(run("hello", "output.series=false")));
  assert.ok((await page.locator("#when").textContent()).includes("no series.csv"));
  assert.equal(await page.locator("[data-chart=calendar]").count(), 0);
  assert.deepEqual(page.faults, []);
  await page.close();
});
