// The page of studies as a reader meets it, in headless Chromium.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, report_json, report_runs, sweep } from "./browser.mjs";
import { printed_says } from "./printed.mjs";
import { cells, download, expect_no_sideways_scrolling, table } from "./tables.mjs";

// Two axes of levels, one of which has a name that looks like markup; each point runs with two seeds.
const factorial = `
name = "cooling <i>and wind"
design = "full-factorial"
seeds = [1, 2]
set = ["duration=6 h"]
[[axis]]
name = "cooling"
[[axis.level]]
name = "<img src=x onerror=alert(1)>"
set = ["hub.*.cooling=cold-plate"]
[[axis.level]]
name = "as it was"
[[axis]]
name = "wind"
key = "hub.*.renewable.0.capacity"
values = ["1 kW", "70 kW", "300 kW"]
[[objective]]
figure = "total.facility_energy_kwh"
[[objective]]
figure = "total.carbon_location_kg"
`;
const drawn = `
name = "drawn"
design = "latin-hypercube"
samples = 12
seeds = [3]
set = ["duration=3 h"]
[[axis]]
name = "wind"
key = "hub.*.renewable.0.capacity"
low = "1 kW"
high = "300 kW"
[[axis]]
name = "price"
key = "hub.*.grid.price"
low = "0.2 CNY/kWh"
high = "0.6 CNY/kWh"
[[objective]]
figure = "total.cost_cny"
[[objective]]
figure = "total.green_share"
best = "highest"
`;
// More accelerators than the smaller hub has: each level goes by itself, one combination does not.
const failing = `
name = "too wide"
design = "full-factorial"
seeds = [1]
set = ["duration=3 h"]
[[axis]]
name = "racks"
key = "hub.*.rack.0.racks"
values = [4, 1]
[[axis]]
name = "gpus"
key = "training.fine-tuning.gpus"
values = [8, 64]
[[objective]]
figure = "total.cost_cny"
`;

let browser;
const files = {},
  pages = {},
  results = {};
before(async () => {
  for (const [name, text] of Object.entries({ factorial, drawn, failing })) {
    files[name] = sweep(text);
    pages[name] = report_runs(files[name]);
    results[name] = report_json(files[name]).studies[0];
  }
  pages.all = report_runs(files.factorial, files.drawn, files.failing);
  browser = await launch();
});
after(() => browser?.close());

const charts = (page) =>
  page.$$eval(".chart", (all) =>
    all.map((chart) => ({
      name: chart.dataset.chart,
      paths: [...chart.querySelectorAll("svg path")].filter((path) => /^M.{8}/.test(path.getAttribute("d")))
        .length,
      tall: chart.querySelector("svg")?.getBoundingClientRect().height ?? 0,
    })),
  );

const parts = {
  factorial: ["choices", "effects", "variance", "paths"],
  drawn: ["choices", "range", "strength", "paths"],
};

for (const width of [1280, 390])
  for (const scheme of ["light", "dark"])
    for (const name of Object.keys(parts))
      test(`every chart of a study draws its data: ${name}, ${width} px wide, ${scheme}`, async () => {
        const page = await open(browser, pages[name], { width, scheme });
        const shown = await charts(page);
        assert.deepEqual(
          shown.map((chart) => chart.name),
          parts[name],
        );
        for (const chart of shown) assert.ok(chart.paths >= 3 && chart.tall > 90, JSON.stringify(chart));
        await expect_no_sideways_scrolling(page);
        assert.deepEqual(page.faults, []);
        await page.close();
      });

// What columns of figures are divided by, from the unit in their heads.
const divisors = { kWh: 1, MWh: 1e3, GWh: 1e6, kg: 1, t: 1e3, "%": 0.01, CNY: 1, "m\u00b3": 1e3, kW: 1, MW: 1e3, s: 1 };
const by = (head) => divisors[/ in (\S+)$/.exec(head)?.[1]] ?? 1;

async function heads(figure) {
  return figure.locator("thead th").evaluateAll((all) => all.map((head) => head.textContent));
}

