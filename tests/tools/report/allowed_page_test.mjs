// Is it allowed, what do standards say, how green is it: those parts of the page of a run, in Chromium.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, report_runs, run } from "./browser.mjs";
import { printed_says } from "./printed.mjs";
import { cells, download, expect_no_sideways_scrolling, table } from "./tables.mjs";

const summary_of = (folder) => JSON.parse(readFileSync(join(folder, "summary.json"), "utf8"));

// The week in two hubs, which miss their green power; and one rule more that many hubs keep and one misses.
let browser, week, summary, week_page, many_page;
before(async () => {
  week = run("training-week", "hub.horinger.green_share_target=0.95");
  summary = summary_of(week);
  week_page = report_runs(week);
  many_page = changed((summary) => {
    const [check] = summary.compliance.filter(({ rule }) => rule === "gb-40879-2021");
    for (let at = 0; at < 8; ++at)
      summary.compliance.push({
        ...check,
        rule: "of-many",
        hub: `hub${at}`,
        value: 1.2 + at / 20,
        margin: 0.3 - at / 20,
        pass: at < 7,
        to_pass: at < 7 ? null : [{ what: "a thing", what_zh: "事", amount: 5e6, unit: "kWh" }],
        text: "<img src=x onerror=alert(1)>",
      });
  });
  browser = await launch();
});
after(() => browser?.close());

// The page of the same week with another summary.
function changed(change) {
  const folder = run("training-week", "hub.horinger.green_share_target=0.95");
  const other = summary_of(folder);
  change(other);
  writeFileSync(join(folder, "summary.json"), JSON.stringify(other));
  return report_runs(folder);
}

const drawing = (page, name) => page.locator(`[data-chart=${name}] svg`).innerHTML();

// Rows of a table as its download has them.
const downloaded = async (page, figure) =>
  (await download(page, figure)).rows.slice(1).map((line) => line.split(","));

// A printed figure with the unit after it.
function says(text, value) {
  const [number, unit] = text.split(/[\u00a0 ]/);
  return printed_says(number, unit === "%" || unit === "points" ? value * 100 : value);
}

for (const width of [1280, 390])
  for (const scheme of ["light", "dark"])
    test(`rules, standards and accounts are drawn, ${width} px wide, ${scheme}`, async () => {
      const page = await open(browser, week_page, { width, scheme });
      for (const name of ["margins", "coverage"]) {
        const bars = await page.$$eval(`[data-chart=${name}] svg path`, (all) => {
          const style = getComputedStyle(document.documentElement);
          const known = ["--lack", ...[1, 2, 3, 4, 5, 6, 7, 8].map((at) => "--series-" + at)].map((color) =>
            style.getPropertyValue(color).trim(),
          );
          return all.filter((path) => known.includes(path.getAttribute("fill"))).length;
        });
        assert.ok(bars >= 3, `${name}: ${bars} bars`);
      }
      await expect_no_sideways_scrolling(page);
      assert.deepEqual(page.faults, []);
      await page.close();
    });

