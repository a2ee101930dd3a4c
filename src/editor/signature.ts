/* What is to be given where arguments are being written. */
import type { Owner, Part } from "../model/owners.ts";
import type { Type } from "../model/expression.ts";
import type { Token } from "../syntax/tokens.ts";
import { namesIn, partNamed, type Names } from "./completion_names.ts";
import { actorIn } from "./completion_observer.ts";
import { sidesOf } from "./completion_surroundings.ts";
import { ownerIn } from "./completion_systems.ts";
import { functionParameters } from "./functions.ts";
import { situationAt, type Situation } from "./situation.ts";
import { textOf, type Study } from "./study.ts";

export interface Signature {
  /** `enacted(limit: number)` */
  readonly label: string;
  /** Each as it stands in the label. */
  readonly parameters: readonly string[];
  /** The one that is being written. */
  readonly active: number;
}

export function signatureAt(study: Study, file: string, offset: number): Signature | undefined {
  const situation = situationAt({ name: file, text: textOf(study, file) }, offset);
  const call = situation.calls.at(-1);
  if (call === undefined || situation.within !== undefined) return undefined;
  const given = argumentsGiven(situation.written);
  const name = call.at(-1)?.image ?? "";
  const part = calledPart(situation, call, namesIn(study, file));
  if (part !== undefined) {
    const parameters = part.parameters.map((one) => `${one.name}: ${typeText(one.type)}`);
    const last = given.at(-1) ?? [];
    const named =
      last[1]?.image === ":" ? part.parameters.findIndex((one) => one.name === last[0]?.image) : -1;
    return signature(part.name, parameters, named === -1 ? given.length - 1 : named);
  }
  const parameters = functionParameters.get(name);
  return parameters && signature(name, parameters, Math.min(given.length, parameters.length) - 1);
}

function signature(name: string, parameters: readonly string[], active: number): Signature {
  return { label: `${name}(${parameters.join(", ")})`, parameters, active: Math.max(0, active) };
}

/** What is called: an operation that is emitted, the sensitivity that a channel leads to. */
function calledPart(situation: Situation, call: readonly Token[], names: Names): Part | undefined {
  const { frames, written } = situation;
  const name = call.at(-1)?.image;
  const of = (owner: Owner | undefined): Part | undefined => partNamed(owner, name, "operation", "event");
  switch (frames.at(-1)?.kind) {
    case "Effects":
      return of(ownerIn(situation, names));
    case "CouplingBody": {
      const { target, arrow } = sidesOf(written, names);
      return arrow !== -1 && target.part === name ? partNamed(target.owner, name, "sensitivity") : undefined;
    }
    case "RegulationBody":
    case "Block":
      return of(call.length > 1 ? names.owner(call.slice(0, -2)) : actorIn(written, names));
    default:
      return undefined;
  }
}

/** The arguments written so far behind the innermost open bracket; the last may be empty. */
function argumentsGiven(written: readonly Token[]): readonly (readonly Token[])[] {
  const open: Token[][][] = [];
  for (const token of written) {
    if (token.image === "(") open.push([[]]);
    else if (token.image === ")") open.pop();
    else if (token.image === ",") open.at(-1)?.push([]);
    else open.at(-1)?.at(-1)?.push(token);
  }
  return open.at(-1) ?? [];
}

/** A type as it is written. */
export function typeText(type: Type): string {
  switch (type.kind) {
    case "number": {
      const { low, high, unit } = type;
      const range = low === undefined && high === undefined ? "" : ` in ${low ?? ""}..${high ?? ""}`;
      return `number${range}${unit === undefined ? "" : ` "${unit}"`}`;
    }
    case "enumeration":
      return `one of (${type.values.join(", ")})`;
    case "boolean":
    case "text":
      return type.kind;
    case "unknown":
      return "?";
  }
}
