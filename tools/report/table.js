// A table that sorts by a click on a column's head and that can be taken along as CSV. Cells are text, or
// numbers, which are printed to their digits but sorted and written in full.
import { breakable, el, why_button } from "./elements.js";
import { figure } from "./figures.js";
import { say } from "./words.js";

// `columns`: [{name, text: shown (or the name, said), digits, show: value -> text, wide, title: what the head
// says to a pointer, why: row -> path of the figure in it}]; `rows`: arrays of values. In a CSV columns keep
// their names, whatever the language. Of more rows than `most` those are shown that come first as sorted.
export function table(caption, columns, rows, { most = Infinity } = {}) {
  const body = el("tbody");
  const kinds = columns.map((_, index) =>
    rows.some((row) => typeof row[index] === "number") ? "number" : "text",
  );
  const heads = columns.map((column, index) =>
    el(
      "th",
      { scope: "col", class: kinds[index] },
      el(
        "button",
        { type: "button", title: column.title || null, click: () => sort(index) },
        column.text ?? say(column.name),
      ),
    ),
  );
  let sorted = { index: -1, down: false };

  function fill(order) {
    body.replaceChildren(
      ...order.slice(0, most).map((row) =>
        el(
          "tr",
          {},
          row.map((value, index) => cell(columns[index], value, kinds[index], columns[index].why?.(row))),
        ),
      ),
    );
  }
  function sort(index) {
    sorted = { index, down: sorted.index === index && !sorted.down };
    heads.forEach((head, at) =>
      head.setAttribute("aria-sort", at !== index ? "none" : sorted.down ? "descending" : "ascending"),
    );
    const sign = sorted.down ? -1 : 1;
    fill([...rows].sort((a, b) => sign * compare(a[index], b[index], sign)));
  }

  fill(rows);
  const download = el(
    "button",
    { type: "button", class: "download", click: () => save_csv(caption, columns, rows) },
    say("Download CSV"),
  );
  return el(
    "figure",
    { class: "table" },
    el("figcaption", {}, el("span", {}, caption), download),
    el(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
      el("table", {}, el("thead", {}, el("tr", {}, heads)), body),
    ),
    rows.length > most
      ? el("p", { class: "note" }, say("The first {most} of {n} rows; the CSV has them all.", { most, n: rows.length }))
      : null,
  );
}

function cell(column, value, kind, why) {
  const shown =
    value === null || value === undefined
      ? "\u2013"
      : column.show
        ? column.show(value)
        : typeof value === "number"
          ? figure(value, column.digits)
          : value;
  return el(
    "td",
    { class: column.wide ? kind + " wide" : kind },
    why ? why_button(why, breakable(shown)) : breakable(shown),
  );
}

// Numbers by size, text by the alphabet; what is empty comes last in either direction.
function compare(a, b, sign) {
  const empty = (value) => value === null || value === undefined || value === "";
  if (empty(a) || empty(b)) return sign * (empty(a) - empty(b));
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true });
}

// RFC 4180, with a text that a spreadsheet would take for a formula kept a text.
export function csv(columns, rows) {
  const field = (value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number") return String(value);
    const text = /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
    return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  return [columns.map((column) => column.name), ...rows]
    .map((row) => row.map(field).join(",") + "\r\n")
    .join("");
}

function save_csv(caption, columns, rows) {
  const address = URL.createObjectURL(new Blob([csv(columns, rows)], { type: "text/csv" }));
  const name = caption
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, "-")
    .replaceAll(/^-|-$/g, "");
  el("a", { href: address, download: name + ".csv" }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
