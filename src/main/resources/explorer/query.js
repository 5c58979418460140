// The shipped questions and everybody's own, with answers as a table, a chart or a graph.

import { h, svg, words, plain, passage, replace, library, download, csv, count, number, announce } from "./dom.js";
import { ask, select, prefixed, into, showQuery, text as textTerm, iri, failure, PREFIXES } from "./sparql.js";
import { keep, link, entityLink, documentLink, short } from "./address.js";
import { terms, ENT, local } from "./terms.js";
import { questions, filled } from "./questions.js";
import { find } from "./search.js";

const PAGE = 100;

export async function show(main, { what, settings, signal }) {
  document.title = "Questions · Entente";
  const all = await questions();
  const asked = all.find(q => q.name === what);
  const values = Object.fromEntries((asked?.parameters ?? []).map(p => [p.name, settings.get("p." + p.name) ?? ""]));
  const form = h("form", { class: "ask", novalidate: true, submit: e => { e.preventDefault(); run(); } });
  const holder = h("div", { class: "editor" });
  const result = h("div", { class: "answer" });
  const picker = h("select", { id: "question", change: e => { location.hash = link("query", e.target.value); } },
    h("option", { value: "" }, "Your own query"), all.map(q => h("option", { value: q.name, selected: q === asked }, q.title)));
  main.append(h("h1", {}, "Questions"), form, holder, result);
  if (what && !asked) form.append(h("p", { class: "notice" }, "There is no shipped question “", words(what, 60), "”. Choose one of the list."));
  form.append(h("label", { class: "field", for: "question" }, "Question ", picker), asked && h("p", {}, asked.question));

  let editor;
  let naming; // a name that is being looked up
  const start = settings.get("q") ?? (asked ? filled(asked, termsOf(asked, values)) : prefixed("SELECT ?document ?title ?issued WHERE {\n  ?document a ent:Document ; dcterms:title ?title .\n  OPTIONAL { ?document dcterms:issued ?issued }\n}\nORDER BY DESC(?issued)\nLIMIT 50"));

  if (asked?.parameters.length) {
    form.append(h("div", { class: "parameters" }, asked.parameters.map((p, i) => {
      const entity = /id:|UNDEF/.test(p.standard);
      const input = h("input", { id: "p-" + i, value: values[p.name], maxlength: 300, list: entity ? "l-" + i : undefined, autocomplete: "off", placeholder: p.standard === "UNDEF" ? "all" : p.standard.replace(/^id:/, "").replace(/^"|".*$/g, "") });
      const options = h("datalist", { id: "l-" + i });
      let timer;
      input.addEventListener("input", () => {
        clearTimeout(timer);
        if (entity && input.value.length > 1) timer = setTimeout(async () => {
          const { found } = await find(input.value, 8, signal).catch(() => ({ found: [] }));
          replace(options, found.map(e => h("option", { value: short(e.iri) }, plain(e.label, 60))));
        }, 200);
        take();
      });
      const take = () => {
        values[p.name] = entity && !isAddress(input.value.trim()) ? "" : input.value.trim();
        try { editor?.setValue(filled(asked, termsOf(asked, values))); input.setCustomValidity(""); } catch (e) { input.setCustomValidity(e.message); }
      };
      // A name stands for the entity that has it; the address of one is taken as it is.
      input.addEventListener("change", () => {
        const typed = input.value.trim();
        if (!entity || !typed || typed.includes(":")) return;
        naming = find(typed, 1, signal).then(({ found: [e] }) => {
          if (!e && !isAddress(typed)) input.setCustomValidity("Nothing in the graph has this name.");
          else if (e && typed !== short(e.iri) && (!isAddress(typed) || [e.label, e.matched].some(n => n.toLowerCase() === typed.toLowerCase()))) {
            input.value = short(e.iri);
            take();
          }
        }, () => {});
      });
      return h("label", { class: "field", for: "p-" + i }, h("span", {}, p.name, h("small", {}, " ", p.meaning)), input, options);
    })));
  }
  form.append(h("p", { class: "buttons" }, h("button", { class: "strong" }, "Run"), h("small", {}, "or Ctrl+Enter in the editor")));

  let asking;
  async function run() {
    await naming;
    if (!form.reportValidity()) return;
    asking?.abort();
    asking = new AbortController();
    const stop = asking;
    signal.addEventListener("abort", () => stop.abort());
    const query = editor.getValue();
    const own = !asked || query !== filled(asked, termsOf(asked, values));
    keep(own ? { q: query.length < 6000 ? query : "" } : Object.fromEntries(Object.entries(values).map(([k, v]) => ["p." + k, v])));
    const cancel = h("button", { type: "button", click: () => { stop.abort(); replace(result, h("p", {}, "Stopped.")); } }, "Stop");
    const box = h("div", {});
    replace(result, cancel, box);
    const begun = performance.now();
    await into(box, async () => {
      try { return await answer(query, begun, stop.signal); } finally { cancel.remove(); }
    }, stop.signal);
  }

  const plainEditor = () => {
    const area = h("textarea", { rows: 18, spellcheck: "false", "aria-label": "SPARQL query", keydown: e => { if (e.key === "Enter" && (e.ctrlKey || e.metaKey)) { e.preventDefault(); run(); } } });
    area.value = start;
    replace(holder, area);
    return { getValue: () => area.value, setValue: v => { area.value = v; } };
  };
  try {
    await Promise.all([library("yasqe.min.css"), library("yasqe.min.js")]);
    if (signal.aborted) return;
    editor = await yasqe(holder, start, run, Boolean(asked));
    signal.addEventListener("abort", () => editor.destroy?.());
  } catch (e) {
    console.warn(e);
    editor = plainEditor();
  }
  if (settings.get("run") !== "no" && (asked || settings.has("q"))) await run();
}

