/* Systems and what they consist of. What `like` brings to a system is told with the one that it is like. */
import { contains, type Place } from "../../base/place.ts";
import type {
  Code,
  CodeValue,
  Expectation,
  Item,
  Limit,
  Operation,
  Parameter,
  Performance,
  Program,
  Role,
  Sensitivity,
  Society,
  Statement,
  System,
} from "../../model/model.ts";
import type { Described, Ordered, ThingKind } from "./described.ts";
import {
  asIs,
  describeBy,
  doc,
  fact,
  flag,
  label,
  lineBy,
  name,
  notTheModel,
  parts,
  place,
  toldElsewhere,
  type Table,
} from "./table.ts";
import {
  citationsText,
  sorted,
  triggerText,
  typeWords,
  wordText,
  type Naming,
  type Wording,
} from "./wording.ts";

/** What all named things have. */
export const itemTable = { name, label, doc, place, namePlace: place } satisfies Table<Item>;

/** What all declarations have. */
export const declaredTable = {
  ...itemTable,
  id: name,
  citations: fact("source", citationsText),
  canonical: notTheModel,
} as const;

export function describeSociety(society: Society, { called }: Naming): Described {
  return describeBy(
    { kind: "society", name: called(society.id), places: [society.place] },
    society,
    societyTable,
  );
}

const societyTable: Table<Society> = {
  ...declaredTable,
  kind: toldElsewhere,
  differentiation: asIs("differentiated by"),
};

export function describeSystem(system: System, naming: Naming, wording: Wording): Described {
  const { id, bodies, systemKind } = system;
  const isOwn = (written: Place): boolean =>
    bodies.some((body) => body.file === written.file && contains(body, written));
  const own = <Part extends { readonly place: Place }>(describe: (part: Part, index: number) => Described) =>
    parts<readonly Part[]>((all) => all.filter((part) => isOwn(part.place)).map(describe));
  const { ref, refs } = wording;

  const table: Table<System> = {
    ...declaredTable,
    kind: toldElsewhere,
    systemKind: asIs("kind"),
    like: fact("like", (like) => like && ref(like)),
    within: fact("within", (within) => (within.length === 0 ? undefined : refs(within))),
    functions: own((one: Statement) => statement("function", one)),
    codes: own((one: Code) => describeCode(one)),
    media: own((one: Item) => named("medium", one, itemTable)),
    contingencies: own((one: Statement) => statement("contingency formula", one)),
    reflections: own((one: Statement) => statement("reflection", one)),
    performances: own((one: Performance) => describeBy(headOf("performance", "", one), one, performance)),
    roles: own((one: Role) => named("role", one, roleTable)),
    sensitivities: own((one: Sensitivity) => named("sensitivity", one, sensitivity)),
    operations: own((one: Operation) => named("operation", one, operationTable)),
    expectations: own((one: Expectation) => named("expectation", one, expectation)),
    programs: own((one: Program) => named("program", one, program)),
    limits: own((one: Limit) => named("limit", one, limit)),
    bodies: place,
  };

  const performance: Table<Performance> = {
    text: asIs(""),
    receivers: fact("for", (receivers) => (receivers.length === 0 ? undefined : refs(receivers))),
    place,
  };
  const sensitivity: Table<Sensitivity> = {
    ...itemTable,
    parameters,
    when: fact("when", (when) => when && wording.expression(when, id)),
  };
  const expectation: Table<Expectation> = {
    ...itemTable,
    mode: asIs("mode"),
    type: fact("type", typeWords),
    initial: fact("initial value", (initial) => wording.expression(initial, id)),
  };
  const program: Table<Program> = {
    ...itemTable,
    form: asIs("form"),
    triggers: fact("on", (triggers) => sorted(triggers.map(triggerText)).join(", ")),
    amends: fact("amends", (amends) =>
      amends.length === 0 ? undefined : sorted(amends.map(({ text }) => text)).join(", "),
    ),
    clauses: parts((clauses) =>
      clauses.map((clause) => line("clause", clause.place, wording.clause(clause, id))),
    ),
    citations: fact("source", citationsText),
  };
  const limit: Table<Limit> = {
    ...itemTable,
    constitutional: flag("", "constitutional"),
    operation: fact("blocks", wordText),
    when: fact("when", (when) => wording.expression(when, id)),
  };
  return describeBy(
    {
      kind: systemKind,
      name: naming.called(id),
      places: [system.place, ...bodies],
      orders: ordersOf(system.programs.filter((one) => isOwn(one.place))),
    },
    system,
    table,
  );
}

/** A thing of one line, which is all that it says. */
export function line(kind: ThingKind, where: Place, text: string): Described {
  return { kind, name: "", places: [where], facts: [{ name: "", text }], words: [], orders: [], parts: [] };
}

export function named<Part extends Item>(kind: ThingKind, part: Part, table: Table<Part>): Described {
  return describeBy(headOf(kind, part.name, part), part, table);
}

const parameterTable: Table<Parameter> = { name, label, type: fact("type", typeWords), place };

/** Parameters are called by their names: their order says nothing. */
export const parameters = parts<readonly Parameter[]>((all) =>
  all.map((one) => describeBy(headOf("parameter", one.name, one), one, parameterTable)),
);

const operationTable: Table<Operation> = { ...itemTable, parameters };

const roleTable: Table<Role> = { ...itemTable, side: asIs("side") };

function headOf(kind: ThingKind, own: string, { place: where }: { readonly place: Place }) {
  return { kind, name: own, places: [where] };
}

function statement(kind: ThingKind, { text, place: where }: Statement): Described {
  return line(kind, where, `“${text}”`);
}

const valueTable: Table<CodeValue> = { name: asIs(""), label: toldElsewhere, place };

function describeCode(code: Code): Described {
  const table: Table<Code> = {
    secondary: toldElsewhere,
    values: fact("", (values) => values.map((value) => lineBy(value, valueTable)).join(" / ")),
    place,
  };
  const said = code.values.flatMap(({ name: value, label: text }) =>
    text === undefined ? [] : [`${value} “${text}”`],
  );
  const described = describeBy(headOf(code.secondary ? "secondary code" : "code", "", code), code, table);
  return said.length === 0 ? described : { ...described, words: [{ name: "label", text: said.join(", ") }] };
}

/** Programs on one trigger are asked in their order. */
function ordersOf(programs: readonly Program[]): readonly Ordered[] {
  const on = new Map<string, string[]>();
  for (const { name: own, triggers } of programs) {
    for (const trigger of triggers) {
      const text = triggerText(trigger);
      on.set(text, [...(on.get(text) ?? []), own]);
    }
  }
  return [...on].flatMap(([trigger, names]) =>
    names.length > 1 ? [{ name: `order of programs on ${trigger}`, names }] : [],
  );
}
