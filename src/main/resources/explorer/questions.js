// The shipped questions, as their files are.

let all;

/** Name, title, question, parameters and text of each. */
export function questions() {
  all ??= load().catch(e => { all = undefined; throw e; });
  return all;
}

async function load() {
  const names = await (await fetch(new URL("queries/", document.baseURI))).json();
  return Promise.all(names.map(async name => parse(name, await (await fetch(new URL(`queries/${name}.rq`, document.baseURI))).text())));
}

function parse(name, text) {
  const header = key => [...text.matchAll(new RegExp(`^# *${key} *: *(.*)$`, "gm"))].map(m => m[1].trim());
  const parameters = header("param").map(line => {
    const [parameter, standard, meaning] = line.split(/\s*\|\s*/);
    return { name: parameter, standard, meaning: meaning ?? "" };
  });
  return { name, title: header("title")[0] ?? name, question: header("question").join(" "), parameters, text };
}

/** A question with terms in the places of the defaults; a term is SPARQL and must come from iri() or text(). */
export function filled(question, terms) {
  let text = question.text;
  for (const [name, term] of Object.entries(terms)) {
    if (term === undefined || term === "") continue;
    text = text.replace(new RegExp(`^(\\s*VALUES\\s+\\?${name}\\s*)\\{[^}]*\\}`, "m"), (_, before) => before + "{ " + term + " }");
  }
  return text;
}

export const question = async name => (await questions()).find(q => q.name === name);
