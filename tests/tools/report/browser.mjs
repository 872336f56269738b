// Opens pages of the program in headless Chromium and keeps count of what they should not do.
import { execFileSync, spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const { HUBWATT_PROGRAM: program, HUBWATT_PACKAGES: packages } = process.env;
const { chromium } = createRequire(join(packages, "package.json"))("playwright-core");
const data = new URL("../data/", import.meta.url).pathname;

function browser_path() {
  for (const name of ["chromium", "chromium-browser", "google-chrome"])
    for (const folder of process.env.PATH.split(delimiter))
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        /* the next one */
      }
  throw new Error("no Chromium on the PATH; tools/setup.sh installs it");
}

export const launch = () => chromium.launch({ executablePath: browser_path(), timeout: 60000 });
export const trajectory = (name) => JSON.parse(readFileSync(join(data, name, "trajectory.json"), "utf8"));

// A folder of its own for a test, gone with the process.
const scratch = mkdtempSync(join(tmpdir(), "hubwatt-page-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

// The page of projections: names under tests/tools/data, or contents of a trajectory.json.
let pages = 0;
export function report(...projections) {
  const folders = projections.map((projection, at) => {
    if (typeof projection === "string") return join(data, projection);
    const folder = join(scratch, `projection-${pages}-${at}`);
    mkdirSync(folder);
    writeFileSync(join(folder, "trajectory.json"), JSON.stringify(projection));
    return folder;
  });
  const file = join(scratch, `page-${pages++}.html`);
  execFileSync(program, ["report", ...folders, "-o", file], { stdio: "pipe" });
  return file;
}

// Runs a scenario of the library; gives the directory of the run.
let runs = 0;
export function run(name, ...settings) {
  const folder = join(scratch, `run-${runs++}`);
  const file = new URL(`../../../scenarios/library/${name}.toml`, import.meta.url).pathname;
  const more = settings.flatMap((setting) => ["--set", setting]);
  execFileSync(program, ["run", file, "-o", folder, "--quiet", ...more], { stdio: "pipe" });
  return folder;
}

// Runs a study of the scenario "hello", given without the lines of schema and scenario; gives its file.
let studies = 0;
export function sweep(text) {
  const study = join(scratch, `study-${studies++}.study.toml`);
  const scenario = new URL("../../../scenarios/library/hello.toml", import.meta.url).pathname;
  writeFileSync(study, `schema = 1\nscenario = ${JSON.stringify(scenario)}\n${text}`);
  const file = study.replace(".study.toml", ".sqlite");
  // Where points fail, the file tells.
  const { stderr } = spawnSync(program, ["sweep", study, "-o", file, "--quiet"], { stdio: "pipe" });
  if (!existsSync(file)) throw new Error(stderr.toString());
  return file;
}

// What a report says as JSON.
export const report_json = (...files) =>
  JSON.parse(execFileSync(program, ["report", ...files, "--json"], { stdio: "pipe", maxBuffer: 1 << 28 }));

// The page of the runs in directories, or of the studies in files.
export function report_runs(...folders) {
  const file = join(scratch, `page-${pages++}.html`);
  execFileSync(program, ["report", ...folders, "-o", file], { stdio: "pipe" });
  return file;
}

// Opens a page; `page.faults` fills with script errors, messages of the console and requests.
export async function open(browser, file, { width = 1280, scheme = "light" } = {}) {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    acceptDownloads: true,
  });
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
  page.on("console", (message) => page.faults.push(`console: ${message.text()}`));
  page.on("request", (request) => {
    if (request.url() !== pathToFileURL(file).href)
      page.faults.push(`request: ${request.url().slice(0, 80)}`);
  });
  page.setDefaultTimeout(10000);
  await page.goto(pathToFileURL(file).href);
  if (page.faults.length > 0) throw new Error(page.faults.join("\n"));
  return page;
}
