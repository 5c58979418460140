// Writes ontology/gazetteer/ambiguous.txt: the names in ontology/gazetteer/*.tsv that are also English words or
// common names of people ("Of", "Same", "Reading", "Mary", "Jackson").
//
// Compared with: npm packages an-array-of-english-words 2.0.0 (MIT) and @faker-js/faker 9.9.0 (MIT; its English first
// names and surnames). Of those only the words that are also gazetteer names are written.
//
//   npm install an-array-of-english-words@2.0.0 @faker-js/faker@9.9.0      in any folder
//   node data/scripts/ambiguous-names.mjs FOLDER/node_modules              from the project's folder
//
// A name of several words is ambiguous when each of its words is an English word ("Federal Way").
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const modules = process.argv[2];
if (!modules) {
  console.error("usage: node data/scripts/ambiguous-names.mjs FOLDER/node_modules");
  process.exit(2);
}
const require = createRequire(resolve(modules, "x.js"));
const english = new Set(require("an-array-of-english-words"));
["a", "i"].forEach((w) => english.add(w));
const { faker } = require("@faker-js/faker");
const { first_name: first, last_name: last, middle_name: middle } = faker.rawDefinitions.person;
const people = new Set(
  [first, last, middle].flatMap((kinds) => Object.values(kinds).flat()).map((n) => n.toLowerCase()),
);

const found = new Set();
for (const file of ["places.tsv", "armed-groups.tsv"]) {
  const lines = readFileSync("ontology/gazetteer/" + file, "utf8").split("\n");
  for (const line of lines.filter((l) => l && !l.startsWith("#")).slice(1)) {
    const [, label, names] = line.split("\t");
    for (const name of [label, ...names.split("|")].filter((n) => n)) {
      const lower = name.toLowerCase();
      const words = lower.split(/[\s-]+/);
      if (people.has(lower) || words.every((w) => english.has(w.replace(/['’]s$/, "")))) found.add(lower);
    }
  }
}
const head = [
  "# Gazetteer names that are also English words or names of people; written by data/scripts/ambiguous-names.mjs.",
  "# Such a name is taken for the entity only where the text bears it out: see src/site/markdown/commands/explain.md.",
  "# source: npm packages an-array-of-english-words 2.0.0 and @faker-js/faker 9.9.0 (MIT)",
];
writeFileSync("ontology/gazetteer/ambiguous.txt", head.concat([...found].sort()).join("\n") + "\n");
console.log(`${found.size} ambiguous names`);
