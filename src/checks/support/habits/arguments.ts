import { quoted } from "../../../base/words.ts";
import type { Place } from "../../../base/place.ts";
import type { Fix } from "../../../diagnostics/diagnostic.ts";
import type { Parameter } from "../../../model/model.ts";
import type { CheckContext } from "../../context.ts";
import { signatureOf } from "../signature.ts";
import { writtenLike } from "../constructs.ts";
import { sayings, type HabitFacts } from "./say.ts";

export const ofArguments = sayings({
  "equals in arguments": ({ found }) => ({
    message: `${quoted(":")} is meant: an argument stands behind its name and a colon`,
    label: `${quoted(":")} is meant`,
    why: found === "=" ? ["`=` asks whether two things are equal, and gives nothing to anybody"] : [],
  }),
  "positional arguments": (facts, context) => {
    const named = proposed(facts, context);
    return {
      message: `${quoted(facts.callee ?? "")} is given its arguments without their names`,
      label: "each is given by its name",
      why: ["nothing is filled in because of where it stands: what an argument is for is said by its name"],
      help:
        named === undefined
          ? [writtenLike(facts.construct)]
          : [`it is declared as ${quoted(named.signature)}`],
    };
  },
});

interface Proposed {
  /** `bill(limit: number)` */
  readonly signature: string;
  /** As many as there are parameters. */
  readonly names: readonly string[];
}

/** What may be called here, by its name: the first whose parameters are as many as the arguments. */
function proposed({ callee, positions = [] }: HabitFacts, { model }: CheckContext): Proposed | undefined {
  for (const owner of [...model.systems, ...model.environments]) {
    const parts: readonly { readonly name: string; readonly parameters: readonly Parameter[] }[] =
      owner.kind === "system" ? [...owner.operations, ...owner.sensitivities] : owner.events;
    const part = parts.find(
      ({ name, parameters }) => name === callee && parameters.length >= positions.length,
    );
    if (part !== undefined)
      return {
        signature: signatureOf(part.name, part.parameters),
        names: part.parameters.map((parameter) => parameter.name),
      };
  }
  return undefined;
}

/** The arguments with names, in the order in which the parameters are declared. */
export function namedArguments(facts: HabitFacts, context: CheckContext, { file }: Place): readonly Fix[] {
  const named = proposed(facts, context);
  const { positions = [] } = facts;
  if (named === undefined || positions.length !== named.names.length) return [];
  return [
    {
      title: `name the arguments: ${quoted(named.names.join(", "))}`,
      certain: false,
      edits: positions.map((start, index) => ({
        place: { file, start, end: start },
        text: `${named.names[index] ?? ""}: `,
      })),
    },
  ];
}
