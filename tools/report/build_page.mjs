// Builds the frame of a page, all but its title and data, as a C++ source with the text in it.
// node build_page.mjs FOLDER_OF_PACKAGES VERSION OUT.cpp
import { createRequire } from "node:module";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [packages, version, out] = process.argv.slice(2);
const here = new URL(".", import.meta.url).pathname;
const { build } = createRequire(join(packages, "package.json"))("esbuild");
const text = (...path) => readFile(join(...path), "utf8");
const modules = join(packages, "node_modules");

const bundle = await build({
  entryPoints: [join(here, "page.js")],
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  nodePaths: [modules],
});
const notices = [
  await text(modules, "echarts/NOTICE"),
  await text(modules, "echarts/LICENSE"),
  "zrender\n\n" + (await text(modules, "zrender/LICENSE")),
  "tslib\n\n" + (await text(modules, "tslib/LICENSE.txt")),
].join("\n----\n\n");

const parts = {
  style: await text(here, "page.css"),
  version,
  notices: notices.trim(),
  script: bundle.outputFiles[0].text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--"),
};
let page = await text(here, "page.html");
for (const [name, part] of Object.entries(parts)) page = page.replace(`{{${name}}}`, () => part);

// Raw string literals, in pieces that every compiler takes.
const pieces = [];
for (let at = 0; at < page.length; at += 12000) pieces.push(`R"page(${page.slice(at, at + 12000)})page"`);
if (page.includes(')page"')) throw new Error("the page holds the end mark of its own literal");
await writeFile(
  out,
  `#include "tools/report_page_frame.hpp"\n\nnamespace hubwatt {\n\nstd::string_view report_page_frame() {\n` +
    `  return\n${pieces.join("\n")};\n}\n\n}  // namespace hubwatt\n`,
);
