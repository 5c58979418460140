// Actors as nodes, what they do for and against each other as edges.

import { h, svg, words, plain, replace, library, download, csv, count, number, announce } from "./dom.js";
import { prefixed, select, iri, into, showQuery, failure } from "./sparql.js";
import { keep, short, long, entityLink, link } from "./address.js";
import { about, aboutQuery, label, local, stance, MUTUAL, STANCES, STANCE_LABELS, MODALITIES, ACTORS } from "./terms.js";
import { statements, cards } from "./evidence.js";

const MOST_STATEMENTS = 20000;
const SIZES = [20, 40, 100, 250, 500];
const SHAPES = { State: "round-rectangle", Government: "rectangle", ArmedGroup: "hexagon", StateForce: "pentagon", Organization: "ellipse", Person: "diamond" };

/** Statements between actors, counted by pair, relation, kind, year and source. */
function edgesQuery(relations, focus) {
  const end = focus && iri(focus);
  const pattern = "?s rdf:predicate ?relation ; rdf:subject ?from ; rdf:object ?to .";
  return prefixed(`
SELECT ?from ?relation ?to ?modality ?year ?source (COUNT(*) AS ?n) WHERE {
  { SELECT ${focus ? "DISTINCT " : ""}?s ?from ?relation ?to WHERE {
      VALUES ?relation { ${relations.map(r => "ent:" + r).join(" ")} }
      ${focus ? `{ ${pattern} FILTER (?from = ${end}) } UNION { ${pattern} FILTER (?to = ${end}) }` : pattern}
    } LIMIT ${MOST_STATEMENTS} }
  ?s ent:modality ?modality ; prov:wasDerivedFrom ?document .
  OPTIONAL { ?s ent:startDate ?start }
  OPTIONAL { ?document dcterms:issued ?issued }
  OPTIONAL { ?document dcterms:publisher ?source }
  BIND (SUBSTR(STR(COALESCE(?start, ?issued)), 1, 4) AS ?year)
}
GROUP BY ?from ?relation ?to ?modality ?year ?source
LIMIT 50000`);
}

const list = text => (text ? text.split(",").filter(Boolean) : []);

