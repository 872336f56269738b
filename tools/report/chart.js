// A chart in its frame: title, legend and drawing. Draws again when the reader's scheme, the width or what is
// chosen changes; on paper it is light and as wide as the sheet.
import * as echarts from "echarts/core";
import { BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from "echarts/charts";
import {
  AriaComponent,
  DataZoomInsideComponent,
  DataZoomSliderComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
} from "echarts/components";
import { SVGRenderer } from "echarts/renderers";
import { el } from "./elements.js";
import { colors } from "./colors.js";

echarts.use([
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  SankeyChart,
  ScatterChart,
  AriaComponent,
  DataZoomInsideComponent,
  DataZoomSliderComponent,
  GridComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapContinuousComponent,
  SVGRenderer,
]);

const drawn = [];

// `describe(width, colors)` gives {title, note, legend: [{name, color, shape}], height, option}: what to draw
// now.
export class Chart {
  constructor(name, describe) {
    this.describe = describe;
    this.title = el("h3");
    this.note = el("p", { class: "note" });
    this.legend = el("ul", { class: "legend" });
    this.plot = el("div", { class: "plot" });
    this.element = el(
      "div",
      { class: "chart", "data-chart": name },
      this.title,
      this.note,
      this.legend,
      this.plot,
    );
    drawn.push(this);
  }

  draw() {
    const width = this.element.clientWidth;
    if (width === 0) return;
    const color = colors();
    const { title, note, legend, height, option } = this.describe(width, color);
    this.title.textContent = title;
    this.note.textContent = note ?? "";
    this.legend.replaceChildren(
      ...(legend ?? []).map((entry) =>
        el("li", {}, el("i", { class: entry.shape ?? "box", style: "--c:" + entry.color }), entry.name),
      ),
    );
    this.plot.style.height = height + "px";
    this.instance ??= echarts.init(this.plot, null, { renderer: "svg" });
    this.instance.resize({ width, height });
    this.instance.setOption(
      { ...common(color), aria: { enabled: true, label: { description: title } }, ...option },
      { notMerge: true },
    );
  }
}

function common(color) {
  return {
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: color.text },
    backgroundColor: "transparent",
  };
}

export function draw_all() {
  for (const chart of drawn) if (chart.element.isConnected) chart.draw();
}

// Charts that left the page are let go of.
export function forget_absent() {
  for (let at = drawn.length - 1; at >= 0; --at)
    if (!drawn[at].element.isConnected) drawn.splice(at, 1)[0].instance?.dispose();
}

export function draw_again_on_changes() {
  let wait = 0;
  const later = () => {
    clearTimeout(wait);
    wait = setTimeout(draw_all, 60);
  };
  addEventListener("resize", later);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw_all);
  const closed = [];
  addEventListener("beforeprint", () => {
    closed.push(...document.querySelectorAll("details:not([open])"));
    for (const details of closed) details.open = true;
    document.documentElement.classList.add("paper");
    draw_all();
  });
  addEventListener("afterprint", () => {
    for (const details of closed.splice(0)) details.open = false;
    document.documentElement.classList.remove("paper");
    draw_all();
  });
}
