/*
 * Models as data, sketched: only what leads to what, for graphs that are drawn at random or written down bare.
 * Whatever is read is read by a `when`, and has no value.
 */
import type { Expression } from "../../src/model/expression.ts";
import type {
  Channel,
  Clause,
  Coupling,
  Environment,
  Model,
  Program,
  System,
  Trigger,
} from "../../src/model/model.ts";

export interface ClauseSketch {
  readonly kind: Clause["kind"];
  readonly reads: readonly string[];
  readonly emits: readonly string[];
  readonly sets: readonly string[];
}
export interface ProgramSketch {
  /** `s` a sensitivity, `own o` an operation, `every 3` steps. */
  readonly on: readonly string[];
  readonly clauses: readonly ClauseSketch[];
}
export interface SystemSketch {
  readonly kind: "system";
  readonly name: string;
  /** By name, the expectations that its `when` reads; undefined: it has no `when`. */
  readonly sensitivities: ReadonlyMap<string, readonly string[] | undefined>;
  readonly operations: readonly string[];
  readonly expectations: readonly string[];
  readonly programs: readonly ProgramSketch[];
  /** The operations blocked, and what the limit reads. */
  readonly limits: readonly { readonly blocks: string; readonly reads: readonly string[] }[];
}
export interface EnvironmentSketch {
  readonly kind: "environment";
  readonly name: string;
  /** By name, the quantities that its `becomes` reads; undefined: it has none. */
  readonly quantities: ReadonlyMap<string, readonly string[] | undefined>;
}
export interface ChannelSketch {
  readonly coupling: string;
  readonly from: readonly [owner: string, part: string];
  /** To an environment, `part` is the quantity that is set. */
  readonly to: readonly [owner: string, part: string];
  /** Quantities of the source that the condition reads; undefined: it has no condition. */
  readonly reads: readonly string[] | undefined;
  readonly chance?: boolean;
}
export interface Sketch {
  readonly members: readonly (SystemSketch | EnvironmentSketch)[];
  readonly channels: readonly ChannelSketch[];
}

const place = { file: "sketch.sys", start: 0, end: 0 };
const type = { kind: "number" } as const;
const one: Expression = { kind: "number", value: 1, type, place };

function item(name: string): { name: string; place: typeof place; namePlace: typeof place } {
  return { name, place, namePlace: place };
}
function declared(name: string): ReturnType<typeof item> & { id: string; citations: []; canonical: false } {
  return { ...item(name), id: name, citations: [], canonical: false };
}

function reading(kind: "expectation" | "quantity", owner: string, names: readonly string[]): Expression {
  const operands = names.map((name): Expression =>
    name === "designated" ? { kind: name, owner, type, place } : { kind, owner, name, type, place },
  );
  return { kind: "chain", operators: [], operands: [one, ...operands], type, place };
}

function triggerOf(text: string): Trigger {
  const [first = "", second] = text.split(" ");
  if (second === undefined) return { kind: "sensitivity", name: first, place };
  if (first === "own") return { kind: "own", operation: second, place };
  return { kind: "every", steps: Number(second), place };
}

function programOf(owner: string, { on, clauses }: ProgramSketch, index: number): Program {
  return {
    ...item(`program${index}`),
    form: "conditional",
    triggers: on.map(triggerOf),
    amends: [],
    citations: [],
    clauses: clauses.map(({ kind, reads, emits, sets }) => ({
      kind,
      when: kind === "rule" ? reading("expectation", owner, reads) : undefined,
      yields: kind === "choice" ? reading("expectation", owner, reads) : undefined,
      value: undefined,
      effects: [
        ...emits.map((operation) => ({ kind: "emit", operation, args: [], place }) as const),
        ...sets.map((text) => ({ kind: "assignment", target: { text, place }, value: one, place }) as const),
      ],
      place,
    })),
  };
}

function systemOf(sketch: SystemSketch): System {
  const { name } = sketch;
  return {
    ...declared(name),
    kind: "system",
    systemKind: "machine",
    within: [],
    functions: [],
    codes: [],
    media: [],
    contingencies: [],
    reflections: [],
    performances: [],
    roles: [],
    bodies: [],
    sensitivities: [...sketch.sensitivities].map(([sensitivity, reads]) => ({
      ...item(sensitivity),
      parameters: [],
      when: reads && reading("expectation", name, reads),
    })),
    operations: sketch.operations.map((operation) => ({ ...item(operation), parameters: [] })),
    expectations: sketch.expectations.map((expectation) => ({
      ...item(expectation),
      type,
      initial: one,
      mode: "cognitive",
    })),
    programs: sketch.programs.map((program, index) => programOf(name, program, index)),
    limits: sketch.limits.map(({ blocks, reads }, index) => ({
      ...item(`limit${index}`),
      constitutional: false,
      operation: { text: blocks, place },
      when: reading("expectation", name, reads),
    })),
  };
}

function environmentOf({ name, quantities }: EnvironmentSketch): Environment {
  return {
    ...declared(name),
    kind: "environment",
    quantities: [...quantities].map(([quantity, reads]) => ({
      ...item(quantity),
      type,
      initial: one,
      becomes: reads && reading("quantity", name, reads),
    })),
    events: [],
    inclusions: [],
  };
}

/** The model that a sketch means. The ends of a coupling are those of its first channel. */
export function modelOf({ members, channels }: Sketch): Model {
  const environments = new Set(members.flatMap(({ kind, name }) => (kind === "environment" ? name : [])));
  const channelOf = ({ from, to, reads, chance }: ChannelSketch): Channel => ({
    source: {
      kind: environments.has(from[0]) ? "quantity" : "operation",
      owner: from[0],
      name: from[1],
      place,
    },
    target: environments.has(to[0])
      ? {
          kind: "quantities",
          owner: to[0],
          assignments: [{ kind: "assignment", target: { text: to[1], place }, value: one, place }],
          place,
        }
      : { kind: "sensitivity", owner: to[0], name: to[1], args: [], place },
    when: reads && reading("quantity", from[0], reads),
    chance: chance ? one : undefined,
    place,
  });
  const couplings = new Map<string, Coupling>();
  for (const channel of channels) {
    const known = couplings.get(channel.coupling);
    couplings.set(channel.coupling, {
      ...declared(channel.coupling),
      kind: "coupling",
      left: known?.left ?? { id: channel.from[0], place },
      right: known?.right ?? { id: channel.to[0], place },
      channels: [...(known?.channels ?? []), channelOf(channel)],
    });
  }
  return {
    entry: "sketch.sys",
    files: [],
    societies: [],
    systems: members.flatMap((member) => (member.kind === "system" ? systemOf(member) : [])),
    environments: members.flatMap((member) => (member.kind === "environment" ? environmentOf(member) : [])),
    couplings: [...couplings.values()],
    regulations: [],
    scenarios: [],
    properties: [],
    experiments: [],
    allows: [],
    expectedViolations: [],
  };
}