export async function show(main, { settings, signal }) {
  document.title = "Alliances · Entente";
  const all = [...STANCES.support, ...STANCES.oppose, ...STANCES.tie];
  const state = {
    relations: new Set(settings.has("r") ? list(settings.get("r")).filter(r => all.includes(r)) : [...STANCES.support, ...STANCES.oppose]),
    modalities: new Set(settings.has("m") ? list(settings.get("m")) : ["Asserted", "Reported"]),
    source: settings.get("source") ?? "",
    least: Math.max(1, Number(settings.get("least")) || 1),
    size: SIZES.includes(Number(settings.get("size"))) ? Number(settings.get("size")) : 20,
    from: settings.get("from") ?? "",
    to: settings.get("to") ?? "",
    focus: settings.get("focus") ? long(settings.get("focus")) : "",
    opened: new Set(list(settings.get("open")).map(long)),
    hidden: new Set(list(settings.get("hide")).map(long)),
    pinned: new Map(list(settings.get("pin")).map(p => { const [name, x, y] = p.split("@"); return [long(name), { x: Number(x), y: Number(y) }]; })),
    selected: settings.get("sel") ?? "",
  };
  const save = () => keep({
    r: [...state.relations].join(",") === [...STANCES.support, ...STANCES.oppose].join(",") ? "" : [...state.relations].join(",") || "none",
    m: [...state.modalities].join(",") === "Asserted,Reported" ? "" : [...state.modalities].join(",") || "none",
    source: state.source,
    least: state.least > 1 ? state.least : "",
    size: state.size === 20 ? "" : state.size,
    from: state.from, to: state.to,
    focus: state.focus && short(state.focus),
    open: [...state.opened].map(short).join(","),
    hide: [...state.hidden].map(short).join(","),
    pin: [...state.pinned].map(([e, p]) => `${short(e)}@${Math.round(p.x)}@${Math.round(p.y)}`).join(","),
    sel: state.selected,
  });

  const canvas = h("div", { class: "canvas", role: "img", "aria-label": "Graph of actors. The same is in the table below it." });
  const message = h("div", { class: "over" });
  const panel = h("aside", { class: "panel", "aria-label": "What is selected", tabindex: "-1" });
  const controls = h("form", { class: "controls", "aria-label": "Filters", submit: e => e.preventDefault() });
  const time = h("div", { class: "time" });
  const table = h("div", { class: "tablebox" });
  const bar = h("div", { class: "bar" });
  main.append(h("h1", {}, "Alliances"), h("details", { class: "filters", open: innerWidth > 960 }, h("summary", {}, "Filters"), controls), time,
    h("div", { class: "split" }, h("div", { class: "stage" }, canvas, message, legend()), panel), bar,
    h("details", { class: "astable" }, h("summary", {}, "The same as a table"), table));
  replace(panel, hint());

  let rows = new Map(); // what was asked so far, by its key
  let known = new Map(); // entities
  let cut = false;
  let queries = [];
  let cy;
  let grown = 1; // how much larger the leading names are drawn, so that they can be read when all is seen

  async function load(focus) {
    const query = edgesQuery([...STANCES.support, ...STANCES.oppose, ...STANCES.tie], focus);
    const answer = await select(query, signal);
    const found = answer.rows.filter(r => r.from);
    for (const r of found) rows.set([r.from, r.relation, r.to, r.modality, r.year, r.source].join("\n"), { ...r, relation: local(r.relation), modality: local(r.modality), n: Number(r.n) });
    if (!focus) cut = found.reduce((sum, r) => sum + Number(r.n), 0) >= MOST_STATEMENTS;
    const fresh = [...new Set(found.flatMap(r => [r.from, r.to]))].filter(e => !known.has(e));
    for (const [e, a] of await about(fresh, signal)) known.set(e, a);
    queries = [...new Set([...queries, query])];
  }

  const isActor = e => ACTORS.has(known.get(e)?.type);
  const inTime = r => (!state.from && !state.to) || (r.year && (!state.from || r.year >= state.from) && (!state.to || r.year <= state.to));

  /** One edge a pair and side. */
  function edges(timed) {
    const found = new Map();
    for (const r of rows.values()) {
      if (!state.relations.has(r.relation) || !state.modalities.has(r.modality) || (state.source && r.source !== state.source)) continue;
      if ((timed && !inTime(r)) || r.from === r.to || !isActor(r.from) || !isActor(r.to)) continue;
      const turned = r.from > r.to;
      const side = stance(r.relation);
      const [a, b] = turned ? [r.to, r.from] : [r.from, r.to];
      const key = short(a) + "~" + short(b) + "~" + side;
      let e = found.get(key);
      if (!e) found.set(key, (e = { key, a, b, side, n: 0, forth: 0, back: 0, relations: new Map() }));
      e.n += r.n;
      const mutual = MUTUAL.has(r.relation);
      if (!mutual && !turned) e.forth += r.n;
      if (!mutual && turned) e.back += r.n;
      const phrase = mutual ? r.relation : (turned ? "<" : ">") + r.relation;
      e.relations.set(phrase, (e.relations.get(phrase) ?? 0) + r.n);
    }
    return [...found.values()].filter(e => e.n >= state.least);
  }

  /** The actors of the picture: those that most is said of, what is in focus, and what was opened. */
  function actors(es) {
    const weight = new Map();
    for (const e of es) for (const x of [e.a, e.b]) weight.set(x, (weight.get(x) ?? 0) + e.n);
    const kept = new Set([...weight.keys()].sort((x, y) => weight.get(y) - weight.get(x) || (x < y ? -1 : 1)).slice(0, state.size));
    if (state.focus) kept.add(state.focus);
    for (const e of es) {
      if (state.opened.has(e.a)) kept.add(e.b).add(e.a);
      if (state.opened.has(e.b)) kept.add(e.a).add(e.b);
    }
    for (const x of state.hidden) kept.delete(x);
    return { kept, weight };
  }

  /** Draws anew; places only what is new, unless all is to be laid out. */
  function draw(layout) {
    const whole = edges(false);
    const { kept, weight } = actors(whole);
    const visible = new Set(edges(true).filter(e => kept.has(e.a) && kept.has(e.b)).map(e => e.key));
    const shown = whole.filter(e => kept.has(e.a) && kept.has(e.b));
    const now = new Map(edges(true).map(e => [e.key, e]));
    const most = Math.max(1, ...[...kept].map(x => weight.get(x) ?? 0));
    const touched = new Set(shown.filter(e => visible.has(e.key)).flatMap(e => [e.a, e.b]));
    // In a crowd the leading actors are drawn so large that their names can be read without zooming in.
    const large = kept.size > 60 ? 1.8 : 1;
    const leading = new Set([...kept].sort((x, y) => (weight.get(y) ?? 0) - (weight.get(x) ?? 0)).slice(0, 16));
    cy.batch(() => {
      cy.edges().filter(x => !visible.has(x.id())).remove();
      cy.nodes().filter(x => !kept.has(x.id())).remove();
      let i = cy.nodes().length;
      for (const x of [...kept].sort()) {
        const a = known.get(x) ?? { label: short(x), type: "" };
        const data = { id: x, label: plain(a.label, 34), type: a.type, size: large * (16 + 30 * Math.sqrt((weight.get(x) ?? 0) / most)), leading: leading.has(x), font: leading.has(x) ? 12 * grown : 12 };
        let node = cy.getElementById(x);
        if (node.empty()) {
          const near = shown.map(e => (e.a === x ? e.b : e.b === x ? e.a : "")).map(y => y && cy.getElementById(y)).find(n => n && n.nonempty());
          const angle = i++ * 2.4;
          const at = near ? near.position() : { x: 0, y: 0 };
          const far = near ? 90 : 40 * Math.sqrt(i);
          node = cy.add({ group: "nodes", data, position: { x: at.x + far * Math.cos(angle), y: at.y + far * Math.sin(angle) } });
        } else node.data(data);
        node.toggleClass("apart", !touched.has(x));
        node.toggleClass("focus", x === state.focus);
        const pin = state.pinned.get(x);
        node.unlock();
        if (pin) node.position({ x: pin.x, y: pin.y }).lock();
        node.toggleClass("pinned", Boolean(pin));
      }
      for (const e of shown) {
        if (!visible.has(e.key)) continue;
        const t = now.get(e.key);
        const data = { id: e.key, source: e.a, target: e.b, side: e.side, thick: 1.4 + 1.3 * Math.log2(t.n), width: (1.4 + 1.3 * Math.log2(t.n)) * Math.sqrt(grown), forth: t.forth ? "triangle" : "none", back: t.back ? "triangle" : "none" };
        const edge = cy.getElementById(e.key);
        if (edge.empty()) cy.add({ group: "edges", data });
        else edge.data(data);
      }
    });
    if (layout) arrange();
    const chosen = state.selected && cy.getElementById(state.selected.includes("~") ? state.selected : long(state.selected));
    cy.elements().removeClass("chosen dim");
    if (chosen && chosen.nonempty()) {
      chosen.addClass("chosen");
      cy.elements().difference(chosen.closedNeighborhood().union(chosen.connectedNodes())).addClass("dim");
    }
    tell([...now.values()].filter(e => visible.has(e.key)), kept, whole);
  }

  /** The same data give the same picture: the layout's dice are loaded. */
  function arrange() {
    const dice = Math.random;
    let seed = 7;
    Math.random = () => ((seed = (seed * 16807) % 2147483647) - 1) / 2147483646;
    try {
      const many = cy.nodes().length > 60;
      cy.layout({ name: "fcose", animate: false, randomize: true, quality: cy.nodes().length > 300 ? "draft" : "default", nodeSeparation: 140, idealEdgeLength: many ? 160 : 190, nodeRepulsion: many ? 60000 : 26000, gravity: many ? 0.35 : 0.18, numIter: many ? 1200 : 2500, packComponents: true, tile: true, padding: 36,
        fixedNodeConstraint: state.pinned.size ? [...state.pinned].filter(([e]) => cy.getElementById(e).nonempty()).map(([e, p]) => ({ nodeId: e, position: p })) : undefined }).run();
    } finally {
      Math.random = dice;
    }
    cy.fit(undefined, 36);
    if (cy.zoom() > 1.5) { cy.zoom(1.5); cy.center(); }
    grown = Math.min(5, Math.max(1, 0.85 / cy.zoom()));
    cy.batch(() => {
      cy.nodes().forEach(n => { n.data("font", n.data("leading") ? 12 * grown : 12); });
      cy.edges().forEach(e => { e.data("width", e.data("thick") * Math.sqrt(grown)); });
    });
  }

  function tell(es, kept, whole) {
    const everyone = new Set(whole.flatMap(e => [e.a, e.b]));
    const name = x => known.get(x)?.label ?? short(x);
    es.sort((x, y) => y.n - x.n || (x.key < y.key ? -1 : 1));
    replace(bar,
      h("span", {}, count(kept.size, "actor"), kept.size < everyone.size && " of " + number(everyone.size), ", ", count(es.length, "relation"),
        cut && `. Only the first ${number(MOST_STATEMENTS)} statements were counted; open or focus an actor for all of its own`, ". "),
      h("button", { type: "button", click: () => { cy.fit(undefined, 36); } }, "Fit"),
      h("button", { type: "button", click: () => { arrange(); } }, "Arrange"),
      h("button", { type: "button", click: () => download("alliances.graphml", "application/xml", graphml(kept, es, known)) }, "GraphML"),
      h("button", { type: "button", click: () => download("alliances.csv", "text/csv", csv(["a", "side", "b", "statements", "relations", "aIri", "bIri"], es.map(e => [name(e.a), e.side, name(e.b), e.n, phrases(e).join("; "), e.a, e.b]))) }, "CSV"),
      h("button", { type: "button", click: async () => download("alliances.png", "image/png", await cy.png({ output: "blob-promise", full: true, scale: 2, bg: colour("--paper") })) }, "PNG"),
      showQuery(queries));
    replace(table, h("table", {},
      h("thead", {}, h("tr", {}, ["Actor", "", "Actor", "Statements", ""].map(t => h("th", { scope: "col" }, t)))),
      h("tbody", {}, es.slice(0, 300).map(e => h("tr", {},
        h("td", {}, h("button", { type: "button", class: "link", click: () => choose(short(e.a)) }, words(name(e.a), 40))),
        h("td", { class: "relation " + e.side }, phrases(e).join(", ")),
        h("td", {}, h("button", { type: "button", class: "link", click: () => choose(short(e.b)) }, words(name(e.b), 40))),
        h("td", { class: "figure" }, number(e.n)),
        h("td", {}, h("button", { type: "button", click: () => { choose(e.key); panel.scrollIntoView({ block: "nearest" }); panel.focus(); } }, "Sentences")))))),
      es.length > 300 && h("p", {}, "The first 300 of " + number(es.length) + "; all are in the CSV."));
    const none = !es.length;
    replace(message, none && h("p", { class: "notice" }, rows.size ? "Nothing passes the filters. Widen the years, lower the least evidence, or tick more relations." : state.focus ? "Nothing is said between this actor and others." : ["No relations between actors are in the graph. Read documents into the store with ", h("code", {}, "entente build"), "."]));
    announce(count(kept.size, "actor") + ", " + count(es.length, "relation"));
  }

  const phrases = e => [...e.relations].sort((x, y) => y[1] - x[1]).map(([r, n]) => (r.startsWith("<") ? "← " : r.startsWith(">") ? "→ " : "") + label(r.replace(/^[<>]/, "")) + (n > 1 ? ` (${n})` : ""));

  function choose(what) {
    state.selected = what;
    save();
    draw(false);
    select_(what);
  }

  function select_(what) {
    if (!what) return replace(panel, hint());
    if (!what.includes("~")) return node(long(what));
    const [a, b, side] = what.split("~");
    pair(long(a), long(b), side);
  }

  function pair(a, b, side) {
    if (!STANCES[side]) return replace(panel, hint());
    const name = x => known.get(x) ?? { iri: x, label: short(x) };
    const box = h("div", {});
    replace(panel, h("h2", {}, h("a", { href: entityLink(a) }, words(name(a).label, 40)), h("span", { class: "side " + side }, STANCE_LABELS[side].toLowerCase()), h("a", { href: entityLink(b) }, words(name(b).label, 40))), box);
    into(box, async () => {
      const relations = STANCES[side].filter(r => state.relations.has(r)).map(r => "ent:" + r).join(" ");
      const answer = await statements(`VALUES ?predicate { ${relations} }
VALUES (?subject ?object) { (${iri(a)} ${iri(b)}) (${iri(b)} ${iri(a)}) }
?s rdf:subject ?subject ; rdf:object ?object ; rdf:predicate ?predicate .`, { limit: 500, signal });
      const fit = answer.statements.filter(s => state.modalities.has(s.modality) && (!state.source || s.document.publisher === state.source) && inTime({ year: s.when.slice(0, 4) }));
      return cards(fit, { query: answer.query });
    }, signal);
  }

  function node(x) {
    const a = known.get(x) ?? { label: short(x), type: "" };
    const es = edges(true).filter(e => e.a === x || e.b === x).sort((p, q) => q.n - p.n);
    const other = e => (e.a === x ? e.b : e.a);
    const act = (text, work) => h("button", { type: "button", click: work }, text);
    replace(panel,
      h("h2", {}, words(a.label, 60)),
      h("p", {}, h("span", { class: "type " + a.type }, label(a.type || "actor")), " ", h("a", { href: entityLink(x) }, "All that is known"), " · ", h("a", { href: link("graph", "", { focus: short(x) }) }, "Only its own graph")),
      h("p", { class: "buttons" },
        act("Expand", () => expand(x)),
        act(state.pinned.has(x) ? "Unpin" : "Pin", () => {
          if (state.pinned.has(x)) state.pinned.delete(x);
          else { const p = cy.getElementById(x).position(); state.pinned.set(x, { x: Math.round(p.x), y: Math.round(p.y) }); }
          choose(short(x));
        }),
        act("Hide", () => { state.hidden.add(x); choose(""); })),
      Object.keys(STANCES).map(side => {
        const own = es.filter(e => e.side === side);
        return own.length > 0 && h("section", {}, h("h3", { class: "side " + side }, STANCE_LABELS[side]), h("ul", { class: "plain" }, own.slice(0, 40).map(e =>
          h("li", {}, h("button", { type: "button", class: "link", click: () => choose(e.key) }, words(known.get(other(e)).label, 40)), " ", h("small", {}, count(e.n, "statement"))))));
      }),
      !es.length && h("p", {}, "No relation of this actor passes the filters."));
  }

  async function expand(x) {
    state.opened.add(x);
    try {
      if (cut) await load(x);
      choose(short(x));
      arrange();
    } catch (e) {
      if (e.name !== "AbortError") replace(panel, failure(e, () => expand(x)));
    }
  }

  function changed() {
    save();
    draw(true);
    select_(state.selected);
  }

  function filters() {
    const tick = (set, value, text, title) => h("label", { class: "tick", title }, h("input", { type: "checkbox", checked: set.has(value), change: e => { if (e.target.checked) set.add(value); else set.delete(value); changed(); } }), text);
    const sources = [...new Set([...rows.values()].map(r => r.source).filter(Boolean))].sort();
    replace(controls,
      Object.entries(STANCES).map(([side, names]) => h("fieldset", {}, h("legend", { class: "side " + side }, STANCE_LABELS[side]), names.map(n => tick(state.relations, n, label(n))))),
      h("fieldset", {}, h("legend", {}, "Said how"), Object.entries(MODALITIES).map(([m, t]) => tick(state.modalities, m, t))),
      h("fieldset", { class: "fields" }, h("legend", {}, "Show"),
        h("label", {}, "Least statements ", h("input", { type: "number", min: 1, max: 99, value: state.least, change: e => { state.least = Math.max(1, Number(e.target.value) || 1); changed(); } })),
        h("label", {}, "Most actors ", h("select", { change: e => { state.size = Number(e.target.value); changed(); } }, SIZES.map(n => h("option", { value: n, selected: n === state.size }, n)))),
        h("label", {}, "Source ", h("select", { change: e => { state.source = e.target.value; changed(); } }, h("option", { value: "" }, "all"), sources.map(s => h("option", { value: s, selected: s === state.source }, plain(s, 40)))))),
      (state.hidden.size > 0 || state.opened.size > 0 || state.focus) && h("p", { class: "buttons" },
        state.hidden.size > 0 && h("button", { type: "button", click: () => { state.hidden.clear(); changed(); filters(); } }, `Show the hidden (${state.hidden.size})`),
        state.focus && h("a", { class: "button", href: link("graph") }, "All actors")));
  }

  function slider() {
    const years = [...new Set([...rows.values()].filter(r => isActor(r.from) && isActor(r.to)).map(r => r.year).filter(Boolean))].sort();
    if (years.length < 2) return;
    const counts = new Map();
    for (const r of rows.values()) if (r.year && isActor(r.from) && isActor(r.to)) counts.set(r.year, (counts.get(r.year) ?? 0) + r.n);
    // A few statements of long ago would leave no room for the others: the first year stands for all before it.
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    let before = 0;
    const first = Number(years.find(y => (before += counts.get(y)) > total * 0.03)), last = Number(years.at(-1));
    for (const [y, n] of [...counts]) if (Number(y) < first) { counts.delete(y); counts.set(String(first), (counts.get(String(first)) ?? 0) + n); }
    if (first >= last) return;
    const text = h("output", {});
    const range = (name, value) => h("input", { type: "range", min: first, max: last, step: 1, value, "aria-label": name });
    const from = range("First year", Number(state.from) || first), to = range("Last year", Number(state.to) || last);
    let playing;
    const stop = () => { clearInterval(playing); playing = undefined; play.textContent = "▶ Play"; };
    const set = (a, b) => {
      from.value = a; to.value = b;
      const full = a === first && b === last;
      state.from = full || a === first ? "" : String(a);
      state.to = full ? "" : String(b);
      text.textContent = a === b ? String(a) : `${a} – ${b}`;
      if (a === first && years[0] < String(first) && !full) text.textContent = "to " + b;
      for (const bar of bars.children) bar.classList.toggle("out", Number(bar.dataset.year) < a || Number(bar.dataset.year) > b);
    };
    const moved = e => {
      stop();
      let a = Number(from.value), b = Number(to.value);
      if (a > b) { if (e.target === from) b = a; else a = b; }
      set(a, b);
      save(); draw(false); select_(state.selected);
    };
    from.addEventListener("input", moved);
    to.addEventListener("input", moved);
    const play = h("button", { type: "button", click: () => {
      if (playing) return stop();
      let y = first;
      const step = () => {
        if (signal.aborted || y > last) return stop();
        set(y, y); save(); draw(false);
        y++;
      };
      play.textContent = "❚❚ Pause";
      step();
      playing = setInterval(step, 1500);
    } }, "▶ Play");
    const most = Math.max(...counts.values());
    const bars = svg("svg", { class: "bars", viewBox: `0 0 ${last - first + 1} 1`, preserveAspectRatio: "none", "aria-hidden": "true" });
    for (let y = first; y <= last; y++) { const tall = (counts.get(String(y)) ?? 0) / most; bars.append(svg("rect", { x: y - first + 0.08, width: 0.84, y: 1 - tall, height: tall, "data-year": y })); }
    replace(time, play, h("div", { class: "sliders" }, bars, from, to), text,
      h("button", { type: "button", class: "quiet", click: () => { stop(); set(first, last); save(); draw(false); select_(state.selected); } }, "All years"));
    set(Number(state.from) || first, Number(state.to) || last);
    signal.addEventListener("abort", stop);
  }

  await into(message, async () => {
    const libraries = (async () => {
      await library("cytoscape.min.js");
      for (const name of ["layout-base.js", "cose-base.js", "cytoscape-fcose.js"]) await library(name);
    })();
    await Promise.all([libraries, load(state.focus)]);
    for (const x of state.opened) if (cut) await load(x);
    if (signal.aborted) return;
    cy = window.cytoscape({ container: canvas, style: looks(), minZoom: 0.1, maxZoom: 4, boxSelectionEnabled: false });
    canvas.cy = cy;
    cy.on("tap", "node, edge", e => choose(e.target.isNode() ? short(e.target.id()) : e.target.id()));
    cy.on("tap", e => { if (e.target === cy && state.selected) choose(""); });
    cy.on("dbltap", "node", e => expand(e.target.id()));
    cy.on("dragfree", "node", e => {
      const p = e.target.position();
      if (state.pinned.has(e.target.id())) { state.pinned.set(e.target.id(), { x: Math.round(p.x), y: Math.round(p.y) }); save(); }
    });
    const theme = matchMedia("(prefers-color-scheme: dark)");
    const repaint = () => cy.style(looks());
    theme.addEventListener("change", repaint);
    signal.addEventListener("abort", () => { theme.removeEventListener("change", repaint); cy.destroy(); });
    if (state.focus) {
      if (!known.has(state.focus)) for (const [e, a] of await about([state.focus], signal)) known.set(e, a);
      main.querySelector("h1").replaceChildren("Alliances of ", words(known.get(state.focus).label, 60));
      queries.push(aboutQuery([state.focus]));
    }
    filters();
    slider();
    draw(true);
    select_(state.selected);
    return message.hasChildNodes() && message.querySelector(".notice") ? message.querySelector(".notice") : [];
  }, signal);

  function hint() {
    return h("div", { class: "hint" }, h("p", {}, "Click a line for the sentences behind it, an actor for its relations; double-click an actor to expand it. Drag to move, scroll to zoom."));
  }
}

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function looks() {
  const c = colour;
  return [
    { selector: "node", style: { label: "data(label)", shape: e => SHAPES[e.data("type")] ?? "ellipse", width: "data(size)", height: "data(size)", "background-color": e => c("--type-" + (e.data("type") || "Organization")), "border-width": 1.5, "border-color": c("--paper"), color: c("--ink"), "font-size": "data(font)", "font-family": "system-ui, sans-serif", "text-valign": "bottom", "text-margin-y": 3, "text-outline-width": e => e.data("font") / 5, "z-index": e => (e.data("leading") ? 9 : 1), "text-outline-color": c("--paper"), "min-zoomed-font-size": 7, "text-max-width": e => e.data("font") * 12.5, "text-wrap": "ellipsis" } },
    { selector: "edge", style: { width: "data(width)", "curve-style": "bezier", "control-point-step-size": 34, "arrow-scale": 0.9, opacity: 0.85, "target-arrow-shape": "data(forth)", "source-arrow-shape": "data(back)" } },
    ...["support", "oppose", "tie"].map(s => ({ selector: `edge[side = "${s}"]`, style: { "line-color": c("--" + s), "target-arrow-color": c("--" + s), "source-arrow-color": c("--" + s), "line-style": s === "support" ? "solid" : s === "oppose" ? "dashed" : "dotted" } })),
    { selector: "node.apart", style: { opacity: 0.3 } },
    { selector: "node.pinned", style: { "border-color": c("--ink"), "border-width": 2.5 } },
    { selector: "node.focus", style: { "font-weight": "bold", "font-size": 15 } },
    { selector: "node.dim", style: { opacity: 0.35 } },
    { selector: "edge.dim", style: { opacity: 0.12 } },
    { selector: "node.chosen", style: { "border-color": c("--accent"), "border-width": 4 } },
    { selector: "edge.chosen", style: { opacity: 1, "underlay-color": c("--accent"), "underlay-opacity": 0.3, "underlay-padding": 5 } },
  ];
}

