// Makes elements of the page. Text of files enters as text nodes only, so a name that looks like markup stays
// text.

// el("p", {class: "lead"}, "words", node, [more]): attributes that are functions listen to the event of their
// name.
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

// Text that may also break after the dots and underscores of a path.
export function breakable(text) {
  return text.split(/(?<=[._])(?=[a-z])/).flatMap((piece, at) => (at === 0 ? [piece] : [el("wbr"), piece]));
}

// The figure of a tile, its unit smaller beside it.
export function tile_value(number, unit) {
  return el("b", {}, number, unit ? el("span", {}, "\u00a0" + unit) : null);
}

// A figure that a click explains; `path` as in summary.json, told by run_why.js.
export const why_button = (path, ...shown) =>
  el("button", { type: "button", class: "why", "data-why": path, title: path }, ...shown);

// One of several things to see, as a list to choose from; null where there is no choice.
// `options` are [{value, text}]; `chosen` gets the value.
export function choice(label, options, chosen) {
  if (options.length < 2) return null;
  const select = el(
    "select",
    { change: (event) => chosen(event.target.value) },
    options.map((option) => el("option", { value: option.value }, option.text)),
  );
  return el("label", { class: "choice" }, el("span", {}, label), select);
}

// A question the page answers, with a name to link to.
export function section(id, question, ...children) {
  return el(
    "section",
    { id, "aria-labelledby": id + "-title" },
    el("h2", { id: id + "-title" }, question),
    ...children,
  );
}
