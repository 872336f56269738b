// Entry: reads the data in the page and builds what it holds.
import { draw_again_on_changes, draw_all } from "./chart.js";
import { projection_page } from "./projection_page.js";
import { run_page } from "./run_page.js";

const data = JSON.parse(document.getElementById("data").textContent);
const pages = {
  projection: (content) => projection_page(content.projections),
  run: (content) => run_page(content.runs),
};

document.querySelector("main").append(...pages[data.kind](data).filter((part) => part));
draw_all();
draw_again_on_changes();
