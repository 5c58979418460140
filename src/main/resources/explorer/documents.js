// The documents of the graph, newest first.

import { h, words, date, number, count } from "./dom.js";
import { prefixed, select, text, into, showQuery } from "./sparql.js";
import { documentLink, link } from "./address.js";

const PAGE = 50;

export async function show(main, { settings, signal }) {
  document.title = "Documents · Entente";
  const typed = settings.get("title") ?? "";
  const skip = Math.max(0, Number(settings.get("skip")) || 0);
  const query = prefixed(`
SELECT ?d ?title ?publisher ?issued (COUNT(?s) AS ?statements) WHERE {
  { SELECT ?d ?title ?publisher ?issued WHERE {
      ?d a ent:Document .
      OPTIONAL { ?d dcterms:title ?title }
      OPTIONAL { ?d dcterms:publisher ?publisher }
      OPTIONAL { ?d dcterms:issued ?issued }
      ${typed ? `FILTER (CONTAINS(LCASE(CONCAT(COALESCE(?title, ""), " ", COALESCE(?publisher, ""))), ${text(typed.toLowerCase())}))` : ""}
    } ORDER BY DESC(?issued) ?d LIMIT ${PAGE + 1} OFFSET ${skip} }
  OPTIONAL { ?s prov:wasDerivedFrom ?d ; a ent:Statement }
}
GROUP BY ?d ?title ?publisher ?issued ORDER BY DESC(?issued) ?d`);
  const box = h("div", {});
  const input = h("input", { type: "search", value: typed, maxlength: 120, id: "title" });
  main.append(h("h1", {}, "Documents"),
    h("form", { class: "buttons", submit: e => { e.preventDefault(); location.hash = link("documents", "", { title: input.value.trim() }); } },
      h("label", { for: "title" }, "Title or publisher contains"), input, h("button", {}, "Filter")), box);
  await into(box, async () => {
    const rows = (await select(query, signal)).rows.filter(r => r.d);
    if (!rows.length) return [h("p", { class: "notice" }, typed ? "No title or publisher contains this text." : skip ? "No more documents." : ["The store is empty. Read documents into it with ", h("code", {}, "entente build"), "."]), showQuery(query)];
    return [
      h("ul", { class: "results docs" }, rows.slice(0, PAGE).map(r => h("li", {},
        h("time", { datetime: r.issued }, date(r.issued) || "undated"), h("a", { href: documentLink(r.d) }, words(r.title ?? r.d, 140)),
        h("small", {}, r.publisher && [words(r.publisher, 60), " · "], count(Number(r.statements), "statement"))))),
      h("p", { class: "bar" }, h("span", {}, `${number(skip + 1)} to ${number(skip + Math.min(rows.length, PAGE))}`),
        skip > 0 && h("a", { class: "button", href: link("documents", "", { title: typed, skip: Math.max(0, skip - PAGE) || "" }) }, "Newer"),
        rows.length > PAGE && h("a", { class: "button", href: link("documents", "", { title: typed, skip: skip + PAGE }) }, "Older"), showQuery(query))];
  }, signal);
}
