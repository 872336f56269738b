// Builds the local page, all but its nonce and mark, as a C++ source with the text in it.
// node build_workbench.mjs FOLDER_OF_PACKAGES VERSION OUT.cpp
import { join } from "node:path";
import { bundled, text_of, write_source } from "../report/page_source.mjs";

const [packages, version, out] = process.argv.slice(2);
const here = new URL(".", import.meta.url).pathname;

await write_source(out, "serve_page_frame", await text_of(here, "workbench.html"), {
  style: (await text_of(here, "../report/page.css")) + (await text_of(here, "workbench.css")),
  version,
  script: await bundled(packages, join(here, "workbench.js")),
});