test("every figure of the table of points equals the JSON to the printed digits", async () => {
  const page = await open(browser, pages.factorial);
  const points = table(page, "Points");
  const titles = await heads(points);
  const { rows, figures, axes } = results.factorial;
  const shown = await cells(points);
  assert.equal(shown.length, rows.length);
  const data = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent).studies[0]);
  const headline = data.analysis.headline.map(({ figure }) => figure);
  assert.equal(titles.length, 3 + axes.length + headline.length);
  let compared = 0;
  rows.forEach((row, at) => {
    assert.deepEqual(shown[at].slice(0, 1 + axes.length), [String(row.number), ...row.levels]);
    headline.forEach((path, column) => {
      const text = shown[at][3 + axes.length + column];
      const value = row.values[figures.indexOf(path)];
      if (value === null) return assert.equal(text, "\u2013");
      assert.ok(printed_says(text, value / by(titles[3 + axes.length + column])), `${path}: ${text} for ${value}`);
      ++compared;
    });
  });
  assert.ok(compared > 100);
  await page.close();
});

test("effects, shares and the front are those of the JSON", async () => {
  const page = await open(browser, pages.factorial);
  await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
  const { analysis, axes } = results.factorial;
  const path = "total.facility_energy_kwh";
  const effects = analysis.effects.filter(({ figure }) => figure === path);
  const levels = table(page, "Facility energy in kWh by level");
  const rows = await cells(levels);
  assert.equal(rows.length, axes[0].levels.length + axes[1].levels.length);
  effects
    .flatMap(({ axis, reference, levels: all }) => all.map((level) => ({ axis, reference, ...level })))
    .forEach((level, at) => {
      const [axis, name, points, mean, change, lowest, highest] = rows[at];
      assert.deepEqual([axis, name, points], [level.axis, level.level, String(level.points)]);
      assert.ok(printed_says(mean, level.mean) && printed_says(lowest, level.lowest), rows[at]);
      assert.ok(printed_says(highest, level.highest), rows[at]);
      assert.ok(printed_says(change.replace("\u00a0%", ""), (100 * level.change) / level.reference), change);
    });
  const shares = await cells(table(page, "Share of the variance"));
  analysis.variance.forEach(({ total, axes: own, interactions, seeds }, at) => {
    const parts = [...own.map(({ sum_of_squares }) => sum_of_squares), interactions, seeds];
    parts.forEach((part, column) => {
      const text = shares[at][1 + column].replace("\u00a0%", "");
      assert.ok(printed_says(text, (100 * part) / total), `${text} for ${part / total}`);
    });
    assert.ok(Math.abs(parts.reduce((a, b) => a + b, 0) / total - 1) < 1e-9);
  });
  const front = await cells(table(page, "Settings that none beats"));
  assert.deepEqual(
    front.map((row) => row.slice(0, 2)).sort(),
    analysis.front.map((at) => analysis.settings[at].levels).sort(),
  );
  await page.close();
});

test("the summary and the tiles tell the best settings", async () => {
  const page = await open(browser, pages.factorial);
  const { analysis } = results.factorial;
  const told = await page.locator(".summary").first().textContent();
  const count = await page.locator("#best .summary li").count();
  assert.ok(count >= 5 && count <= 6, String(count));
  assert.ok(told.includes("12 of 12 points are done"));
  for (const { figure, value, settings } of analysis.best) {
    const tile = page.locator(`[data-figure="${figure}"]`);
    const [number, unit] = (await tile.locator("b").textContent()).split("\u00a0");
    assert.ok(printed_says(number, value / divisors[unit]), `${number} ${unit} for ${value}`);
    const shown = await tile.locator("small").textContent();
    for (const level of analysis.settings[settings[0]].levels) assert.ok(shown.includes(level), shown);
  }
  await page.close();
});

