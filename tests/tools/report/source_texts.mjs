// The string literals of a JavaScript source, and which of them are said or marked to be said.

// A literal, a comment, a name or one sign; a slash begins a regular expression where no value ends before it.
const token =
  /\/\/[^\n]*|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[(,=:?!&|[{};]\s*)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/[a-z]*|[\w$]+|[^\s]/g;
const is_text = (part) => part.startsWith('"');

function* tokens(source) {
  let line = 1;
  let last = 0;
  for (const { 0: part, index } of source.matchAll(token)) {
    line += source.slice(last, index).split("\n").length - 1;
    last = index;
    if (!part.startsWith("//")) yield { part, line };
  }
}

// [{text, line, said, key}]: literals that are added to each other are one text, of a template its letters; `key`
// is the property that it is the value of, as in {title: "..."}, but for a name with a text to show instead.
export function texts_of(source) {
  const all = [...tokens(source)];
  const texts = [];
  for (let at = 0; at < all.length; ++at) {
    const { part, line } = all[at];
    const said = all[at - 1]?.part === "(" && ["say", "term"].includes(all[at - 2]?.part);
    const key = all[at - 1]?.part === ":" ? all[at - 2].part : "";
    if (part.startsWith("`"))
      texts.push({ text: part.slice(1, -1).replaceAll(/\$\{[^}]*\}/g, "\u0000"), line, said, key });
    if (!is_text(part)) continue;
    let text = JSON.parse(part);
    while (all[at + 1]?.part === "+" && is_text(all[at + 2]?.part ?? "")) {
      text += JSON.parse(all[at + 2].part);
      at += 2;
    }
    const instead = all[at + 1]?.part === "," && all[at + 2]?.part === "text";
    texts.push({ text, line, said, key: instead ? "" : key });
  }
  return texts;
}