function legend() {
  const line = side => svg("svg", { class: "line " + side, viewBox: "0 0 36 8", "aria-hidden": "true" }, svg("line", { x1: 0, y1: 4, x2: 36, y2: 4 }));
  const shape = (type, d) => h("span", {}, svg("svg", { class: "shape fill-" + type, viewBox: "0 0 16 16", "aria-hidden": "true" }, svg("path", { d })), label(type));
  return h("div", { class: "legend" },
    h("span", {}, line("support"), "support"), h("span", {}, line("oppose"), "opposition"),
    shape("State", "M2 1h12q1 0 1 1v12q0 1 -1 1h-12q-1 0 -1 -1v-12q0 -1 1 -1z"), shape("ArmedGroup", "M4 2h8l4 6l-4 6h-8l-4 -6z"), shape("StateForce", "M8 0l8 6l-3 9h-10l-3 -9z"), shape("Organization", "M8 0a8 8 0 1 1 0 16a8 8 0 1 1 0 -16z"), shape("Person", "M8 0l8 8l-8 8l-8 -8z"));
}

function graphml(kept, es, known) {
  const x = t => plain(t, 10000).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
  const keys = [["label", "node", "string"], ["type", "node", "string"], ["side", "edge", "string"], ["statements", "edge", "int"]];
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keys.map(([k, f, t]) => `  <key id="${k}" for="${f}" attr.name="${k}" attr.type="${t}"/>`).join("\n")}
  <graph edgedefault="undirected">
${[...kept].sort().map(e => `    <node id="${x(e)}"><data key="label">${x(known.get(e).label)}</data><data key="type">${x(known.get(e).type)}</data></node>`).join("\n")}
${es.map(e => `    <edge source="${x(e.a)}" target="${x(e.b)}"><data key="side">${e.side}</data><data key="statements">${e.n}</data></edge>`).join("\n")}
  </graph>
</graphml>
`;
}