/** Whether a text is the address of an entity, short or whole, and not a name. */
const isAddress = typed => /^[a-z0-9-]*$|^<?[a-z]+:\/\//.test(typed);

/** What a person typed for the parameters, as terms. */
function termsOf(question, values) {
  return Object.fromEntries(question.parameters.map(p => {
    const v = values[p.name];
    if (!v) return [p.name, ""];
    if (/^<?[a-z][a-z0-9+.-]*:\/\/[^\s]*>?$/i.test(v)) return [p.name, iri(v.replace(/^<|>$/g, ""))];
    if (/\^\^xsd:date/.test(p.standard)) {
      if (!/^\d{4}-\d\d-\d\d$/.test(v)) throw new Error("A day such as 2024-11-27");
      return [p.name, `"${v}"^^xsd:date`];
    }
    if (/^[-+]?\d+(\.\d+)?$/.test(p.standard)) {
      if (!/^[-+]?\d+(\.\d+)?$/.test(v)) throw new Error("A number");
      return [p.name, v];
    }
    if (/id:|UNDEF/.test(p.standard)) return [p.name, iri(PREFIXES.id + v)];
    return [p.name, textTerm(v)];
  }));
}

/** The editor, with our own terms and nothing fetched from elsewhere. */
async function yasqe(holder, value, run, low) {
  const Yasqe = window.Yasqe;
  const words = [...(await terms()).keys()].sort();
  Yasqe.defaults.autocompleters = ["variables"]; // the others ask hosts elsewhere
  const editor = new Yasqe(holder, { value, persistenceId: null, autofocus: false, showQueryButton: false, createShareableLink: undefined, queryingDisabled: "The Run button asks.", resizeable: true, editorHeight: low ? "9rem" : "20rem" });
  editor.setValue(value);
  const complete = () => {
    const cursor = editor.getDoc().getCursor();
    const before = editor.getDoc().getLine(cursor.line).slice(0, cursor.ch);
    const m = /(?:(\w*):)?(\w*)$/.exec(before);
    const list = m[1] === "ent" || !m[1] ? words.filter(w => w.toLowerCase().startsWith(m[2].toLowerCase())).map(w => "ent:" + w) : [];
    if (!m[1] && m[2]) list.push(...Object.keys(PREFIXES).filter(p => p.startsWith(m[2])).map(p => p + ":"));
    return { list, from: { line: cursor.line, ch: cursor.ch - m[0].length }, to: cursor };
  };
  const hint = () => editor.showHint({ hint: complete, completeSingle: false });
  editor.setOption("extraKeys", { ...editor.getOption("extraKeys"), "Ctrl-Space": hint, "Ctrl-Enter": run, "Cmd-Enter": run, Tab: false, "Shift-Tab": false });
  let soon;
  editor.on("change", (_, change) => {
    clearTimeout(soon);
    if (change.origin !== "+input") return;
    soon = setTimeout(() => {
      const at = editor.getDoc().getCursor();
      if (!editor.state.completionActive && /\bent:\w*$/.test(editor.getDoc().getLine(at.line).slice(0, at.ch))) hint();
    }, 120);
  });
  editor.getInputField().setAttribute("aria-label", "SPARQL query; Ctrl+Space completes, Ctrl+Enter runs");
  return editor;
}

