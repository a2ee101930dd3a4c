/* Arguments of an operation, event or sensitivity: each by name, every parameter given, none that is not one. */
import { nearest } from "../base/near.ts";
import type { Place, Span } from "../base/place.ts";
import type * as tree from "../syntax/tree.ts";
import { lowerWanted } from "./expressions.ts";
import type { Argument, Parameter } from "./model.ts";
import type { Named, WrongArgumentsFacts } from "./problems.ts";
import { placeOf } from "./room.ts";
import type { Sight } from "./sight.ts";
import { unknownType } from "./types.ts";

/** What is called, and where. */
export interface Callee {
  readonly named: Named;
  readonly parameters: readonly Parameter[];
  /** There may be more parameters. */
  readonly open: boolean;
}

/**
 * Lowers arguments. Those that are no parameter of what is called are left out; what is wrong with the list is one
 * report, at the list or, where none is written, at `name`.
 */
export function lowerArguments(
  sight: Sight,
  node: tree.Arguments | undefined,
  callee: Callee,
  construct: WrongArgumentsFacts["construct"],
  name: Span,
): readonly Argument[] {
  const parameters = sight.room.parametersByName(callee.parameters);
  const args = new Map<string, Argument>();
  const unknown: { name: string; place: Place; near: readonly string[] }[] = [];
  const duplicate: { name: string; place: Place; first: Place }[] = [];
  const given: { name: string; place: Place }[] = [];
  let broken = callee.open;
  for (const item of node?.items ?? []) {
    const parameter = item.name.kind === "Name" ? parameters.get(item.name.text) : undefined;
    const value = lowerWanted(sight, item.value, {
      type: parameter?.type ?? unknownType,
      use: "argument",
      declared: parameter && parameterNamed(parameter, callee),
    });
    if (item.name.kind === "Missing") {
      broken = true;
      continue;
    }
    const word = { text: item.name.text, place: placeOf(sight, item.name) };
    const first = args.get(word.text);
    given.push({ name: word.text, place: word.place });
    if (parameter === undefined && (callee.open || sight.room.report.isLost(word.text))) broken = true;
    else if (parameter === undefined) unknown.push({ name: word.text, place: word.place, near: [] });
    else if (first !== undefined) {
      duplicate.push({ name: word.text, place: word.place, first: first.name.place });
    } else args.set(word.text, { name: word, value });
  }
  const missing = broken ? [] : notGiven(callee.parameters, args);
  if (missing.length + unknown.length + duplicate.length > 0) {
    // A misspelt name is best explained by those that have not been given.
    const open = missing.length > 0 ? missing : callee.parameters;
    const list = node && placeOf(sight, node);
    sight.room.report.add({
      check: "wrong_arguments",
      place: (unknown.length === 1 && missing.length < 2 ? unknown[0]?.place : list) ?? placeOf(sight, name),
      facts: {
        callee: callee.named,
        parameters: callee.parameters,
        missing,
        unknown: unknown.map((one) => ({
          ...one,
          near: sight.room.report.described(
            () =>
              nearest(
                one.name,
                open.map(({ name: each }) => each),
              ),
            [],
          ),
        })),
        duplicate,
        given,
        list,
        insertAt: insertionPlace(sight, node, name),
        construct,
      },
    });
  }
  return [...args.values()];
}

function notGiven(
  parameters: readonly Parameter[],
  args: ReadonlyMap<string, Argument>,
): readonly Parameter[] {
  if (args.size === 0 || args.size === parameters.length) return args.size === 0 ? parameters : [];
  return parameters.filter((parameter) => !args.has(parameter.name));
}

/**
 * Lowers arguments that are written in braces, as if a channel set what the sensitivity is given. They are reported,
 * and taken for what they mean.
 */
export function lowerBraces(
  sight: Sight,
  node: tree.Assignments,
  callee: Callee,
  name: Span,
): readonly Argument[] {
  const parameters = sight.room.parametersByName(callee.parameters);
  const args = node.items.flatMap((item): readonly Argument[] => {
    const parameter = item.target.kind === "Name" ? parameters.get(item.target.text) : undefined;
    const value = lowerWanted(sight, item.value, {
      type: parameter?.type ?? unknownType,
      use: "argument",
      declared: parameter && parameterNamed(parameter, callee),
    });
    if (item.target.kind === "Missing") return [];
    return [{ name: { text: item.target.text, place: placeOf(sight, item.target) }, value }];
  });
  const given = args.map(({ name: { text, place } }) => ({ name: text, place }));
  sight.room.report.add({
    check: "wrong_arguments",
    place: placeOf(sight, node),
    facts: {
      callee: callee.named,
      parameters: callee.parameters,
      missing: [],
      unknown: [],
      duplicate: [],
      given,
      insertAt: insertionPlace(sight, undefined, name),
      construct: "channel",
      braces: {
        place: placeOf(sight, node),
        given: args.map(({ name: { text }, value }) => ({ name: text, value: value.place })),
      },
    },
  });
  return args.filter(({ name: { text } }) => parameters.has(text));
}

/** Lowers arguments of something unknown, so that what is wrong within them is still reported. */
export function lowerOrphanArguments(sight: Sight, node: tree.Arguments | undefined): void {
  for (const { value } of node?.items ?? []) {
    lowerWanted(sight, value, { type: unknownType, use: "argument" });
  }
}

function parameterNamed(parameter: Parameter, callee: Callee): Named {
  return { name: parameter.name, what: "parameter", place: parameter.place, owner: callee.named.name };
}

/** Before the closing bracket, or after the name where there are no brackets. */
function insertionPlace(sight: Sight, node: tree.Arguments | undefined, name: Span): Place {
  if (node === undefined) return placeOf(sight, { start: name.end, end: name.end });
  const closed = sight.scope.file.parsed.source.text[node.end - 1] === ")";
  const end = closed ? node.end - 1 : node.end;
  return placeOf(sight, { start: end, end });
}
