// Tables of an open page, as its reader sees and downloads them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

export const table = (page, caption) =>
  page.locator("figure.table").filter({ has: page.getByText(caption, { exact: true }) });

// Texts of the cells, row by row.
export const cells = (figure) =>
  figure
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));

// {name, rows: lines of the file that its button gives}
export async function download(page, figure) {
  const [file] = await Promise.all([page.waitForEvent("download"), figure.getByText("Download CSV").click()]);
  const rows = readFileSync(await file.path(), "utf8")
    .trimEnd()
    .split("\r\n");
  return { name: file.suggestedFilename(), rows };
}

export async function expect_no_sideways_scrolling(page) {
  assert.ok(
    await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
    "scrolls sideways",
  );
}
