import { contains, placeIn } from "../base/place.ts";
import type { SyntaxErrorFacts, SyntaxProblem } from "./problems.ts";
import type { Coupling, Environment, FileItem, ModelFile, Node, Program, Property } from "./tree.ts";

/**
 * What the grammar lets pass because it is easier to say in words: clauses of the other form of program, inclusion
 * in an environment, a property without a claim or with two. `problems` have been found in reading.
 */
export function validate(
  file: string,
  tree: ModelFile,
  problems: readonly SyntaxProblem[],
): readonly SyntaxProblem[] {
  return tree.items.flatMap((item) => validateItem(file, item, problems));
}

function validateItem(
  file: string,
  item: FileItem,
  problems: readonly SyntaxProblem[],
): readonly SyntaxProblem[] {
  switch (item.kind) {
    case "System":
    case "Extend":
      return (item.body?.items ?? []).flatMap((member) =>
        member.kind === "Program" ? validateProgram(file, member) : [],
      );
    case "Environment":
      return validateEnvironment(file, item);
    case "Coupling":
      return validateCoupling(file, item);
    case "Property":
      return validateProperty(file, item, problems);
    default:
      return [];
  }
}

function problem(file: string, node: Node, length: number, facts: SyntaxErrorFacts): SyntaxProblem {
  const place = placeIn(file, { start: node.start, end: Math.min(node.end, node.start + length) });
  return { check: "syntax_error", place, facts };
}

function validateProgram(file: string, program: Program): SyntaxProblem[] {
  const { form } = program;
  if (form === undefined) return [];
  const wrong = form === "conditional" ? "Choice" : "Rule";
  const item = form === "conditional" ? "choose" : "when";
  const meant = form === "conditional" ? "when … -> value" : "choose name -> value yields …";
  return (program.body?.items ?? [])
    .filter((clause) => clause.kind === wrong)
    .map((clause) =>
      problem(file, clause, item.length, { kind: "wrong item", construct: `${form} program`, item, meant }),
    );
}

/** `through direct` means: through no coupling. So none may be called that. */
function validateCoupling(file: string, { name }: Coupling): SyntaxProblem[] {
  if (name.kind !== "Name" || name.text !== "direct") return [];
  return [
    problem(file, name, name.text.length, { kind: "reserved word", found: name.text, construct: "coupling" }),
  ];
}

function validateEnvironment(file: string, environment: Environment): SyntaxProblem[] {
  return (environment.body?.items ?? [])
    .filter((item) => item.kind === "Inclusion")
    .map((item) =>
      problem(file, item, "included".length, {
        kind: "wrong item",
        construct: "environment",
        item: "included",
        meant: "population … of … { included in … as … }",
      }),
    );
}

function validateProperty(
  file: string,
  property: Property,
  problems: readonly SyntaxProblem[],
): readonly SyntaxProblem[] {
  const { body } = property;
  if (body === undefined) return [];
  const claims = body.items.filter((item) => item.kind !== "Cite" && item.kind !== "Allow");
  const [first, second] = claims;
  if (first === undefined) {
    // It may be what could not be read.
    if (problems.some(({ place }) => contains(body, place))) return [];
    return [problem(file, body, 1, { kind: "missing part", construct: "property", part: "claim" })];
  }
  if (second === undefined) return [];
  const place = placeIn(file, first);
  return [
    problem(file, second, second.end - second.start, {
      kind: "second part",
      construct: "property",
      part: "claim",
      first: place,
    }),
  ];
}
