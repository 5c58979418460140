// A document as far as the graph holds it: text with names marked, and the statements beside it.

import { h, words, plain, replace, date, count, number } from "./dom.js";
import { prefixed, select, iri, into, showQuery } from "./sparql.js";
import { documentIri, entityLink, link } from "./address.js";
import { label, local } from "./terms.js";
import { statements, card } from "./evidence.js";
import { question, filled } from "./questions.js";

export async function show(main, { what, settings, signal }) {
  const self = documentIri(what);
  document.title = "Document · Entente";
  const heading = h("h1", {}, "Document");
  const meta = h("div", {});
  const text = h("div", { class: "text", tabindex: "0", role: "region", "aria-label": "Text" });
  const beside = h("div", { class: "beside", tabindex: "0", role: "region", "aria-label": "Statements" });
  main.append(heading, meta, h("div", { class: "reading" }, text, beside));
  let chosen = settings.get("s");

  await into(meta, async () => {
    const query = prefixed(`SELECT ?p ?o WHERE { ${iri(self)} a ent:Document ; ?p ?o } LIMIT 100`);
    const { rows } = await select(query, signal);
    if (!rows.length) {
      text.remove(); beside.remove();
      heading.textContent = "No such document";
      return h("p", { class: "notice" }, "The graph holds no document ", h("code", {}, words(self, 200)), ". It may have been removed or read anew under another address. See the list of ", h("a", { href: link("documents") }, "documents"), ".");
    }
    const value = p => rows.find(r => local(r.p) === p)?.o;
    replace(heading, words(value("title") ?? "Document", 160));
    document.title = plain(value("title"), 60) + " · Entente";
    const source = value("source") ?? "";
    return h("p", { class: "source" },
      value("publisher") && [words(value("publisher"), 80), " · "], value("creator") && [words(value("creator"), 80), " · "],
      value("issued") && [h("time", { datetime: value("issued") }, date(value("issued"))), " · "],
      "Whole text: ", /^https?:\/\//.test(source) ? h("a", { href: source, rel: "noreferrer noopener", target: "_blank" }, words(source, 100)) : h("code", {}, words(source || "not named", 140)), " ", showQuery(query));
  }, signal);
  if (!text.isConnected) return;

  const quotes = prefixed(`
SELECT ?a ?body ?type ?start ?end ?exact ?prefix ?suffix ?confidence WHERE {
  GRAPH ${iri(self)} {
    ?a oa:hasTarget/oa:hasSelector ?position , ?quote .
    ?position oa:start ?start ; oa:end ?end .
    ?quote oa:exact ?exact .
    OPTIONAL { ?quote oa:prefix ?prefix }
    OPTIONAL { ?quote oa:suffix ?suffix }
    OPTIONAL { ?a oa:hasBody ?body ; ent:mentionType ?type }
    OPTIONAL { ?a ent:confidence ?confidence }
  }
}
LIMIT 20000`);

  let list = [];
  const asked = statements(`?s prov:wasDerivedFrom ${iri(self)} .`, { limit: 1000, signal });
  into(text, async () => {
    const [{ rows }, found] = await Promise.all([select(quotes, signal), asked]);
    list = found.statements;
    return [
      h("p", { class: "small" }, "The graph holds what statements and names stand on, not the whole text; […] marks what is left out. ", showQuery(quotes)),
      written(rows, list, s => choose(s))];
  }, signal).then(() => chosen && choose(chosen));

  into(beside, async () => {
    const answer = await asked;
    const placed = s => Math.min(...s.sentences.map(x => x.position), 1e9);
    const sorted = [...answer.statements].sort((a, b) => placed(a) - placed(b) || (a.iri < b.iri ? -1 : 1));
    flags(self, beside, signal);
    return [
      h("p", { class: "bar" }, h("span", {}, count(sorted.length, "statement")), showQuery(answer.query)),
      sorted.map(s => {
        const node = card(s, { beside: true });
        node.append(h("button", { type: "button", class: "quiet", click: () => choose(local(s.iri)) }, "Show in the text"));
        return node;
      })];
  }, signal).then(() => chosen && choose(chosen));

  function choose(name) {
    chosen = name;
    const safe = CSS.escape(name);
    for (const x of main.querySelectorAll(".lit")) x.classList.remove("lit");
    const marks = text.querySelectorAll(`[data-s~="${safe}"]`);
    marks.forEach(m => m.classList.add("lit"));
    const inner = text.scrollHeight > text.clientHeight + 4;
    if (marks[0] && inner) text.scrollTop = marks[0].offsetTop - text.clientHeight / 3;
    else marks[0]?.scrollIntoView({ block: "center" });
    const own = beside.querySelector("#" + safe);
    own?.classList.add("lit");
    if (own) beside.scrollTop = own.offsetTop - 40;
    history.replaceState(null, "", link("document", what, { s: name }));
  }
}

/** Which statements the shipped question finds contested. */
async function flags(self, beside, signal) {
  try {
    const { rows } = await select(filled(await question("disagreements"), {}), signal);
    for (const r of rows) {
      for (const s of [r.statement, r.other]) {
        if (s?.startsWith(self + "#")) {
          const node = beside.querySelector("#" + CSS.escape(local(s)) + " .chips");
          if (node && !node.querySelector(".contested")) node.append(h("a", { class: "chip contested", href: link("contested", "", { s: local(self) + "#" + local(s) }) }, "contested"));
        }
      }
    }
  } catch {
    // the page is whole without the flags
  }
}

/** The text, put together from quotations and what stands around them. */
function written(rows, list, choose) {
  const chars = new Map();
  const put = (at, piece) => Array.from(piece ?? "").forEach((c, i) => chars.set(at + i, c));
  const mentions = [];
  for (const r of rows) {
    const start = Number(r.start), end = Number(r.end);
    put(start, r.exact);
    put(start - Array.from(r.prefix ?? "").length, r.prefix);
    put(end, r.suffix);
    if (r.body) mentions.push({ start, end, body: r.body, type: local(r.type), confidence: Number(r.confidence) });
  }
  if (!chars.size) return h("p", {}, "No name and no statement was found in this document.");
  const evidence = new Map();
  for (const s of list) {
    for (const x of s.sentences) {
      const end = x.position + Array.from(x.text).length;
      const key = x.position + "-" + end;
      if (!evidence.has(key)) evidence.set(key, { start: x.position, end, names: [] });
      evidence.get(key).names.push(local(s.iri));
    }
  }
  const spans = [...evidence.values()].sort((a, b) => a.start - b.start);
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  const places = [...chars.keys()].sort((a, b) => a - b);
  const out = [];
  let paragraph = h("p", {}), run = "", inside, mention, last = places[0] - 1, m = 0, e = 0;
  const flush = () => {
    if (!run) return;
    const shown = plain(run, 100000);
    let node = shown;
    if (mention) node = h("a", { class: "mention " + mention.type, href: entityLink(mention.body), title: label(mention.type) + (mention.confidence ? `, ${Math.round(mention.confidence * 100)} % sure` : "") }, h("bdi", {}, shown));
    if (inside) { const names = inside.names; node = h("span", { class: "evidence", "data-s": names.join(" "), click: ev => { if (!ev.target.closest("a")) choose(names[0]); } }, node); }
    paragraph.append(node);
    run = "";
  };
  const gap = n => { flush(); if (n > 0) paragraph.append(h("span", { class: "gap", title: count(n, "character") + " not in the graph" }, " […] ")); };
  for (const at of places) {
    if (at > last + 1) gap(at - last - 1);
    while (m < mentions.length && mentions[m].end <= at) m++;
    while (e < spans.length && spans[e].end <= at) e++;
    const nowMention = m < mentions.length && mentions[m].start <= at ? mentions[m] : undefined;
    const nowInside = e < spans.length && spans[e].start <= at ? spans[e] : undefined;
    if (nowMention !== mention || nowInside !== inside) { flush(); mention = nowMention; inside = nowInside; }
    const c = chars.get(at);
    if (c === "\n") {
      if (run.endsWith("\n") || paragraph.textContent.length + run.length > 1400) { flush(); if (paragraph.hasChildNodes()) { out.push(paragraph); paragraph = h("p", {}); } }
      else run += "\n";
    } else run += c;
    last = at;
  }
  flush();
  out.push(paragraph);
  return out;
}
