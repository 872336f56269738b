// Takes the pictures of this folder: every part of a page, at the width of a desk and of a phone.
//   build/release/bin/hubwatt report runs/national-2025 -o page.html
//   HUBWATT_PACKAGES=build/release/tools/report/packages node tools/report/screenshots/take.mjs page.html national
// Needs Chromium and a font with Chinese characters (Debian's fonts-noto-cjk).
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [file, name] = process.argv.slice(2);
const packages = resolve(process.env.HUBWATT_PACKAGES);
const { chromium } = createRequire(join(packages, "package.json"))("playwright-core");
const folder = new URL(".", import.meta.url).pathname;

const views = [
  { width: 1280, language: "en", parts: "all" },
  { width: 390, language: "en", parts: "all" },
  { width: 1280, language: "zh", parts: ["use", "allowed"] },
  { width: 390, language: "zh", parts: ["use"], scheme: "dark" },
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium" });
for (const { width, language, parts, scheme = "light" } of views) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  await page.goto(pathToFileURL(resolve(file)).href);
  if (language !== "en") await page.click(`.languages [lang^=${language}]`);
  await page.waitForTimeout(1500); // charts move into place
  for (const section of await page.locator("section[id]").all()) {
    const id = await section.getAttribute("id");
    if (parts !== "all" && !parts.includes(id)) continue;
    const suffix = [language === "en" ? "" : `-${language}`, scheme === "light" ? "" : `-${scheme}`].join("");
    await section.screenshot({ path: join(folder, `${name}-${width}-${id}${suffix}.png`) });
  }
  await page.close();
}
await browser.close();
