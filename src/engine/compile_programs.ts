/* From programs to lists of clauses, one for each thing that puts them to work. */
import type { Clause, Parameter, Program, System } from "../model/model.ts";
import type { Id } from "../model/reference.ts";
import type {
  CompiledChannel,
  CompiledChoice,
  CompiledClause,
  CompiledEffect,
  CompiledEvery,
  CompiledHappening,
  CompiledRule,
  CompiledSensitivity,
  DecisionList,
} from "./compiled.ts";
import { emission } from "./queues.ts";
import { boundsOf, compileArguments, computed, conditioned, scopesWith, type Compiler } from "./compiler.ts";

/** The sensitivities of each system by name, with what decides on them. */
export type Sensitivities = ReadonlyMap<Id, ReadonlyMap<string, CompiledSensitivity>>;

export function compileSensitivities(compiler: Compiler): Sensitivities {
  let number = 0;
  return new Map(
    compiler.model.systems.map((system) => {
      const own = system.sensitivities.map((sensitivity): [string, CompiledSensitivity] => {
        const { name, parameters, when } = sensitivity;
        const scopeAt = scopesWith(compiler, parameters);
        const filter = when && conditioned(when, scopeAt(`${system.id}/sensitive to ${name}`));
        const list = compileList(compiler, system, parameters, ({ triggers }) =>
          triggers.some((trigger) => trigger.kind === "sensitivity" && trigger.name === name),
        );
        return [name, { number: number++, system, sensitivity, filter, list }];
      });
      return [system.id, new Map(own)];
    }),
  );
}

/** What each system decides when steps pass, by how many. */
export function compileEvery(compiler: Compiler): readonly CompiledEvery[] {
  return compiler.model.systems.flatMap((system) => {
    const steps = new Set(
      system.programs.flatMap(({ triggers }) =>
        triggers.flatMap((trigger) => (trigger.kind === "every" ? [trigger.steps] : [])),
      ),
    );
    return [...steps].map((each) => ({
      steps: each,
      list: compileList(compiler, system, [], ({ triggers }) =>
        triggers.some((trigger) => trigger.kind === "every" && trigger.steps === each),
      ),
    }));
  });
}

/** Operations and events: who carries them, what blocks them, and what the own system decides on them. */
export function compileHappenings(
  compiler: Compiler,
  channelsOf: ReadonlyMap<number, readonly CompiledChannel[]>,
): readonly CompiledHappening[] {
  const { model, layout } = compiler;
  const systems = new Map(model.systems.map((system) => [system.id, system]));
  return layout.happenings.map((happening): CompiledHappening => {
    const { number, owner, name, parameters, kind } = happening;
    const system = kind === "operation" ? systems.get(owner) : undefined;
    const scopeAt = scopesWith(compiler, parameters);
    const isOn = ({ triggers }: Program) =>
      triggers.some((trigger) => trigger.kind === "own" && trigger.operation === name);
    return {
      happening,
      number,
      owner: layout.owner(owner),
      size: emission.args + parameters.length,
      channels: channelsOf.get(number) ?? [],
      limits: (system?.limits ?? [])
        .filter(({ operation }) => operation?.text === name)
        .map((limit) => ({
          limit,
          counter: layout.limit(owner, limit.name),
          ...conditioned(limit.when, scopeAt(`${owner}/limit ${limit.name}`)),
        })),
      own: system?.programs.some(isOn) ? compileList(compiler, system, parameters, isOn) : undefined,
    };
  });
}

/** The programs of a system on one trigger as one list. */
function compileList(
  compiler: Compiler,
  system: System,
  parameters: readonly Parameter[],
  isOn: (program: Program) => boolean,
): DecisionList {
  const rules: CompiledRule[] = [];
  const choices: CompiledChoice[] = [];
  let otherwise: CompiledClause | undefined;
  for (const program of system.programs.filter(isOn)) {
    program.clauses.forEach((clause, index) => {
      const place = `${system.id}/${program.name}/${index}`;
      const scopeAt = scopesWith(compiler, parameters);
      const compiled = compileClause(compiler, system, program, clause, index, parameters);
      const condition = clause.when && conditioned(clause.when, scopeAt(`${place}/when`));
      switch (clause.kind) {
        case "rule":
          if (condition !== undefined) rules.push({ ...compiled, condition });
          break;
        case "choice":
          if (clause.yields === undefined) break;
          choices.push({
            ...compiled,
            condition,
            yields: computed(clause.yields, scopeAt(`${place}/yields`)),
          });
          break;
        case "otherwise":
          otherwise ??= compiled;
      }
    });
  }
  const { lists, layout } = compiler;
  const list = { number: lists.length, system: layout.system(system.id), rules, choices, otherwise };
  lists.push(list);
  return list;
}

function compileClause(
  compiler: Compiler,
  system: System,
  program: Program,
  clause: Clause,
  index: number,
  parameters: readonly Parameter[],
): CompiledClause {
  const { layout } = compiler;
  const place = `${system.id}/${program.name}/${index}`;
  const scopeAt = scopesWith(compiler, parameters);
  const effects = clause.effects.flatMap((effect, order): CompiledEffect[] => {
    const name = `${place}/effect ${order}`;
    if (effect.kind === "emit") {
      const happening = layout.happening(system.id, effect.operation);
      const of = layout.happenings[happening]?.parameters ?? [];
      return happening < 0
        ? []
        : [{ kind: "emit", happening, args: compileArguments(effect.args, of, scopeAt, name) }];
    }
    const slot = layout.slots[layout.slot(system.id, effect.target.text)];
    if (slot === undefined) return [];
    const value = computed(effect.value, scopeAt(name));
    return [{ kind: "assignment", slot, bounds: boundsOf(slot.type), ...value, place: effect.place }];
  });
  const value = clause.value?.text;
  const number = compiler.clauseNumbers(place);
  compiler.clauses[number] = { system, program, clause, index };
  return {
    program,
    clause,
    index,
    number,
    acting: { what: "clause", name: program.name, prevented: "effect" },
    value: value === undefined || value === "undecided" ? -1 : layout.words.number(value),
    effects,
  };
}
