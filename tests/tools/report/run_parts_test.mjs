// What the page of runs shows of places, links, jobs, queues and services, in headless Chromium.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, report_runs, run } from "./browser.mjs";
import { printed_says } from "./printed.mjs";
import { cells, expect_no_sideways_scrolling, table } from "./tables.mjs";

// A run of the week, with its summary.
function week(...settings) {
  const folder = run("training-week", ...settings);
  return { folder, summary: JSON.parse(readFileSync(join(folder, "summary.json"), "utf8")) };
}

let browser, first, second, alone, both;
before(async () => {
  first = week();
  second = week("seed=7");
  alone = report_runs(first.folder);
  both = report_runs(first.folder, second.folder);
  browser = await launch();
});
after(() => browser?.close());

const charts = ["map", "links", "utilization", "queue", "job-waits", "latency", "slo", "comparison"];

// Marks of each chart in a colour of a series.
const marks = (page) =>
  page.$$eval(".chart", (all) => {
    const style = getComputedStyle(document.documentElement);
    const series = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => style.getPropertyValue("--series-" + at).trim());
    const colored = (path) =>
      ["fill", "stroke"].some((name) => series.some((known) => path.getAttribute(name)?.startsWith(known)));
    return all.map((chart) => [
      chart.dataset.chart,
      [...chart.querySelectorAll("svg path")].filter(colored).length,
    ]);
  });

// Cells of a table, rows by their first cell.
async function rows_of(page, caption) {
  return new Map((await cells(table(page, caption))).map(([name, ...row]) => [name, row]));
}
const says = (text, value) =>
  assert.ok(
    printed_says(text.replace(/[\s\u00a0]*%$/, ""), text.endsWith("%") ? value * 100 : value),
    `${text} for ${value}`,
  );

for (const width of [1280, 390])
  for (const scheme of ["light", "dark"])
    test(`places, jobs and services are drawn, ${width} px wide, ${scheme}`, async () => {
      const page = await open(browser, both, { width, scheme });
      const drawn = new Map(await marks(page));
      for (const name of charts) assert.ok(drawn.get(name) >= 1, `${name}: ${drawn.get(name)} marks`);
      assert.ok(drawn.get("map") >= Object.keys(first.summary.hubs).length);
      await expect_no_sideways_scrolling(page);
      assert.deepEqual(page.faults, []);
      await page.close();
    });

test("figures of services and links equal summary.json to the printed digits", async () => {
  const page = await open(browser, alone);
  const services = await rows_of(page, "Services");
  const keys = [
    "requests",
    "served_share",
    "slo_attainment",
    "mean_latency_ms",
    "p99_latency_ms",
    "response_target_ms",
  ];
  for (const [name, service] of Object.entries(first.summary.inference))
    keys.forEach((key, at) => says(services.get(name)[at], service[key]));
  await page.getByText(/^All \d+ links$/).evaluateAll((all) => all.forEach((each) => each.click()));
  const links = await rows_of(
    page,
    Object.values(first.summary.network).every((link) => link.transferred_gb > 0)
      ? "Links that carried data"
      : "All links",
  );
  const of_link = [
    "transferred_gb",
    "mean_utilization",
    "peak_utilization",
    "availability",
    "latency_one_way_ms",
  ];
  for (const [id, link] of Object.entries(first.summary.network))
    of_link.forEach((key, at) => says(links.get(id)[at], link[key]));
  await page.close();
});

test("jobs in the table are all the jobs of summary.json", async () => {
  const page = await open(browser, alone);
  const jobs = [...(await rows_of(page, "Jobs by workload and hub")).values()];
  const heads = await page
    .locator("#jobs figure.table thead th")
    .evaluateAll((all) => all.map((head) => head.textContent));
  const number = (text) => Number(text.replaceAll(",", ""));
  const column = (name) => jobs.reduce((sum, row) => sum + number(row[heads.indexOf(name) - 1]), 0);
  assert.equal(column("completed"), first.summary.jobs.completed);
  assert.equal(column("running"), first.summary.jobs.running);
  await page.close();
});

test("another quantity, workload or hub draws other bars", async () => {
  const page = await open(browser, alone);
  const drawing = () => page.locator("[data-chart=job-waits] svg").innerHTML();
  const seen = [await drawing()];
  for (const quantity of ["Slowdown", "Run time", "Width"]) {
    await page.locator("#jobs select").first().selectOption({ label: quantity });
    seen.push(await drawing());
  }
  assert.equal(new Set(seen).size, 4);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("runs of one name are told apart, and by the inputs that differ", async () => {
  const page = await open(browser, both);
  const names = ["training-week (1)", "training-week (2)"];
  assert.equal(await page.locator("h1").textContent(), names.join(" and "));
  assert.deepEqual(await page.locator(".pick option").allTextContents(), names);
  const seed = JSON.parse(readFileSync(join(first.folder, "inputs.json"), "utf8")).inputs.find(({ key }) => key === "seed");
  assert.deepEqual([...(await rows_of(page, "Inputs that differ"))], [["seed", [seed.value, "7"]]]);
  await page.close();
});

test("runs side by side differ by what their summaries differ", async () => {
  const page = await open(browser, both);
  const rows = await rows_of(page, "Differences from training-week (1)");
  const compared = [
    ["Facility energy", (summary) => summary.total.facility_energy_kwh / 1e6],
    ["PUE", (summary) => summary.total.pue],
    ["Green share", (summary) => summary.total.green_share * 100],
    ["Cost of energy", (summary) => summary.total.cost_cny / 1e6],
    ["Mean wait of jobs", (summary) => summary.jobs.mean_wait_s],
    ["Jobs completed", (summary) => summary.jobs.completed],
  ];
  for (const [name, value] of compared) {
    const [, one, other, difference, percent] = rows.get(name);
    const [a, b] = [value(first.summary), value(second.summary)];
    says(one, a);
    says(other, b);
    says(difference, b - a);
    says(percent, (100 * (b - a)) / a);
  }
  await page.close();
});
