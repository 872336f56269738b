// A page, bundled into one C++ source: a script with all that it imports, a frame with places like {{style}}.
import { createRequire } from "node:module";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

export const text_of = (...path) => readFile(join(...path), "utf8");

// The script of an entry file, fit to stand in a page; `packages` is the folder of packages.
export async function bundled(packages, entry, { minify = false } = {}) {
  const { build } = createRequire(join(packages, "package.json"))("esbuild");
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    minify,
    write: false,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    legalComments: minify ? "none" : "inline",
    nodePaths: [join(packages, "node_modules")],
  });
  return bundle.outputFiles[0].text.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

// Writes `out`: the frame with its parts, as the text that the function `name` of tools/NAME.hpp gives.
export async function write_source(out, name, frame, parts) {
  let page = frame;
  for (const [place, part] of Object.entries(parts)) page = page.replace(`{{${place}}}`, () => part);
  // Raw string literals, in pieces that every compiler takes.
  const pieces = [];
  for (let at = 0; at < page.length; at += 12000) pieces.push(`R"page(${page.slice(at, at + 12000)})page"`);
  if (page.includes(')page"')) throw new Error("the page holds the end mark of its own literal");
  await writeFile(
    out,
    `#include "tools/${name}.hpp"\n\nnamespace hubwatt {\n\nstd::string_view ${name}() {\n` +
      `  return\n${pieces.join("\n")};\n}\n\n}  // namespace hubwatt\n`,
  );
}
