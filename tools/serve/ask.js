// Asks the server. The mark in the page lets it change things; the token, where one is demanded, stands in the
// page's address.
import { say } from "../report/words.js";

const mark = document.querySelector("meta[name=mark]").content;
const token = new URLSearchParams(location.search).get("token");

// A path with what it asks for: [["dir", "a"], ...].
export function address(path, parameters = []) {
  const query = new URLSearchParams(parameters);
  if (token) query.append("token", token);
  return query.size > 0 ? `${path}?${query}` : path;
}

// Throws an Error with the sentence that the server answered.
async function answer(response) {
  if (response.ok) return response;
  const { problem } = await response.json().catch(() => ({}));
  throw new Error(problem ?? say("the server answered {status}", { status: response.status }));
}

async function request(path, options) {
  const response = await fetch(path, options).catch(() => {
    throw new Error(say("the server does not answer; is `hubwatt serve` still running?"));
  });
  return answer(response);
}

export const read_json = async (path, parameters) => (await request(address(path, parameters))).json();
export const read_text = async (path, parameters) => (await request(address(path, parameters))).text();

export async function post(path, content) {
  const headers = { "Content-Type": "application/json", "X-Hubwatt-Mark": mark };
  if (token) headers["X-Hubwatt-Token"] = token;
  return (await request(path, { method: "POST", headers, body: JSON.stringify(content) })).json();
}
