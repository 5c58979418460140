// Finding entities by any of their names.

import { h, words, replace, count, plain } from "./dom.js";
import { prefixed, select, text, iri, Failure } from "./sparql.js";
import { entityLink, link } from "./address.js";
import { label, typeOf } from "./terms.js";

/** Names that contain a text; whole names and beginnings first. */
export function searchQuery(typed, limit) {
  const t = text(typed.toLowerCase());
  return prefixed(`
SELECT ?e (SAMPLE(?name) AS ?matched) (MIN(?rank) AS ?best) WHERE {
  { ?e skos:prefLabel ?name BIND (0 AS ?alias) } UNION { ?e skos:altLabel ?name BIND (1 AS ?alias) }
  BIND (LCASE(STR(?name)) AS ?folded)
  FILTER (CONTAINS(?folded, ${t}))
  BIND (?alias + IF(?folded = ${t}, 0, IF(STRSTARTS(?folded, ${t}), 2, IF(CONTAINS(?folded, CONCAT(" ", ${t})), 4, 6))) AS ?rank)
}
GROUP BY ?e
ORDER BY ?best STRLEN(SAMPLE(STR(?name))) ?e
LIMIT ${limit}`);
}

export const describeQuery = entities => prefixed(`
SELECT ?e ?name ?types ?country ?population ?as ?of WHERE {
  VALUES ?e { ${entities.map(iri).join(" ")} }
  { SELECT ?e (MIN(?n) AS ?name) (GROUP_CONCAT(DISTINCT STR(?type)) AS ?types) WHERE {
      VALUES ?e { ${entities.map(iri).join(" ")} }
      ?e skos:prefLabel ?n ; a ?type } GROUP BY ?e }
  OPTIONAL { SELECT ?e (COUNT(DISTINCT ?s) AS ?as) WHERE { VALUES ?e { ${entities.map(iri).join(" ")} } ?s rdf:subject ?e } GROUP BY ?e }
  OPTIONAL { SELECT ?e (COUNT(DISTINCT ?s) AS ?of) WHERE { VALUES ?e { ${entities.map(iri).join(" ")} } ?s rdf:object ?e } GROUP BY ?e }
  OPTIONAL { ?e ent:country/skos:prefLabel ?country FILTER (LANG(?country) IN ("en", "")) }
  OPTIONAL { ?e ent:population ?population }
}`);

/** Entities that a text names. */
export async function find(typed, limit, signal) {
  const trimmed = typed.trim().replace(/\s+/g, " ");
  if (!trimmed) return { found: [], queries: [] };
  const query = searchQuery(trimmed, limit);
  const { rows } = await select(query, signal);
  const order = rows.filter(r => r.e);
  if (!order.length) return { found: [], queries: [query] };
  const second = describeQuery(order.map(r => r.e));
  const details = new Map();
  for (const r of (await select(second, signal)).rows) if (!details.has(r.e)) details.set(r.e, r);
  const found = order.map(r => {
    const d = details.get(r.e) ?? {};
    const n = Number(d.as ?? 0) + Number(d.of ?? 0);
    return { iri: r.e, best: Number(r.best), label: d.name ?? r.matched, matched: r.matched, type: typeOf((d.types ?? "").split(" ")), country: d.country, population: d.population, statements: n };
  });
  // Of equally good matches the one that more is said about.
  found.sort((a, b) => Math.floor(a.best / 2) - Math.floor(b.best / 2) || b.statements - a.statements);
  return { found, queries: [query, second] };
}

/** A line that tells an entity from others of its name. */
export function line(e) {
  return [
    label(e.type || "thing"),
    e.country && e.country !== e.label && [" in ", words(e.country, 40)],
    e.matched !== e.label && [" · also ", words(e.matched, 60)],
    " · ", count(e.statements, "statement"),
  ];
}

/** The box in the page's head: suggestions as one types. */
export function searchBox(form) {
  const input = form.querySelector("input");
  const list = form.querySelector("ul");
  let timer, asking, chosen = -1;
  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const mark = to => {
    const items = [...list.querySelectorAll("[role=option]")];
    if (!items.length) return;
    chosen = (to + items.length) % items.length;
    items.forEach((li, i) => li.setAttribute("aria-selected", i === chosen));
    input.setAttribute("aria-activedescendant", items[chosen].id);
    items[chosen].scrollIntoView({ block: "nearest" });
  };
  const open = async () => {
    asking?.abort();
    asking = new AbortController();
    if (!input.value.trim()) return close();
    try {
      const { found } = await find(input.value, 8, asking.signal);
      replace(list, found.map((e, i) =>
        h("li", { role: "option", id: "found-" + i, "aria-selected": "false", "data-href": entityLink(e.iri) },
          h("span", { class: "type " + e.type }, label(e.type || "thing")), h("b", {}, words(e.label, 60)), h("small", {}, line(e)))));
      if (!found.length) list.append(h("li", { class: "none", role: "option", "aria-disabled": "true" }, "No name contains “", h("bdi", {}, plain(input.value, 40)), "”. Try a part of it or another spelling."));
    } catch (e) {
      if (e.name === "AbortError") return;
      replace(list, h("li", { class: "none", role: "option", "aria-disabled": "true" }, e instanceof Failure && e.status === 503 ? "The server has too much to do. Type on to try again." : "The server cannot be reached. Type on to try again."));
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    chosen = -1;
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(open, 180);
  });
  input.addEventListener("keydown", e => {
    if (e.key === "ArrowDown") { e.preventDefault(); mark(chosen + 1); }
    else if (e.key === "ArrowUp") { e.preventDefault(); mark(chosen - 1); }
    else if (e.key === "Escape") close();
  });
  list.addEventListener("mousedown", e => {
    const item = e.target.closest("[data-href]");
    if (item) {
      location.hash = item.dataset.href;
      close();
      input.value = "";
    }
  });
  input.addEventListener("blur", () => setTimeout(close, 150));
  form.addEventListener("submit", e => {
    e.preventDefault();
    clearTimeout(timer);
    const items = list.querySelectorAll("[data-href]");
    location.hash = !list.hidden && items[chosen] ? items[chosen].dataset.href : link("search", "", { q: input.value.trim() });
    close();
  });
  addEventListener("keydown", e => {
    if (e.key === "/" && !e.target.closest("input, textarea, select, [contenteditable], .yasqe")) {
      e.preventDefault();
      input.focus();
    }
  });
}
