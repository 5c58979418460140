// Questions to the endpoint: the same that everybody can ask.

import { h, replace, announce, download } from "./dom.js";
import { link } from "./address.js";

const ENDPOINT = new URL("entente/sparql", document.baseURI).href;

export const PREFIXES = {
  dcterms: "http://purl.org/dc/terms/",
  ent: "https://w3id.org/entente/ontology#",
  foaf: "http://xmlns.com/foaf/0.1/",
  geo: "http://www.opengis.net/ont/geosparql#",
  id: "https://w3id.org/entente/id/",
  oa: "http://www.w3.org/ns/oa#",
  owl: "http://www.w3.org/2002/07/owl#",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** A query with the prefixes that it uses in front. */
export function prefixed(query) {
  const used = Object.entries(PREFIXES).filter(([p]) => new RegExp("(^|[^\\w:])" + p + ":", "m").test(query));
  return used.map(([p, iri]) => `PREFIX ${p}: <${iri}>\n`).join("") + "\n" + query.trim() + "\n";
}

/** An IRI as a term; one that could end the term is refused. */
export function iri(value) {
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\u0000-\u0020]+$/i.test(value)) throw new Failure(0, "Not an address of anything: " + value);
  return "<" + value + ">";
}

/** A text as a term. */
export function text(value) {
  const escaped = value.replace(/[\\"\n\r\t]/g, c => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[c]);
  return '"' + escaped.replace(/[\u0000-\u001f\ud800-\udfff]/gu, "") + '"';
}

/** A question that was not answered: its status, or 0 if there was no answer at all. */
export class Failure extends Error {
  constructor(status, message, query) {
    super(message);
    this.status = status;
    this.query = query;
  }
}

/** The answer in a form, as text. */
export async function ask(query, accept, signal) {
  let answer;
  try {
    answer = await fetch(ENDPOINT, {
      method: "POST",
      headers: { Accept: accept, "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" },
      body: new URLSearchParams({ query }),
      signal,
    });
    const body = await answer.text();
    if (!answer.ok) throw new Failure(answer.status, body.trim(), query);
    return body;
  } catch (e) {
    if (e.name === "AbortError" || e instanceof Failure) throw e;
    throw new Failure(0, String(e.message), query);
  }
}

const kept = new Map();

/** Rows of a SELECT; each has a value a variable, or none. Answers are kept until the page is loaded anew. */
export async function select(query, signal) {
  if (kept.has(query)) return kept.get(query);
  const { head, results } = JSON.parse(await ask(query, "application/sparql-results+json", signal));
  const rows = results.bindings.map(b => Object.fromEntries(Object.entries(b).map(([k, v]) => [k, v.value])));
  const answer = { vars: head.vars, rows, bindings: results.bindings, query };
  kept.set(query, answer);
  if (kept.size > 80) kept.delete(kept.keys().next().value);
  return answer;
}

const HELP = {
  0: ["The server cannot be reached.", "See that it still runs and that you are connected, then try again."],
  400: ["The server cannot answer this query.", "Open the query, mend it there and run it."],
  403: ["The server does not allow this query.", "It asks for something that is shut here, such as other hosts."],
  404: ["There is no SPARQL endpoint at this address.", "The page and the endpoint must be served by the same server."],
  413: ["The query or its answer is too long.", "Ask for less: narrow the filters or lower the LIMIT."],
  429: ["The server has too much to do.", "Wait a little, then try again."],
  502: ["The server cannot be reached behind its proxy.", "Try again in a minute."],
  503: ["The server took too long or has too much to do.", "Narrow the question, or try again in a little while."],
};

/** What went wrong, what to do, and the query. */
export function failure(error, again) {
  const [what, todo] = HELP[error.status] ?? (error instanceof Failure ? [`The server failed (${error.status}).`, "Try again; if it stays, tell who runs the server."] : ["The page failed at this view.", "Reload the page."]);
  const said = String(error.message || error).slice(0, 400);
  announce(what);
  return h("div", { class: "notice failure", role: "alert" },
    h("p", {}, h("strong", {}, what), " ", todo),
    said && h("p", { class: "said" }, "Said: ", h("bdi", {}, said)),
    h("p", { class: "buttons" },
      again && h("button", { type: "button", click: again }, "Try again"),
      error.query && showQuery(error.query)));
}

/** Puts into an element what a promise gives; meanwhile says so, and at the end what went wrong. */
export async function into(node, work, signal) {
  node.setAttribute("aria-busy", "true");
  replace(node, h("p", { class: "loading" }, "Asking the server …"));
  const slow = setTimeout(() => {
    if (node.getAttribute("aria-busy") && !signal?.aborted) {
      replace(node, h("p", { class: "loading" }, "Still asking: the server is slow or has much to do. It stops by itself after a minute."));
      announce("Still asking the server.");
    }
  }, 4000);
  try {
    const content = await work();
    if (!signal?.aborted && content !== undefined) replace(node, content);
  } catch (e) {
    if (e.name !== "AbortError" && !signal?.aborted) replace(node, failure(e, () => into(node, work, signal)));
    if (!(e instanceof Failure) && e.name !== "AbortError") console.warn(e);
  } finally {
    clearTimeout(slow);
    node.removeAttribute("aria-busy");
  }
}

/** A button that shows the queries behind a picture. */
export function showQuery(...queries) {
  const all = queries.flat().filter(Boolean);
  return h("button", { type: "button", class: "quiet", click: () => dialog(all) }, all.length > 1 ? "Show the queries" : "Show the query");
}

function dialog(queries) {
  const box = h("dialog", { "aria-label": "The query" },
    queries.map(query => [
      h("pre", { tabindex: "0" }, query.trim()),
      h("p", { class: "buttons" },
        h("a", { class: "button", href: link("query", "", { q: query }), click: () => box.close() }, "Open in the editor"),
        h("button", { type: "button", click: e => copy(e.target, query) }, "Copy"),
        h("button", { type: "button", click: async () => download("answer.csv", "text/csv", await ask(query, "text/csv")) }, "Answer as CSV"))]),
    h("form", { method: "dialog" }, h("button", { class: "close" }, "Close")));
  box.addEventListener("close", () => box.remove());
  box.addEventListener("click", e => { if (e.target === box) box.close(); });
  document.body.append(box);
  box.showModal();
}

async function copy(button, query) {
  await navigator.clipboard.writeText(query).then(() => { button.textContent = "Copied"; }, () => { button.textContent = "Not allowed by the browser"; });
}
