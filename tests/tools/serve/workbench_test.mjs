// The local page in headless Chromium, over a folder with the library's smallest scenario.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch } from "../report/browser.mjs";

const library = new URL("../../../scenarios/library/", import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), "hubwatt-serve-"));
const shots = process.env.HUBWATT_SCREENSHOTS; // a folder for pictures, where somebody wants to look
let server, address, browser;

before(async () => {
  for (const file of ["hello.toml", "hello.platform.toml", "hello-2030.toml"]) copyFileSync(join(library, file), join(scratch, file));
  server = spawn(process.env.HUBWATT_PROGRAM, ["serve", "--port", "0", "--quiet"], { cwd: scratch });
  address = String((await once(server.stdout, "data"))[0]).trim();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.kill("SIGKILL");
  rmSync(scratch, { recursive: true, force: true });
});

async function open({ width = 1280, scheme = "light" } = {}) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith("data:")) page.faults.push(request.url());
  });
  page.setDefaultTimeout(20000);
  await page.goto(address);
  await page.getByRole("button", { name: "Edit a copy" }).waitFor();
  await page.locator("#editor option").first().waitFor({ state: "attached" });
  return page;
}

async function edit(page, file) {
  await page.getByLabel("File to copy").selectOption(file);
  await page.getByRole("button", { name: "Edit a copy" }).click();
  await page.getByText("No mistakes.").waitFor();
}

test("a copy is checked as one types, saved, run and compared with what it came from", async () => {
  const page = await open();
  await page.getByLabel("File to copy").selectOption("hello.toml");
  await page.getByRole("button", { name: "Start as it is" }).click();
  await page.locator("#results").getByRole("link", { name: "hello", exact: true }).waitFor();

  await edit(page, "hello.toml");
  const text = page.getByLabel("Text of the copy");
  const original = readFileSync(join(scratch, "hello.toml"), "utf8");
  assert.equal(await text.inputValue(), original);
  await text.fill(original.replace("duration = \"2 d\"", "durration = \"2 d\""));
  const mistake = page.locator(".mistakes li", { hasText: "did you mean 'duration'?" });
  await mistake.waitFor();
  if (shots) await page.screenshot({ path: join(shots, "mistake-1280.png"), fullPage: true });
  await mistake.getByRole("button").click();
  const line = await text.evaluate((area) => area.value.slice(0, area.selectionStart).split("\n").length);
  assert.equal(await mistake.getByRole("button").textContent(), `line ${line}`);

  await text.fill(original.replace("seed = 1 ", "seed = 2 "));
  await page.getByText("No mistakes.").waitFor();
  assert.equal(await page.getByLabel("Name of the copy").inputValue(), "hello-2");
  await page.getByRole("button", { name: "Save and start" }).click();
  await page.locator("#results").getByRole("link", { name: "hello-2" }).waitFor();
  assert.ok(existsSync(join(scratch, "runs/hello-2/summary.json")));
  assert.equal(readFileSync(join(scratch, "hello.toml"), "utf8"), original);

  for (const name of ["mark hello", "mark hello-2"]) await page.getByLabel(name, { exact: true }).check();
  await page.getByRole("button", { name: "Compare" }).click();
  await page.locator("#results pre", { hasText: "total." }).waitFor();
  const [report] = await Promise.all([
    page.waitForEvent("popup"),
    page.locator("#results").getByRole("link", { name: "hello-2" }).first().click(),
  ]);
  await report.locator("h1").waitFor();
  assert.deepEqual(page.faults, []);
  if (shots) await page.screenshot({ path: join(shots, "compared-1280.png"), fullPage: true });
  await page.context().close();
});

test("what fails says why", async () => {
  const page = await open();
  await edit(page, "hello.toml");
  await page.getByLabel("Text of the copy").fill("name = <b>");
  await page.locator(".mistakes li").first().waitFor();
  await page.getByLabel("Name of the copy").fill("../out");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("is no name").waitFor();
  await page.getByLabel("Name of the copy").fill("broken");
  await page.getByRole("button", { name: "Save and start" }).click();
  await page.getByText("failed, exit code 3").waitFor();
  assert.equal(await page.locator("main b", { hasText: /^$/ }).count(), 0);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

for (const [width, scheme] of [[1280, "light"], [1280, "dark"], [390, "light"], [390, "dark"]])
  test(`nothing sticks out at ${width} px, ${scheme}`, async () => {
    const page = await open({ width, scheme });
    await edit(page, "hello.toml");
    const overhang = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overhang <= 0, `${overhang} px`);
    const dark = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(dark === "rgb(18, 22, 28)", scheme === "dark");
    assert.deepEqual(page.faults, []);
    if (shots) await page.screenshot({ path: join(shots, `page-${width}-${scheme}.png`), fullPage: true });
    await page.context().close();
  });

test("the page goes on in Chinese with what was written, and opens reports in it", async () => {
  const page = await open({ width: 390 });
  await edit(page, "hello.toml");
  await page.getByLabel("Text of the copy").fill("name = 1");
  await page.locator(".mistakes li").first().waitFor();
  await page.getByLabel("Name of the copy").fill("mine");
  await page.getByLabel("mark hello", { exact: true }).check();
  await page.getByRole("button", { name: "中文" }).click();
  assert.equal(await page.getAttribute("html", "lang"), "zh-Hans");
  assert.equal(await page.getByLabel("副本内容").inputValue(), "name = 1");
  assert.equal(await page.getByLabel("副本名称").inputValue(), "mine");
  assert.ok(await page.getByLabel("标记 hello", { exact: true }).isChecked());
  await page.locator(".mistakes li", { hasText: "第 1 行" }).first().waitFor();
  const shown = page.locator("h2, th, button:not(.languages button), label, option, footer, .note:not(:empty)");
  for (const text of await shown.allTextContents()) if (text !== "") assert.match(text, /\p{Script=Han}/u);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  const [report] = await Promise.all([
    page.waitForEvent("popup"),
    page.locator("#results").getByRole("link", { name: "hello", exact: true }).click(),
  ]);
  await report.locator("h1").waitFor();
  assert.equal(await report.getAttribute("html", "lang"), "zh-Hans");
  await page.getByRole("button", { name: "English" }).click();
  assert.equal(await page.getByLabel("Text of the copy").inputValue(), "name = 1");
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test("Ctrl-C ends the server cleanly", async () => {
  server.kill("SIGINT");
  const [code] = await once(server, "exit");
  assert.equal(code, 0);
});
