// Entry: reads the data in the page and builds what it holds, in the reader's language.
import "./dictionaries.js";
import { draw_again_on_changes, draw_all, forget_absent } from "./chart.js";
import { html_language, language_switch } from "./language_switch.js";
import { projection_page } from "./projection_page.js";
import { run_page } from "./run_page.js";
import { study_page } from "./study_page.js";
import { language, say, speak } from "./words.js";

const data = JSON.parse(document.getElementById("data").textContent);
const pages = {
  projection: (content) => projection_page(content.projections),
  run: (content) => run_page(content.runs, content.explained),
  study: (content) => study_page(content.studies),
};

function build() {
  document.documentElement.lang = html_language(language());
  document
    .querySelector("main")
    .replaceChildren(language_switch(build), ...pages[data.kind](data).filter((part) => part));
  const footer = document.querySelector("footer");
  footer.textContent = say(
    "Made by hubwatt {version}. The page holds all its data and asks for nothing from outside. Charts by " +
      "Apache ECharts (Apache-2.0); notices stand in the source of the page.",
    { version: footer.dataset.version },
  );
  forget_absent();
  draw_all();
}

speak(data.language);
build();
draw_again_on_changes();
