// The page of projections as a reader meets it, in headless Chromium.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch, open, report, trajectory } from "./browser.mjs";
import { printed_says } from "./printed.mjs";
import { cells, download, expect_no_sideways_scrolling, table } from "./tables.mjs";

let browser, rich, plain, both;
before(async () => {
  [rich, plain, both] = [
    report("projection"),
    report("projection-plain"),
    report("projection", "projection-plain"),
  ];
  browser = await launch();
});
after(() => browser?.close());

// What the page calls units of the file.
const units = { GCNY: "billion CNY", M: "million" };
const shares = /^(green_share|rack_occupancy|share\..+|activity\..+)$/; // printed in percent

// Marks of a chart that carry data: filled or drawn in a colour of a series.
const marks = (page) =>
  page.$$eval(".chart", (charts) =>
    charts.map((chart) => {
      const style = getComputedStyle(document.documentElement);
      const series = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => style.getPropertyValue("--series-" + at).trim());
      const color = (path, name) => series.some((known) => path.getAttribute(name)?.startsWith(known));
      const paths = [...chart.querySelectorAll("svg path")].filter(
        (path) => color(path, "fill") || color(path, "stroke"),
      );
      return {
        name: chart.dataset.chart,
        marks: paths.length,
        tall: chart.querySelector("svg")?.getBoundingClientRect().height,
      };
    }),
  );