test("text of files stays text", async () => {
  const page = await open(browser, pages.factorial);
  assert.equal(await page.locator("main img, main i:not([class]), main h1 i").count(), 0);
  assert.ok((await page.locator("h1").textContent()).includes("<i>and"));
  assert.ok((await page.locator("#choices .legend").textContent()).includes("<img src=x onerror=alert(1)>"));
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("other figures and axes draw other charts", async () => {
  const page = await open(browser, pages.factorial);
  const drawing = (name) => page.locator(`[data-chart=${name}] svg`).innerHTML();
  for (const [section, label, change, chart] of [
    ["choices", "Across", { label: "PUE" }, "choices"],
    ["choices", "Upwards", { label: "Green share" }, "choices"],
    ["choices", "Colour by", { label: "wind" }, "choices"],
    ["axes", "Figure", { label: "Cost of energy" }, "effects"],
  ]) {
    const before = await drawing(chart);
    await page.locator(`#${section}`).getByLabel(label).selectOption(change);
    assert.notEqual(await drawing(chart), before, label);
  }
  assert.ok((await page.locator("[data-chart=choices] h3").textContent()).includes("PUE"));
  const plot = page.locator("[data-chart=effects] svg");
  await plot.scrollIntoViewIfNeeded();
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("a pointer over a level brings its figures", async () => {
  const page = await open(browser, pages.factorial);
  const dots = page.locator("[data-chart=effects] svg path[fill^='#'][transform]");
  await dots.first().scrollIntoViewIfNeeded();
  await dots.first().hover({ force: true });
  await page.locator("[data-chart=effects] .tip").waitFor();
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("points sort by number, and a download holds them in full", async () => {
  const page = await open(browser, pages.factorial);
  const points = table(page, "Points");
  const { rows, figures } = results.factorial;
  const place = figures.indexOf("total.facility_energy_kwh");
  const sorted = [...rows].sort((a, b) => a.values[place] - b.values[place]).map(({ number }) => String(number));
  await points.locator("th button").filter({ hasText: "Facility energy" }).click();
  assert.deepEqual(
    (await cells(points)).map(([number]) => number),
    sorted,
  );
  const { name, rows: lines } = await download(page, points);
  assert.equal(name, "points.csv");
  assert.equal(lines.length, 1 + rows.length);
  assert.ok(lines[0].startsWith("point,cooling,wind,seed,state,total.facility_energy_kwh,"));
  assert.ok(lines[1].includes("," + rows[0].values[place] + ","), lines[1]);
  assert.ok((await page.locator("#points .command code").textContent()).startsWith("sqlite3 -header -csv "));
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("points that failed tell why, and how to run one by itself", async () => {
  const page = await open(browser, pages.failing);
  const failed = results.failing.rows.filter(({ state }) => state === "failed");
  assert.equal(failed.length, 1);
  assert.equal(await page.locator("#failed pre").textContent(), failed[0].problem);
  assert.equal(await page.locator("#failed .command code").textContent(), failed[0].command);
  assert.ok(failed[0].command.includes("--set 'duration=3 h'"), failed[0].command);
  assert.ok((await page.locator("#best").textContent()).includes("1 of 4 points failed"));
  assert.equal(await page.locator("[data-chart=variance]").count(), 0);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("several studies are chosen from a list, and the page is told in Chinese", async () => {
  const page = await open(browser, pages.all, { width: 390, scheme: "dark" });
  await page.locator(".pick select").selectOption({ label: "drawn" });
  for (const chart of await charts(page)) assert.ok(chart.paths >= 3, JSON.stringify(chart));
  await page.locator(".languages").getByText("中文", { exact: true }).click();
  assert.ok((await page.locator(".summary").first().textContent()).includes("拉丁超立方抽样"));
  for (const text of await page.locator("h2, h3, th, figcaption span").allTextContents())
    assert.match(text, /\p{Script=Han}|^(wind|price|R\u00b2|PUE)$/u, text);
  await expect_no_sideways_scrolling(page);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("a page that is printed is light and shows what was folded", async () => {
  const page = await open(browser, pages.factorial, { scheme: "dark" });
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await page.locator("details:not([open])").count(), 0);
  for (const chart of await charts(page)) assert.ok(chart.paths >= 3, JSON.stringify(chart));
  assert.equal(await page.locator(".copy:visible, .download:visible, .choice:visible").count(), 0);
  assert.deepEqual(page.faults, []);
  await page.close();
});
