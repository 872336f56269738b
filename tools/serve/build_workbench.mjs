// Builds the local page, all but its nonce and mark, as a C++ source with the text in it.
// node build_workbench.mjs FOLDER_OF_PACKAGES VERSION OUT.cpp
import { createRequire } from "node:module";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [packages, version, out] = process.argv.slice(2);
const here = new URL(".", import.meta.url).pathname;
const { build } = createRequire(join(packages, "package.json"))("esbuild");
const text = (...path) => readFile(join(here, ...path), "utf8");

const bundle = await build({
  entryPoints: [join(here, "workbench.js")],
  bundle: true,
  write: false,
  format: "iife",
  target: "es2022",
  charset: "utf8",
});
const parts = {
  style: (await text("../report/page.css")) + (await text("workbench.css")),
  version,
  script: bundle.outputFiles[0].text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--"),
};
let page = await text("workbench.html");
for (const [name, part] of Object.entries(parts)) page = page.replace(`{{${name}}}`, () => part);

// Raw string literals, in pieces that every compiler takes.
const pieces = [];
for (let at = 0; at < page.length; at += 12000) pieces.push(`R"page(${page.slice(at, at + 12000)})page"`);
if (page.includes(')page"')) throw new Error("the page holds the end mark of its own literal");
await writeFile(
  out,
  `#include "tools/serve_page_frame.hpp"\n\nnamespace hubwatt {\n\nstd::string_view serve_page_frame() {\n` +
    `  return\n${pieces.join("\n")};\n}\n\n}  // namespace hubwatt\n`,
);