for (const width of [1280, 390])
  for (const scheme of ["light", "dark"])
    test(`every chart draws its data, ${width} px wide, ${scheme}`, async () => {
      const page = await open(browser, rich, { width, scheme });
      const drawn = await marks(page);
      assert.deepEqual(drawn.map((chart) => chart.name).sort(), [
        "capacity",
        "demand",
        "drivers",
        "fan",
        "places",
        "scopes",
        "servers",
        "sobol",
        "tornado",
        "uses",
      ]);
      for (const chart of drawn) assert.ok(chart.marks >= 2 && chart.tall > 150, JSON.stringify(chart));
      await expect_no_sideways_scrolling(page);
      const light = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      assert.equal(/rgb\(2\d\d/.test(light), scheme === "light");
      assert.deepEqual(page.faults, []);
      await page.close();
    });

test("every figure equals trajectory.json to the printed digits", async () => {
  const page = await open(browser, rich);
  const file = trajectory("projection");
  const rows = await cells(table(page, `All figures of ${file.name}`));
  assert.equal(rows.length, file.quantities.length);
  file.quantities.forEach((quantity, at) => {
    const scale = shares.test(quantity.key) ? 100 : 1;
    assert.equal(rows[at][0], quantity.label);
    assert.equal(rows[at][1], scale === 100 ? "%" : (units[quantity.unit] ?? quantity.unit));
    quantity.central.forEach((value, year) =>
      assert.ok(
        printed_says(rows[at][2 + year], value * scale),
        `${quantity.key}: ${rows[at][2 + year]} for ${value}`,
      ),
    );
  });
  const tiles = await page.$$eval(".tiles > div", (all) =>
    all.map((tile) => [
      tile.dataset.quantity,
      tile.querySelector("b").firstChild.textContent,
      tile.querySelector("small").textContent,
    ]),
  );
  assert.equal(tiles.length, 8);
  for (const [key, central, band] of tiles) {
    const quantity = file.quantities.find((known) => known.key === key);
    const scale = shares.test(key) ? 100 : 1;
    assert.ok(printed_says(central, quantity.central.at(-1) * scale), key);
    band
      .split(" to ")
      .forEach((text, at) =>
        assert.ok(printed_says(text, quantity.bands[at === 0 ? "p05" : "p95"].at(-1) * scale), key),
      );
  }
  const { sobol, tornado, inputs } = file.uncertainty;
  (await cells(table(page, "Inputs that are drawn"))).forEach((row, at) =>
    [inputs[at].central, inputs[at].p05, inputs[at].p95].forEach((text, column) =>
      assert.ok(printed_says(row[2 + column].split(" ")[0], parseFloat(text))),
    ),
  );
  await page.getByText("Figures of this chart").evaluateAll((all) => all.forEach((each) => each.click()));
  (await cells(table(page, "Facility energy of 2030: Sobol indices"))).forEach((row, at) =>
    ["first", "first_error", "total", "total_error"].forEach((name, column) =>
      assert.ok(printed_says(row[1 + column], sobol[0].groups[at][name])),
    ),
  );
  (await cells(table(page, "Facility energy of 2030: one input at a time"))).forEach((row, at) =>
    ["at_p05", "at_p95"].forEach((name, column) =>
      assert.ok(printed_says(row[1 + column], tornado[0].bars[at][name])),
    ),
  );
  await page.close();
});

test("a click on a head sorts by number, up and then down, with what is empty last", async () => {
  const page = await open(browser, rich);
  const scopes = table(page, "Facility energy in TWh, by who counts what").last();
  const head = scopes.getByRole("button", { name: "2030" });
  const column = async () => (await cells(scopes)).map((row) => row[9]);
  await head.click();
  assert.deepEqual(await column(), ["277.0", "384.0", "\u2013"]);
  await head.click();
  assert.deepEqual(await column(), ["384.0", "277.0", "\u2013"]);
  assert.equal(await scopes.locator("th[aria-sort=descending]").count(), 1);
  await page.close();
});

test("a download holds the figures of the file in full", async () => {
  const page = await open(browser, rich);
  const file = trajectory("projection");
  const { name, rows } = await download(page, table(page, `All figures of ${file.name}`));
  assert.equal(name, "all-figures-of-china-2030-bottom-up.csv");
  assert.equal(rows[0], "quantity,unit,2024,2025,2026,2027,2028,2029,2030,definition");
  assert.equal(
    rows[1],
    `Facility energy,TWh,${file.quantities[0].central.join(",")},"${file.quantities[0].definition}"`,
  );
  assert.equal(rows.length, 1 + file.quantities.length);
  for (const figure of await page.locator("figure.table").filter({ visible: true }).all())
    assert.ok((await download(page, figure)).rows.length > 1);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("another quantity draws another fan and another table", async () => {
  const page = await open(browser, rich);
  const fan = page.locator("[data-chart=fan]");
  const first = await fan.locator("svg").innerHTML();
  await page.locator("#use select").selectOption({ label: "PUE" });
  assert.equal(await fan.locator("h3").textContent(), "PUE");
  assert.notEqual(await fan.locator("svg").innerHTML(), first);
  assert.ok((await fan.locator("svg").textContent()).includes("1.33"));
  await page.locator("#why select").selectOption({ index: 1 });
  assert.ok((await page.locator("[data-chart=drivers] h3").textContent()).startsWith("Carbon"));
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("a pointer over a chart brings its figures", async () => {
  const page = await open(browser, rich);
  const fan = page.locator("[data-chart=fan] svg");
  const { width } = await fan.boundingBox();
  await fan.hover({ position: { x: width / 2, y: 150 } });
  const tip = page.locator(".tip");
  await tip.waitFor();
  assert.match(await tip.textContent(), /^2027.*252\.8.TWh/);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("several projections share the fan, stand side by side and are told apart", async () => {
  const page = await open(browser, both, { width: 390 });
  assert.equal(await page.locator("h1").textContent(), "china-2030-bottom-up and china-2030-baseline");
  const rows = await cells(table(page, "Headline figures side by side"));
  assert.deepEqual(rows[0], ["Facility energy", "TWh", "384.0", "384.0"]);
  assert.equal(await page.locator("#why").count(), 1);
  await page.locator(".pick select").selectOption({ label: "china-2030-baseline" });
  assert.equal(await page.locator("#why").count(), 0);
  await page.locator(".pick select").selectOption({ label: "china-2030-bottom-up" });
  for (const chart of await marks(page)) assert.ok(chart.marks >= 1, JSON.stringify(chart));
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("a projection without draws says so and leaves out what it cannot tell", async () => {
  const page = await open(browser, plain);
  assert.ok((await page.locator(".summary").textContent()).includes("No input is drawn"));
  assert.deepEqual(await page.locator("h2").allTextContents(), ["What does it use?", "All figures"]);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("markup in names stays text", async () => {
  const name = "</script><script>window.taken = 1</script><img src='x' onerror='window.taken = 2'><!--";
  const file = trajectory("projection");
  Object.assign(file, { name, scope: { id: name, note: name } });
  for (const quantity of file.quantities) quantity.label = quantity.definition = name;
  for (const input of file.uncertainty.inputs) input.path = name;
  for (const bar of file.uncertainty.tornado[0].bars) bar.input = name;
  for (const part of file.attribution[0].parts) part.driver = name;
  file.beside[0].name = file.beside[0].why = file.economy[0].claim = file.coupling[0].plant = name;
  const page = await open(browser, report(file));
  assert.equal(await page.title(), name);
  assert.equal(await page.locator("h1").textContent(), name);
  for (const chart of ["fan", "drivers", "tornado"]) {
    await page.locator(`[data-chart=${chart}] svg`).hover();
    await page.waitForTimeout(50);
  }
  assert.equal(await page.evaluate(() => window.taken), undefined);
  assert.equal(await page.locator("img").count(), 0);
  assert.deepEqual(page.faults, []);
  await page.close();
});

test("figures out of the ordinary break no chart", async () => {
  let state = 1;
  const random = (count) => (state = (state * 48271) % 2147483647) % count;
  const spoilt = (value, path) => {
    if (path === "years" || path === "schema") return value;
    if (typeof value === "number") return random(6) > 0 ? value : [null, 0, -1e300, 1e300, 1e-300][random(5)];
    if (Array.isArray(value)) return value.map((inner) => spoilt(inner, path + "[]"));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoilt(inner, key)]));
  };
  for (let at = 0; at < 10; ++at) {
    const page = await open(browser, report(spoilt(trajectory("projection"), "")));
    await page.close();
  }
});

test("paper shows light charts and every table, whatever the screen", async () => {
  const page = await open(browser, rich, { scheme: "dark" });
  await page.evaluate(() =>
    addEventListener("beforeprint", () => {
      window.shut = document.querySelectorAll("details:not([open])").length;
      window.paper = getComputedStyle(document.documentElement).getPropertyValue("--page").trim();
    }),
  );
  assert.ok((await page.pdf({ format: "A4" })).length > 20000);
  assert.equal(await page.evaluate(() => window.shut), 0);
  assert.equal(await page.evaluate(() => window.paper), "#f6f7f9");
  assert.ok((await page.locator("details:not([open])").count()) > 0);
  await page.close();
});

test("a page stays small", () => {
  assert.ok(statSync(rich).size < 1e6);
});