async function answer(query, begun, signal) {
  const bare = query.replace(/<[^>]*>|"[^"]*"|#.*$/gm, " ");
  if (/\b(CONSTRUCT|DESCRIBE)\b/i.test(bare) && !/\bSELECT\b[\s\S]*\b(CONSTRUCT|DESCRIBE)\b/i.test(bare)) {
    const turtle = await ask(query, "text/turtle", signal);
    return [h("p", { class: "bar" }, h("span", {}, number(turtle.length) + " characters of Turtle"), h("button", { type: "button", click: () => download("answer.ttl", "text/turtle", turtle) }, "Turtle")), h("pre", { class: "turtle", tabindex: "0" }, plainLines(turtle.slice(0, 100000)))];
  }
  const got = await ask(query, "application/sparql-results+json", signal);
  const json = JSON.parse(got);
  const took = Math.round(performance.now() - begun);
  if (typeof json.boolean === "boolean") return h("p", { class: "yes" }, json.boolean ? "Yes." : "No.");
  const vars = json.head.vars;
  const rows = json.results.bindings.filter(b => Object.keys(b).length);
  const text = b => b?.value ?? "";
  const box = h("div", {});
  const views = { Table: () => table(vars, rows), Chart: () => chart(vars, rows), Graph: () => graph(vars, rows) };
  const buttons = Object.entries(views).map(([name, make]) => h("button", { type: "button", "aria-pressed": name === "Table" ? "true" : "false", click: e => {
    for (const b of buttons) b.setAttribute("aria-pressed", b === e.target);
    replace(box, make());
  } }, name));
  replace(box, table(vars, rows));
  announce(count(rows.length, "row"));
  return [
    h("p", { class: "bar" }, h("span", {}, `${count(rows.length, "row")} in ${number(took)} ms`), buttons,
      h("button", { type: "button", click: () => download("answer.csv", "text/csv", csv(vars, rows.map(r => vars.map(v => text(r[v]))))) }, "CSV"),
      h("button", { type: "button", click: () => download("answer.srj", "application/sparql-results+json", got) }, "JSON")),
    rows.length ? box : h("p", { class: "notice" }, "No rows: nothing in the graph fits. Widen the question, or see the names of things by searching above.")];
}

const plainLines = t => t.split("\n").map(l => plain(l, 2000)).join("\n");

