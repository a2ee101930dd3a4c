import { quoted } from "../../../base/words.ts";
import { writtenLike } from "../constructs.ts";
import { sayings } from "./say.ts";

export const ofMembers = sayings({
  "kind of system": () => ({
    message: "it is not said what kind of system this is",
    label: "read as a function system",
    why: [
      "systems differ by how they draw their boundary: by a function, by membership, by presence, by protest",
    ],
    help: [
      "a system is a `function system`, an `organization`, an `interaction`, a `movement`, a `psychic system` or a `machine`",
    ],
  }),
  "modifier before": ({ found, meant }) => ({
    message: `${quoted(firstWord(found))} stands behind: ${quoted(meant)}`,
    label: `${quoted(meant)} is meant`,
  }),
  "item without word": ({ found, meant }) => ({
    message: `${quoted(meant)} is missing before ${quoted(found)}`,
    label: `expected ${quoted(meant)} before this`,
    help: [writtenLike(meant === "when" ? "rule" : meant)],
  }),
  "header in body": ({ found }) => ({
    message: `${quoted(found)} stands in the header of a system, before its body`,
    label: "here the body is being read",
    help: [`write it before the brace: ${quoted(`organization court ${found} { … }`)}`],
  }),
  "nested declaration": ({ found }) => ({
    message: isSystem(found)
      ? "systems stand side by side, none in the body of another"
      : `${quoted(found)} stands beside other declarations, not in their bodies`,
    label: "here a body is still open",
    why: isSystem(found)
      ? ["a system consists of its own operations; of what it takes part in says its header, by `within`"]
      : [],
    help: ["close the body before it with `}`"],
  }),
  "people within": ({ found, meant, construct }) =>
    construct.startsWith("population")
      ? {
          message: `people are no part of ${quoted(meant)}`,
          label: "made up of communications, not of people",
          why: [
            "a social system consists of communications; consciousness is in its environment, and irritates it only when somebody says something",
          ],
          help: [
            `leave ${quoted(found)} out; to say that people take part in ${quoted(meant)}, write ${quoted(`included in ${meant} as`)} and one of its roles into the body`,
          ],
        }
      : {
          message: `an environment is ${quoted("within")} nothing`,
          label: "leave it out",
          why: ["an environment is what lies outside of systems, and has no boundary of its own"],
        },
  "effects without braces": () => ({
    message: "what a clause brings about stands in braces behind its value",
    label: "effects of the clause before it",
    why: ["a clause designates a value first, and has its effects then"],
    help: [writtenLike("rule")],
  }),
  "effects for a value": ({ found }) => ({
    message: "this clause has effects, and designates no value",
    label: "expected a value of the code before this",
    why: [
      "a clause designates a value first, and has its effects then: where nothing is decided, nothing follows",
    ],
    help: [`write it like this: ${quoted(`-> value { ${found} }`)}`],
  }),
  "nameless measure": ({ meant }) => ({
    message: `a measure has a name: ${quoted(`measure ${meant}`)}`,
    label: "expected a name and `=` before this",
    why: ["what is measured is shown under its name"],
  }),
});

function firstWord(text: string): string {
  return text.split(/\s/)[0] ?? text;
}

function isSystem(header: string): boolean {
  return /^(function|organization|interaction|movement|psychic|machine)\b/.test(header);
}