test("the scorecard says what summary.json says, rule by rule and in one table", async () => {
  const page = await open(browser, week_page);
  await page.locator(".rule:not([open]) > summary").evaluateAll((all) => all.forEach((each) => each.click()));
  let seen = 0;
  for (const rule of new Set(summary.compliance.map((check) => check.rule))) {
    const checks = summary.compliance.filter((check) => check.rule === rule);
    const rows = await cells(page.locator(`[data-rule="${rule}"] figure.table`));
    assert.equal(rows.length, checks.length, rule);
    for (const check of checks) {
      const found = rows.filter(
        ([place, limit, value, margin, kept]) =>
          (check.scope === "total" || place.includes(check.hub)) &&
          says(limit, check.limit) &&
          says(value, check.value) &&
          says(margin, check.margin) &&
          kept.endsWith(check.pass ? "kept" : "missed"),
      );
      assert.equal(found.length, 1, `${rule} of ${check.hub} in ${JSON.stringify(rows)}`);
      ++seen;
    }
    const told = await page.locator(`[data-rule="${rule}"] summary .words`).textContent();
    assert.equal(told, checks[0].text);
    const source = await page.locator(`[data-rule="${rule}"] > .note`).textContent();
    if (checks[0].date !== null)
      for (const part of ["source", "date", "confidence"]) assert.ok(source.includes(checks[0][part]), source);
    else assert.ok(source.includes("platform file"), source);
  }
  assert.equal(seen, summary.compliance.length);

  await page.getByText(/^All \d+ checks in one table$/).click();
  const rows = await downloaded(page, table(page, "Scorecard"));
  assert.equal(rows.length, summary.compliance.length);
  for (const { rule, hub, limit, value, margin } of summary.compliance)
    assert.ok(
      rows.some(
        (row) =>
          row.slice(0, 2).join() === [rule, hub].join() &&
          row.slice(3, 6).join() === [limit, value, margin].join(),
      ),
      `${rule} of ${hub}`,
    );
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("rules that are missed come first, open, with what would have to change", async () => {
  const page = await open(browser, week_page);
  const failing = new Set(summary.compliance.filter(({ pass }) => !pass).map(({ rule }) => rule));
  assert.ok(failing.has("green_share_target"));
  const rules = await page.$$eval(".rule", (all) => all.map((rule) => [rule.dataset.rule, rule.open]));
  rules.forEach(([rule, open], at) => {
    assert.equal(failing.has(rule), at < failing.size, rule);
    assert.equal(open, failing.has(rule), rule);
  });
  const [[place, , , , kept, remedy]] = await cells(page.locator('[data-rule="green_share_target"] figure.table'));
  const { to_pass } = summary.compliance.find(
    ({ rule, hub }) => rule === "green_share_target" && place.includes(`(${hub})`),
  );
  assert.ok(kept.startsWith("\u2717"), kept);
  const [, number, unit] = /^green energy to buy: ([\d.,]+)\u00a0(kWh|MWh|GWh)$/.exec(remedy);
  assert.ok(printed_says(number, to_pass[0].amount / { kWh: 1, MWh: 1e3, GWh: 1e6 }[unit]), remedy);
  await page.close();
});

test("many places that keep a rule fold into one row, and markup of a rule stays text", async () => {
  const page = await open(browser, many_page);
  const rule = page.locator('[data-rule="of-many"]');
  assert.equal(await rule.locator("summary .words").textContent(), "<img src=x onerror=alert(1)>");
  assert.equal(await page.locator("main img").count(), 0);
  assert.ok((await rule.locator("summary .extent").textContent()).includes("1 of 8"));
  assert.equal((await cells(rule.locator("> figure.table"))).length, 1);
  const folded = rule.locator("details figure.table");
  assert.equal(await folded.isVisible(), false);
  await rule.getByText("Kept by 7 hubs").click();
  assert.equal(await folded.isVisible(), true);
  assert.equal((await cells(folded)).length, 7);
  await page.locator("#allowed select").selectOption("of-many");
  assert.ok((await page.locator("[data-chart=margins] .note").textContent()).includes("<img"));
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("another rule draws other margins", async () => {
  const page = await open(browser, week_page);
  const options = await page
    .locator("#allowed select option")
    .evaluateAll((all) => all.map(({ value }) => value));
  assert.ok(options.length >= 3, options.join());
  const seen = new Set();
  for (const option of options) {
    await page.locator("#allowed select").selectOption(option);
    seen.add(await drawing(page, "margins"));
  }
  assert.equal(seen.size, options.length);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("figures of standards equal the summary, and their heads name the standard", async () => {
  const page = await open(browser, week_page);
  const keys = ["pue1", "pue2", "pue3", "green_share", "cue", "wue", "erf", "ere", "iteu_sv"];
  const figures = table(page, "Figures by standard");
  const places = { ...summary.hubs, ...summary.sides, total: summary.total };
  const rows = await downloaded(page, figures);
  for (const row of rows) {
    const kpis = places[row.at(-1)];
    keys.forEach((key, at) => assert.equal(row[1 + at], kpis[key] === null ? "" : String(kpis[key]), key));
  }
  assert.equal(rows.length, Object.values(places).filter((kpis) => kpis.facility_energy_kwh > 0).length);
  const titles = await figures.locator("th button").evaluateAll((all) => all.map(({ title }) => title));
  const numbers = ["30134-2", "30134-2", "30134-2", "30134-3", "30134-8", "30134-9", "30134-6"];
  [...numbers, "Green Grid", "30134-5"].forEach((number, at) =>
    assert.ok(titles[1 + at].includes(number), titles[1 + at]),
  );
  const no_cpu = rows.some((row) => places[row.at(-1)].iteu_sv === null);
  const note = await page.locator("#standards .note").textContent();
  assert.equal(note.includes("has none"), no_cpu);
  await page.getByText(/the run tells \d+ of the \d+ figures to report/).click();
  const reported = await cells(table(page, "Figures to report by EU 2024/1364"));
  summary.standards.reporting.forEach(({ symbol, value, told }, at) => {
    assert.equal(reported[at][0], symbol);
    assert.ok(value === null ? reported[at][2] === "\u2013" : printed_says(reported[at][2], value), symbol);
    assert.equal(reported[at][4] === "told by this run", told);
  });
  const grades = await cells(table(page, "Energy grades of hubs"));
  summary.standards.grades.forEach(({ value, grade }, at) => {
    assert.ok(printed_says(grades[at][2], value));
    assert.equal(grades[at][3], grade === null ? "no grade" : String(grade));
  });
  await page.close();
});

test("the three accounts are those of the summary", async () => {
  const page = await open(browser, week_page);
  const rows = await downloaded(page, table(page, "Three green accounts"));
  const places = { ...summary.hubs, ...summary.sides, total: summary.total };
  for (const row of rows) {
    const kpis = places[row.at(-1)];
    const expected = [
      kpis.facility_energy_kwh / 1000,
      (kpis.on_site_energy_kwh + kpis.direct_energy_kwh + kpis.grid_attributes_kwh) / 1000,
      kpis.certificate_energy_kwh / 1000,
      kpis.green_energy_kwh / 1000,
      kpis.green_surplus_kwh / 1000,
      kpis.green_share * 100,
      kpis.matched_energy_kwh / 1000,
      kpis.cfe_score_without_grid * 100,
      kpis.cfe_score * 100,
      kpis.carbon_location_kg / 1000,
      kpis.carbon_market_kg / 1000,
    ];
    assert.deepEqual(row.slice(1, -1).map(Number), expected, row.at(-1));
  }
  assert.ok(rows.some((row) => row.at(-1) === "total"));
  assert.ok((await page.locator("#accounts").textContent()).includes("Attributes of one hub cover no other"));
  await page.close();
});

test("a run that no rule holds for says so without a table", async () => {
  const page = await open(browser, changed((summary) => (summary.compliance = [])));
  assert.ok((await page.locator("#allowed").textContent()).includes("No rule holds"));
  assert.equal(await page.locator("#allowed table, #allowed .chart").count(), 0);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("runs side by side tell how many limits they keep", async () => {
  const page = await open(browser, report_runs(week, run("hello")));
  const compared = await cells(table(page, "Differences from training-week"));
  const rows = new Map(compared.map((row) => [row[0], row]));
  const kept = summary.compliance.filter(({ pass }) => pass).length;
  assert.equal(rows.get("Limits kept")[2], String(kept));
  assert.equal(rows.get("Limits missed")[2], String(summary.compliance.length - kept));
  await page.close();
});
