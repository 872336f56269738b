// Builds the frame of a page, all but its title and data, as a C++ source with the text in it.
// node build_page.mjs FOLDER_OF_PACKAGES VERSION OUT.cpp
import { join } from "node:path";
import { bundled, text_of, write_source } from "./page_source.mjs";

const [packages, version, out] = process.argv.slice(2);
const here = new URL(".", import.meta.url).pathname;
const modules = join(packages, "node_modules");

const notices = [
  await text_of(modules, "echarts/NOTICE"),
  await text_of(modules, "echarts/LICENSE"),
  "zrender\n\n" + (await text_of(modules, "zrender/LICENSE")),
  "tslib\n\n" + (await text_of(modules, "tslib/LICENSE.txt")),
].join("\n----\n\n");

await write_source(out, "report_page_frame", await text_of(here, "page.html"), {
  style: await text_of(here, "page.css"),
  version,
  notices: notices.trim(),
  script: await bundled(packages, join(here, "page.js"), { minify: true }),
});
