/* The text that lets a model carry an operation over a boundary, and where it goes. */
import type { Fix } from "../../diagnostics/diagnostic.ts";
import { quoted } from "../../base/words.ts";
import type { Id } from "../../model/reference.ts";
import type { Institution } from "../../model/canon/institutions.ts";
import type { CheckContext } from "../context.ts";
import { textAt } from "./edits.ts";
import { before, lineAfter } from "./insertion.ts";
import { directionOf, knownInstitutions } from "./known_institutions.ts";
import { membersAdded, placeForCoupling } from "./new_declaration.ts";
import { carriedBy, channelsFor, conditionFor } from "./proposal.ts";
import type { Side } from "./proposal.ts";
import { freeName as freeNameIn } from "./template.ts";
import { typeText } from "./type_text.ts";

/** What is to be carried, from where to where; `file` is the one in which names mean what they say here. */
export interface Crossing {
  readonly from: Side;
  readonly to: Side;
  readonly operation: string;
  readonly file: string;
}

/**
 * A channel for the operation: in a coupling that the two have already, else in a new one, named after the
 * institution that the canon knows between them. A system that is sensitive to nothing is given a sensitivity.
 * Undefined where the text does not say enough to propose anything.
 */
export function channelProposal(crossing: Crossing, context: CheckContext): Fix | undefined {
  const { from, to, operation } = crossing;
  const carried = carriedBy(from.id, context).find((each) => each.name === operation);
  if (carried === undefined) return undefined;
  const [fitting] = channelsFor(from, carried, to, context);
  if (fitting !== undefined) {
    const verb = context.index.system(to.id) === undefined ? "change" : "irritate";
    return {
      title: `let ${quoted(`${from.name}.${operation}`)} ${verb} ${quoted(`${to.name}.${fitting.target}`)}`,
      certain: false,
      edits: [editFor(fitting.text, crossing, context)].flatMap((edit) => edit ?? []),
    };
  }
  return newSensitivityProposal(crossing, context);
}

/** The same, with a sensitivity of its own for what the operation says. Undefined where no system is to be irritated. */
export function newSensitivityProposal(crossing: Crossing, context: CheckContext): Fix | undefined {
  const { from, to, operation, file } = crossing;
  const carried = carriedBy(from.id, context).find((each) => each.name === operation);
  const receiver = context.index.system(to.id);
  if (carried === undefined || receiver === undefined) return undefined;
  const declared = carried.own.map(({ name, type }) => `${name}: ${typeText(type) ?? "number"}`);
  const wanted = sensitivityName(crossing, context);
  const name = freeNameIn(wanted, (taken) => context.index.sensitivity(to.id, taken) !== undefined);
  const list = declared.length === 0 ? "" : `(${declared.join(", ")})`;
  const sensitivity = membersAdded(receiver, [`sensitive to ${name}${list}`], file, context);
  const args = carried.own.map((parameter) => `${parameter.name}: ${parameter.name}`).join(", ");
  const condition = conditionFor(from.id, to.id, carried.own, context);
  const channel = `${from.name}.${operation} -> ${to.name}.${name}${args === "" ? "" : `(${args})`}${condition}`;
  const coupling = editFor(channel, crossing, context);
  if (sensitivity === undefined || coupling === undefined) return undefined;
  return {
    title: `make ${quoted(to.name)} sensitive to ${quoted(name)}, and let ${quoted(`${from.name}.${operation}`)} irritate it`,
    certain: false,
    edits: [sensitivity, coupling],
  };
}

/** The institution after which a coupling from the one to the other would be named. */
export function fittingInstitution(from: Id, to: Id, context: CheckContext): Institution | undefined {
  const known = knownInstitutions(from, to, context);
  return known.find((each) => directionOf(each, from, to, context) !== undefined) ?? known[0];
}

function sensitivityName({ from, to, operation }: Crossing, context: CheckContext): string {
  const institution = fittingInstitution(from.id, to.id, context);
  const direction = institution && directionOf(institution, from.id, to.id, context);
  return direction?.sensitivity ?? operation;
}

function editFor(channel: string, { from, to, file }: Crossing, context: CheckContext) {
  const home = context.index
    .couplingsBetween(from.id, to.id)
    .find((coupling) => coupling.place.file === file && textAt(coupling.place, context).endsWith("}"));
  if (home !== undefined) {
    const last = home.channels.at(-1)?.place;
    if (last !== undefined) return lineAfter(last, channel, context);
    const closing = { file, start: home.place.end - 1, end: home.place.end };
    return { place: before(closing), text: `\n  ${channel}\n` };
  }
  const place = placeForCoupling(file, context);
  if (place === undefined) return undefined;
  const institution = fittingInstitution(from.id, to.id, context);
  const name = freeName(institution?.name ?? `${lastPart(from.name)}_${lastPart(to.name)}`, context);
  const lines = [
    `coupling ${name} between ${from.name} and ${to.name} {`,
    ...(institution === undefined ? [] : commented(`it carries when ${institution.condition}`)),
    `  ${channel}`,
    "}",
  ];
  return { place, text: `\n\n${lines.join("\n")}` };
}

/** A text as comment lines of a width that is easy to read. */
function commented(text: string): readonly string[] {
  return (text.match(/.{1,78}(?=\s|$)/gu) ?? []).map((line) => `  // ${line.trim()}`);
}

/** `canon.law` is called `law` in the name of a coupling. */
function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** The name, or the name with a number, so that nothing else is declared under it. */
function freeName(wanted: string, { index }: CheckContext): string {
  let name = wanted;
  for (let number = 2; index.declared(name) !== undefined; number += 1) name = `${wanted}_${number}`;
  return name;
}