/** A term: our entities and documents lead to their pages, other addresses are shown as text. */
function term(b) {
  if (!b) return "";
  if (b.type === "uri") {
    if (b.value.startsWith(PREFIXES.id)) return h("a", { href: entityLink(b.value) }, words(short(b.value), 60));
    if (/\/document\/[^/]+$/.test(b.value)) return h("a", { href: documentLink(b.value) }, words(b.value.replace(/^.*\/document\//, ""), 40));
    const known = Object.entries(PREFIXES).find(([, p]) => b.value.startsWith(p));
    return words(known ? known[0] + ":" + b.value.slice(known[1].length) : b.value, 120);
  }
  if (b.type === "bnode") return "_:" + plain(b.value, 20);
  return passage(b.value, 300);
}

function table(vars, rows) {
  let page = 0, sorted = rows, by, down;
  const box = h("div", {});
  const numeric = v => rows.every(r => !r[v] || (r[v].value !== "" && !isNaN(Number(r[v].value))));
  const figures = new Set(vars.filter(v => rows.length && numeric(v)));
  const draw = () => {
    const some = sorted.slice(page * PAGE, page * PAGE + PAGE);
    replace(box,
      h("div", { class: "tablebox", tabindex: "0", role: "region", "aria-label": "Answer" }, h("table", {},
        h("thead", {}, h("tr", {}, vars.map(v => h("th", { scope: "col", "aria-sort": by === v ? (down ? "descending" : "ascending") : undefined }, h("button", { type: "button", class: "link", click: () => sort(v) }, plain(v, 40), by === v ? (down ? " ▼" : " ▲") : ""))))),
        h("tbody", {}, some.map(r => h("tr", {}, vars.map(v => h("td", { class: figures.has(v) ? "figure" : "" }, term(r[v])))))))),
      rows.length > PAGE && h("p", { class: "bar" }, h("span", {}, `${number(page * PAGE + 1)} to ${number(Math.min(rows.length, page * PAGE + PAGE))} of ${number(rows.length)}`),
        h("button", { type: "button", disabled: page === 0, click: () => { page--; draw(); } }, "Back"), h("button", { type: "button", disabled: (page + 1) * PAGE >= rows.length, click: () => { page++; draw(); } }, "Next")));
  };
  const sort = v => {
    down = by === v ? !down : false;
    by = v;
    const sign = down ? -1 : 1;
    sorted = [...rows].sort((a, b) => { const x = a[v]?.value ?? "", y = b[v]?.value ?? ""; return sign * (figures.has(v) ? Number(x) - Number(y) : x.localeCompare(y, "en")); });
    page = 0;
    draw();
  };
  draw();
  return box;
}

function chart(vars, rows) {
  const figures = vars.filter(v => rows.some(r => r[v]) && rows.every(r => !r[v] || (r[v].value !== "" && !isNaN(Number(r[v].value)))));
  const names = vars.filter(v => !figures.includes(v));
  if (!rows.length) return "";
  const several = names.filter(v => new Set(rows.map(r => r[v]?.value)).size > 1);
  const telling = several.find(n => /label|title/i.test(n)) ?? several[0] ?? names[0];
  const category = h("select", { change: () => draw() }, [...names, ...figures].map(v => h("option", { value: v, selected: v === telling }, plain(v, 30))));
  const measure = h("select", { change: () => draw() }, h("option", { value: "" }, "number of rows"), figures.map(v => h("option", { value: v, selected: v === figures.find(f => /statement|count|^n$/i.test(f)) }, plain(v, 30))));
  const box = h("div", {});
  const draw = () => {
    const sums = new Map();
    for (const r of rows) {
      const k = r[category.value]?.value ?? "–";
      sums.set(k, (sums.get(k) ?? 0) + (measure.value ? Number(r[measure.value]?.value ?? 0) : 1));
    }
    const years = [...sums.keys()].every(k => /^\d{4}(-\d\d)*$|^–$/.test(k));
    const bars = [...sums].sort((a, b) => (years ? (a[0] < b[0] ? -1 : 1) : b[1] - a[1])).slice(0, 40);
    const most = Math.max(...bars.map(b => b[1]), 1e-9);
    replace(box, h("table", { class: "barchart" }, h("caption", {}, sums.size > 40 ? `The first 40 of ${sums.size}` : ""), h("tbody", {}, bars.map(([k, n]) => {
      const shown = /^https?:/.test(k) ? short(k) : k;
      return h("tr", {}, h("th", { scope: "row" }, words(shown, 50)), h("td", {}, svg("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { x: 0, y: 0, width: Math.max(0, (n / most) * 100), height: 10 }))), h("td", { class: "figure" }, number(Math.round(n * 100) / 100)));
    }))));
  };
  draw();
  return [h("p", { class: "buttons" }, h("label", { class: "field" }, "Bars of ", category), h("label", { class: "field" }, "as tall as ", measure)), box];
}

function graph(vars, rows) {
  const things = vars.filter(v => rows.some(r => r[v]?.type === "uri" && r[v].value.startsWith(PREFIXES.id)));
  if (things.length < 2) return h("p", { class: "notice" }, "A graph needs two columns of entities; this answer has " + things.length + ".");
  const choose = (name, at) => h("select", { "aria-label": name, change: () => draw() }, things.map((v, i) => h("option", { value: v, selected: i === at }, plain(v, 30))));
  const a = choose("From", 0), b = choose("To", 1);
  const canvas = h("div", { class: "canvas", role: "img", "aria-label": "Graph of the answer; its rows are in the table" });
  const stage = h("div", { class: "stage" }, canvas);
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const draw = async () => {
    await library("cytoscape.min.js");
    for (const name of ["layout-base.js", "cose-base.js", "cytoscape-fcose.js"]) await library(name);
    const nodes = new Map(), edges = new Map();
    for (const r of rows.slice(0, 600)) {
      const [x, y] = [r[a.value], r[b.value]];
      if (x?.type !== "uri" || y?.type !== "uri") continue;
      for (const [v, n] of [[a.value, x], [b.value, y]]) nodes.set(n.value, r[v + "Label"]?.value ?? nodes.get(n.value) ?? short(n.value));
      edges.set(x.value + "\n" + y.value, { source: x.value, target: y.value, label: plain(r.relation?.value ?? "", 30) });
    }
    canvas.cy?.destroy();
    canvas.cy = window.cytoscape({ container: canvas, elements: [...[...nodes].map(([id, label]) => ({ data: { id, label: plain(label, 34) } })), ...[...edges.values()].map(data => ({ data }))],
      style: [{ selector: "node", style: { label: "data(label)", "background-color": colour("--accent"), color: colour("--ink"), width: 18, height: 18, "font-size": 11, "text-valign": "bottom", "text-outline-width": 2, "text-outline-color": colour("--paper"), "min-zoomed-font-size": 7 } },
        { selector: "edge", style: { width: 1.6, "line-color": colour("--soft"), "target-arrow-color": colour("--soft"), "target-arrow-shape": "triangle", "curve-style": "bezier", label: "data(label)", "font-size": 9, color: colour("--soft"), "text-background-color": colour("--paper"), "text-background-opacity": 0.85, "min-zoomed-font-size": 8 } }],
      layout: { name: "fcose", animate: false, idealEdgeLength: 120, nodeRepulsion: 12000 } });
    canvas.cy.on("tap", "node", e => { location.hash = entityLink(e.target.id()); });
  };
  draw();
  return [h("p", { class: "buttons" }, h("label", { class: "field" }, "From ", a), h("label", { class: "field" }, "to ", b), h("button", { type: "button", click: async () => download("answer.png", "image/png", await canvas.cy.png({ output: "blob-promise", full: true, scale: 2, bg: colour("--paper") })) }, "PNG")), stage];
}
