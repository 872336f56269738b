// Why is a number what it is: the explanations of the page of a run, in headless Chromium.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open, report_runs, run } from "./browser.mjs";
import { printed_says } from "./printed.mjs";

const json_of = (folder, name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const markup = "<script>alert(1)</script>";

// hello, with a name and an input that look like markup, and estimates that weigh.
let browser, hello, summary, hello_page, july, july_page;
before(async () => {
  hello = run("hello", `hub.horinger.name="${markup}"`);
  summary = json_of(hello, "summary.json");
  change_inputs(hello, (inputs) => {
    const fans = inputs.inputs.find(({ key }) => key === "hub.horinger.cooling.fans.share");
    const source = inputs.sources[fans.source];
    source.source = markup;
    inputs.inputs.find(({ key }) => key === "hub.horinger.cooling.kind").value = markup;
    inputs.assumptions = {
      tested: 61,
      not_tested: ["x", "y", "inference.chat.latency_limit"],
      not_tested_why: ["limits", "limits", "places"],
      threshold: 0.01,
      moves: [
        {
          name: "cooling.indirect-evaporative.fans.share",
          value: "0.156",
          change: "+10 %",
          source: fans.source,
          file: fans.file,
          line: fans.line,
          effects: { pue: 0.0123, facility_energy_kwh: -0.031 },
        },
      ],
    };
  });
  hello_page = report_runs(hello);
  july = run("plant-july");
  july_page = report_runs(july);
  browser = await launch();
});
after(() => browser?.close());

function change_inputs(folder, change) {
  const inputs = json_of(folder, "inputs.json");
  change(inputs);
  writeFileSync(join(folder, "inputs.json"), JSON.stringify(inputs));
}

// What the command says of a figure.
const why = (folder, path) =>
  JSON.parse(
    execFileSync(process.env.HUBWATT_PROGRAM, ["report", folder, "--why", path, "--json"], { encoding: "utf8" }),
  ).figures[0];

const figure = (page, path) => page.locator(`main [data-why="${path}"]`).first();
const panel = (page) => page.locator("dialog[open]");
const rows_of = (page) =>
  panel(page)
    .locator(".terms tr")
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

async function explain(page, path) {
  await figure(page, path).click();
  await panel(page).waitFor();
}

// A printed figure with its unit, of this value.
const says = (text, value) =>
  assert.ok(printed_says(text.split("\u00a0")[0], value), `${text} for ${value}`);

test("a click on a hub's PUE tells its definition, its terms and the inputs with their places", async () => {
  const page = await open(browser, hello_page);
  assert.equal(await page.getByText(/^A click on a figure/).count(), 1);
  await explain(page, "hubs.horinger.pue");
  const { pue, facility_energy_kwh, it_energy_kwh } = summary.hubs.horinger;
  assert.equal(await panel(page).locator("h2").textContent(), "hubs.horinger.pue");
  says(await panel(page).locator(".value").textContent(), pue);
  assert.equal(
    await panel(page).locator(".definition").textContent(),
    "facility / IT energy (ISO/IEC 30134-2)",
  );
  const rows = await rows_of(page);
  assert.deepEqual(
    rows.map(([mark, path]) => [mark, path]),
    [
      ["", "hubs.horinger.facility_energy_kwh"],
      ["\u00f7", "hubs.horinger.it_energy_kwh"],
      ["=", "hubs.horinger.pue"],
    ],
  );
  [facility_energy_kwh, it_energy_kwh, pue].forEach((value, at) => says(rows[at][2], value));
  const cooling = panel(page).locator("details").filter({ hasText: /^hub\.horinger\.cooling/ });
  await cooling.locator("summary").click();
  const fans = await cooling.locator("li").filter({ hasText: "fans.share" }).textContent();
  assert.match(fans, /fans\.share = [\d.]+ catalogue\/cooling\.toml:\d+estimate/);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("a term is gone into, and back; Escape closes, and the figure has the focus again", async () => {
  const page = await open(browser, hello_page);
  await figure(page, "total.pue").focus();
  await page.keyboard.press("Enter");
  await panel(page).waitFor();
  for (const path of ["total.facility_energy_kwh", "total.it_energy_kwh", "hubs.horinger.it_energy_kwh"]) {
    await panel(page).locator(`[data-why="${path}"]`).first().click();
    assert.equal(await panel(page).locator("h2").textContent(), path);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Back");
  }
  const rows = await rows_of(page);
  assert.equal(rows[0][1], "ledger.horinger.it.idle");
  says(rows[0][2], summary.ledger.horinger.it.idle);
  for (const path of ["total.it_energy_kwh", "total.facility_energy_kwh", "total.pue"]) {
    await panel(page).getByText("Back", { exact: true }).click();
    assert.equal(await panel(page).locator("h2").textContent(), path);
  }
  assert.equal(await panel(page).getByText("Back", { exact: true }).count(), 0);
  await page.keyboard.press("Escape");
  await panel(page).waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.dataset.why), "total.pue");
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("the button and a click outside close, a click inside does not, and nothing of a panel stays", async () => {
  const page = await open(browser, hello_page);
  await explain(page, "total.pue");
  await panel(page).locator(".definition").click();
  assert.equal(await panel(page).count(), 1);
  await page.mouse.click(5, 5);
  await page.locator("dialog").waitFor({ state: "detached" });
  await explain(page, "total.pue");
  await panel(page).locator('[data-why="total.it_energy_kwh"]').first().click();
  await panel(page).getByText("Close", { exact: true }).click();
  await page.locator("dialog").waitFor({ state: "detached" });
  await explain(page, "total.cost_cny");
  assert.equal(await panel(page).getByText("Back", { exact: true }).count(), 0);
  await page.close();
});

test("a term that is gone into begins at its head", async () => {
  const page = await open(browser, july_page, { width: 390 });
  await explain(page, "total.pue");
  const tops = await panel(page).evaluate((dialog) => {
    dialog.scrollTop = 200;
    const before = dialog.scrollTop;
    dialog.querySelector('[data-why="total.facility_energy_kwh"]').click();
    return [before, dialog.scrollTop];
  });
  assert.deepEqual(tops, [200, 0]);
  await page.close();
});

test("every figure that can be clicked on is explained with the value that it has", async () => {
  const page = await open(browser, july_page);
  const paths = await page.$$eval("main [data-why]", (all) => [...new Set(all.map((each) => each.dataset.why))]);
  assert.ok(paths.length > 200, `${paths.length} figures`);
  const value_of = (path) => path.split(".").reduce((at, key) => at[key], json_of(july, "summary.json"));
  const told = await page.evaluate((all) => {
    const of = (path) => {
      document.querySelector(`main [data-why="${path}"]`).click();
      const dialog = document.querySelector("dialog[open]");
      const out = [dialog.querySelector(".value").textContent, dialog.querySelectorAll("h3").length];
      dialog.close();
      return out;
    };
    return all.map(of);
  }, paths);
  paths.forEach((path, at) => {
    const value = value_of(path);
    assert.ok(told[at][1] >= 1);
    if (typeof value === "number") says(told[at][0], value);
    else assert.equal(told[at][0], value ?? "\u2013");
  });
  assert.deepEqual(page.faults, []);
  await page.close();
});

const sign = ({ role, factor }, at) =>
  role === "divisor"
    ? "\u00f7"
    : role === "followed" || (factor === 1 && at === 0)
      ? ""
      : factor === 1
        ? "+"
        : factor === -1
          ? "\u2212"
          : `${factor.toLocaleString("en-US")} \u00d7`;

// The panel that is open tells the figure as the command does: value, terms, hubs in their order, inputs.
async function expect_told(page, told) {
  assert.equal(await panel(page).locator("h2").textContent(), told.path);
  says(await panel(page).locator(".value").textContent(), told.value);
  const { parts, formula, how = "" } = told.terms;
  const rows = (await rows_of(page)).filter(([mark]) => mark !== "=");
  const expected = [...parts.map((part, at) => ({ ...part, mark: sign(part, at) })), ...told.hubs];
  assert.deepEqual(
    rows.map(([mark, path]) => [mark, path]),
    expected.map(({ mark = "", path }) => [mark, path]),
    told.path,
  );
  expected.forEach(({ value, share }, at) => {
    if (typeof value === "number") says(rows[at][2], value);
    if (typeof share === "number") says(rows[at][3], share * 100);
    else assert.equal(rows[at][3], "", told.path);
  });
  const text = await panel(page).textContent();
  assert.ok(text.includes(how), how);
  const in_hubs_only = told.hubs.length > 0 && Boolean(formula?.includes(".*."));
  assert.equal(text.includes("Sum over"), in_hubs_only, told.path);
  const count = panel(page).getByText(/^Inputs that feed it: \d+$/);
  if (told.inputs.length > 0)
    assert.equal(await count.textContent(), `Inputs that feed it: ${told.inputs.length}`, told.path);
  else assert.equal(await count.count(), 0, told.path);
}

test("the page tells terms, hubs and inputs as the command does", async () => {
  const page = await open(browser, july_page);
  const { inference, network } = json_of(july, "summary.json");
  const [service, link] = [Object.keys(inference)[0], Object.keys(network)[0]];
  await page.locator("details.data").evaluateAll((all) => all.forEach((fold) => (fold.open = true)));
  for (const path of [
    "hubs.qingpu.pue",
    "hubs.huailai.water_l",
    "total.cost_cny",
    "total.cooling_energy_kwh",
    "total.green_energy_kwh",
    "total.grid_energy_kwh",
    "total.gpu_allocation",
    "sides.west.green_share",
    `inference.${service}.slo_attainment`,
    `inference.${service}.energy_j_per_token`,
    `network.${link}.mean_utilization`,
    `network.${link}.latency_round_trip_ms`,
    "jobs.mean_wait_s",
    "jobs.energy_kwh_per_gpu_hour",
  ]) {
    await explain(page, path);
    await expect_told(page, why(july, path));
    await page.keyboard.press("Escape");
    await panel(page).waitFor({ state: "detached" });
  }
  await explain(page, "total.grid_energy_kwh");
  await panel(page).locator('[data-why="hubs.huailai.grid_energy_kwh"]').click();
  await expect_told(page, why(july, "hubs.huailai.grid_energy_kwh"));
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("what rests on estimates is a part of the page, and told of each figure that they move", async () => {
  const page = await open(browser, hello_page);
  const part = page.locator("#estimates");
  assert.equal(await part.locator("h2").textContent(), "What rests on estimates?");
  const cells = await part.locator("tbody tr").first().locator("td").allTextContents();
  assert.deepEqual(cells.slice(0, 5), [
    "cooling.indirect-evaporative.fans.share",
    "0.156",
    "+10 %",
    "\u22123.1",
    "+1.2",
  ]);
  assert.match(cells[5], /^catalogue\/cooling\.toml:\d+$/);
  assert.match(await part.textContent(), /61 estimates were changed one by one/);
  assert.match(await part.textContent(), /limit refuses both more and less: x, yNot tested/);
  assert.match(await part.textContent(), /only places, dates and latencies, .*: inference\.chat\.latency_limit/);
  await explain(page, "total.pue");
  assert.match(await panel(page).locator(".moves").textContent(), /fans\.share = 0\.156.*\+10 %: \+1\.2 %/);
  await page.close();
});

test("text of files stays text", async () => {
  const page = await open(browser, hello_page);
  await explain(page, "hubs.horinger.pue");
  for (const fold of await panel(page).locator("details summary").all()) await fold.click();
  assert.ok((await panel(page).textContent()).includes(`kind = ${markup}`));
  assert.ok((await page.locator("#estimates").textContent()).includes(markup));
  assert.equal(await page.locator("main script, dialog script").count(), 0);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("explanations are in the reader's language and not on paper", async () => {
  const page = await open(browser, hello_page);
  await page.locator(".languages").getByText("中文").click();
  await explain(page, "hubs.horinger.pue");
  const text = await panel(page).textContent();
  for (const piece of ["计算方法", "影响该值的输入", "关闭"]) assert.ok(text.includes(piece), piece);
  await page.emulateMedia({ media: "print" });
  assert.equal(await panel(page).isVisible(), false);
  await page.close();
});

test("on a narrow screen the panel fits, and the dark one can be read", async () => {
  const page = await open(browser, hello_page, { width: 390, scheme: "dark" });
  await explain(page, "hubs.horinger.pue");
  const box = await panel(page).boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 390, JSON.stringify(box));
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("a run that does not tell its inputs has nothing to click on", async () => {
  const folder = run("hello");
  rmSync(join(folder, "inputs.json"));
  const page = await open(browser, report_runs(folder));
  assert.equal(await page.locator("[data-why]").count(), 0);
  assert.equal(await page.getByText(/^A click on a figure/).count(), 0);
  assert.equal(await page.locator("#estimates").count(), 0);
  await page.close();
});
