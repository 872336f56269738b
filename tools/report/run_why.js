// Why is a number what it is? A click on a figure opens a panel: its definition, the terms it is made of, which can
// be clicked on in turn, the inputs that feed it and the assumptions that move it.
import { breakable, el, why_button } from "./elements.js";
import { figure as digits, percent, tick } from "./figures.js";
import { in_hubs_only } from "./run_why_figures.js";
import { input_list } from "./run_why_inputs.js";
import { moves_of } from "./run_why_moves.js";
import { say, term } from "./words.js";

// `shown`, as a button that explains the figure of this path; as it is where the run cannot tell.
export function explained(run, path, shown) {
  return run.path(path) ? why_button(path, shown) : shown;
}

// Columns of a table whose cells can be clicked on: each of the figure of its `key` at the path that `place_of` gives
// of a row.
export const explained_columns = (run, columns, place_of) =>
  columns.map((each) => ({ ...each, why: (row) => run.path(`${place_of(row)}.${each.key}`) }));

// Listens to clicks on such buttons; `run` tells the run they are of.
export function explain_clicks(run) {
  return (event) => {
    const path = event.target.closest("[data-why]")?.dataset.why;
    if (path) new Panel(run().figures).open(path);
  };
}

class Panel {
  constructor(figures) {
    this.figures = figures;
    this.way = [];  // figures gone through, the one shown last
    this.dialog = el("dialog", {
      class: "why-panel",
      "aria-label": say("Explanation of a figure"),
      click: (event) => this.clicked(event),
      close: () => this.dialog.remove(),
    });
  }

  open(path) {
    document.body.append(this.dialog);
    this.go(path);
    this.dialog.showModal();
  }

  // A click outside is one on the dialog itself: its content covers it.
  clicked({ target }) {
    if (target === this.dialog) this.dialog.close();
    const path = target.closest("[data-why]")?.dataset.why;
    if (path) this.go(path);
  }

  go(path) {
    this.way.push(path);
    this.show();
  }

  back() {
    this.way.pop();
    this.show();
  }

  show() {
    const of = this.figures.find(this.way.at(-1));
    const button = (text, action, more = {}) => el("button", { type: "button", click: action, ...more }, text);
    const back = this.way.length > 1 ? button(say("Back"), () => this.back(), { class: "back" }) : null;
    const close = button(say("Close"), () => this.dialog.close(), { class: "close" });
    this.dialog.replaceChildren(
      el("div", { class: "content" }, el("div", { class: "steps" }, back, close), ...content(this.figures, of)),
    );
    (back ?? close).focus();
    this.dialog.scrollTop = 0;
  }
}

function content(figures, of) {
  const { definition, how } = of.terms;
  return [
    el("h2", {}, breakable(of.path)),
    el("p", { class: "value" }, value_of(of)),
    el("p", { class: "definition" }, say(definition)),
    el("h3", {}, say("How it is made")),
    terms_of(figures, of),
    how ? el("p", { class: "note" }, say(how)) : null,
    ...hubs_of(figures, of),
    ...input_list(figures.inputs_feeding(of), of.table.hubs.length > 1),
    ...moves_of(figures.inputs, of.terms.key),
  ];
}

export function value_of({ value, terms }) {
  if (typeof value === "string") return value;
  if (value === null) return "\u2013";
  return digits(value, 6) + (terms.unit ? "\u00a0" + terms.unit : "");
}

// Terms with the numbers in them, as lines of a sum over a line of what it is divided by.
function terms_of(figures, of) {
  const { sum, divisors, followed } = figures.parts(of);
  if (in_hubs_only(of)) return el("p", {}, say("Sum over {n} hubs.", { n: of.table.hubs.length }));
  const mark = ({ factor }, at) =>
    factor === 1 ? (at === 0 ? "" : "+") : factor === -1 ? "\u2212" : `${tick(factor)} \u00d7`;
  const lines = [
    ...sum.map((part, at) => line(mark(part, at), part)),
    ...divisors.map((part) => line("\u00f7", part)),
    ...(lines_needed(sum, divisors) ? [line("=", { figure: of }, true)] : []),
  ];
  return [
    lines.length > 0 ? el("table", { class: "terms" }, el("tbody", {}, lines)) : null,
    followed.length > 0
      ? el(
          "div",
          {},
          el("p", { class: "note" }, say("Follows from")),
          el("table", { class: "terms" }, el("tbody", {}, followed.map((part) => line("", part)))),
        )
      : null,
  ];
}

const lines_needed = (sum, divisors) => sum.length + divisors.length > 1 || sum.some(({ factor }) => factor !== 1);

function line(mark, { figure, share }, itself = false) {
  return el(
    "tr",
    { class: itself ? "itself" : null },
    el("td", { class: "mark" }, mark),
    el("td", {}, itself ? breakable(figure.path) : why_button(figure.path, breakable(figure.path))),
    el("td", { class: "number" }, value_of(figure)),
    el("td", { class: "number" }, share === undefined ? "" : percent(share, 3)),
  );
}

const over_hubs = {
  sum: term("Over the hubs: the sum of theirs"),
  formula: term("Over the hubs: the same of their sums, no mean of ratios"),
  mean: term("Over the hubs: the mean of theirs, weighted by size"),
  joint: term("Over the hubs: of all hubs at once"),
};

function hubs_of(figures, of) {
  const hubs = figures.hubs(of);
  if (hubs.length === 0) return [];
  return [
    el("h3", {}, say(over_hubs[of.terms.over_hubs])),
    el("table", { class: "terms" }, el("tbody", {}, hubs.map((hub) => line("", hub)))),
  ];
}
