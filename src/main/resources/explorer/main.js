// Opens the view that the address names.

import { h, replace, announce } from "./dom.js";
import { read } from "./address.js";
import { failure } from "./sparql.js";
import { useTerms } from "./terms.js";
import { searchBox } from "./search.js";

const VIEWS = {
  "": () => import("./home.js"),
  search: () => import("./home.js"),
  graph: () => import("./graph.js"),
  entity: () => import("./entity.js"),
  map: () => import("./map.js"),
  documents: () => import("./documents.js"),
  document: () => import("./document.js"),
  contested: () => import("./contested.js"),
  query: () => import("./query.js"),
};

const main = document.getElementById("main");
let leaving = new AbortController();

async function open(first) {
  const address = read();
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  for (const a of document.querySelectorAll("nav a")) {
    if (a.dataset.view === address.view || a.dataset.view === address.view + "s") a.setAttribute("aria-current", "page");
    else a.removeAttribute("aria-current");
  }
  const load = VIEWS[address.view];
  if (!load) {
    unknown(address.view);
    return;
  }
  document.body.dataset.view = address.view || "home";
  try {
    const [view] = await Promise.all([load(), useTerms()]);
    if (signal.aborted) return;
    main.replaceChildren();
    scrollTo(0, 0);
    await view.show(main, { ...address, signal });
  } catch (e) {
    if (signal.aborted || e.name === "AbortError") return;
    console.warn(e);
    replace(main, h("h1", {}, "This view failed"), failure(e, () => open(false)));
  }
  if (!signal.aborted && !first) {
    announce(document.title);
    if (document.activeElement === document.body || document.activeElement?.closest("nav")) main.focus({ preventScroll: true });
  }
}

function unknown(view) {
  document.title = "No such view · Entente";
  document.body.dataset.view = "unknown";
  replace(main,
    h("h1", {}, "There is no such view"),
    h("p", {}, "The address names a view “", h("bdi", {}, view.slice(0, 60)), "” that the explorer does not have. Perhaps it was cut when it was copied."),
    h("p", {}, h("a", { href: "#/" }, "Go to the start page"), " or search above."));
}

document.getElementById("skip").addEventListener("click", e => {
  e.preventDefault();
  main.focus();
});
searchBox(document.getElementById("search"));
addEventListener("hashchange", () => open(false));
open(true);
