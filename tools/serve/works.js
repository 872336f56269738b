// Runs that this page has started: how far they are, and what went wrong.
import { el, section } from "../report/elements.js";
import { say, term } from "../report/words.js";
import { post, read_json } from "./ask.js";

const pause_ms = 500;
const states = { done: term("done"), stopped: term("stopped") };

// `ended` is called when one of them has ended.
export function works_section(ended) {
  const list = el("ul", { class: "cards" });
  const problem = el("p", { class: "problem", "aria-live": "polite" });
  const element = section("works", say("Started here"), list, problem);
  element.hidden = true;
  let running = 0;
  let over = 0; // how many have ended: a short one may do so before we look
  let timer = 0;
  let before = "";
  let stopped = false; // the page shows another section instead

  function card(work) {
    const said = work.messages.trim();
    const stop = () => post("/stop", { number: work.number }).then(look, () => look());
    const state =
      work.state === "running"
        ? work.progress.replace(/^.*?: (?=\d+ %)/, "") || say("begins")
        : work.state === "failed"
          ? say("failed, exit code {code}", { code: work.exit_code })
          : say(states[work.state] ?? work.state);
    return el(
      "li",
      {},
      el("p", {}, el("b", {}, work.directory), say(" from {file}", { file: work.file })),
      work.state === "running" ? el("progress", { max: "100", value: work.percent, "aria-label": work.directory }) : null,
      el("p", { class: work.state === "failed" ? "problem" : "note" }, state),
      said ? el("pre", { tabindex: "0" }, said) : null,
      work.state === "running" ? el("button", { type: "button", click: stop }, say("Stop")) : null,
    );
  }

  async function look() {
    clearTimeout(timer);
    try {
      const works = await read_json("/works");
      if (stopped) return;
      const was = over;
      running = works.filter(({ state }) => state === "running").length;
      over = works.length - running;
      const now = JSON.stringify(works);
      if (now !== before) list.replaceChildren(...works.map(card));
      before = now;
      element.hidden = works.length === 0;
      problem.textContent = "";
      if (over > was) await ended();
    } catch (error) {
      element.hidden = false;
      problem.textContent = error.message;
    }
    clearTimeout(timer);
    if (running > 0 && !stopped) timer = setTimeout(look, pause_ms);
  }

  function stop() {
    stopped = true;
    clearTimeout(timer);
  }

  return { element, look, stop };
}
