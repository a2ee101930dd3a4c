/* Generated scenarios. */
import type { Dice } from "./dice.ts";
import { condition, expression } from "./expressions.ts";
import { observerScope, outcomeText } from "./observing.ts";
import { doings } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { argumentsText } from "./programs.ts";

/** Where a scenario has come to. */
interface Course {
  readonly dice: Dice;
  readonly plan: Plan;
  /** Regulations that can have been applied. */
  readonly applied: Set<string>;
  /** What has been assumed on the way here. */
  readonly given: readonly string[];
  readonly depth: number;
}

export function scenarioTexts(
  dice: Dice,
  plan: Plan,
): { readonly texts: string[]; readonly applied: readonly string[] } {
  const appliedIn: Set<string>[] = [];
  const texts = dice.several(1, 3, (index) => {
    const like = index > 0 && dice.chance(0.4) ? dice.number(0, index - 1) : undefined;
    const applied = new Set(like === undefined ? [] : appliedIn[like]);
    appliedIn.push(applied);
    const course: Course = { dice, plan, applied, given: [], depth: 0 };
    const seed = dice.chance(0.25) ? [`seed ${dice.number(0, 9999)}`] : [];
    const steps = [...seed, ...headOf(course), ...stepsOf(course, 3, 8)];
    const end = dice.chance(0.8) ? [`run ${dice.number(1, 4)} steps`] : [];
    const expectation = `expect ${outcomeText(dice, plan, [...applied])}`;
    const named = like === undefined ? "" : ` like case_${like}`;
    return blockText(`scenario case_${index}${named}`, [...steps, ...end, expectation]);
  });
  return { texts, applied: [...new Set(appliedIn.flatMap((applied) => [...applied]))] };
}

function blockText(head: string, steps: readonly string[]): string {
  return [`${head} {`, ...steps.flatMap((step) => step.split("\n")).map((line) => `  ${line}`), "}"].join(
    "\n",
  );
}

// ── What is assumed ───────────────────────────────────────────────────────

function headOf(course: Course): string[] {
  const { dice } = course;
  const { steps, given } = givens(course);
  if (!dice.chance(0.15)) return steps;
  // Here alternatives of what is assumed begin the scenario.
  const branches = branchesOf({ ...course, given }, (branch) => {
    const assumed = dice.chance(0.3) && course.depth < 1 ? headOf(branch) : givens(branch).steps;
    return [...assumed, ...(dice.chance(0.5) ? stepsOf(branch, 1, 2) : [])];
  });
  return [...steps, eitherText(branches)];
}

/** Alternatives; what can have been applied after them is what can have been in one of them. */
function branchesOf(course: Course, make: (branch: Course) => readonly string[]): (readonly string[])[] {
  const before = [...course.applied];
  return course.dice.several(2, 3, () => {
    const branch: Course = { ...course, applied: new Set(before), depth: course.depth + 1 };
    const steps = make(branch);
    for (const regulation of branch.applied) course.applied.add(regulation);
    return steps;
  });
}

function givens({ dice, plan, given }: Course): {
  readonly steps: string[];
  readonly given: readonly string[];
} {
  const steps: string[] = [];
  const all = [...given];
  for (let more = dice.chance(0.4) ? dice.number(1, 3) : 0; more > 0; more -= 1) {
    const part = dice.pick(observerScope(plan, false).variables.filter(({ text }) => !all.includes(text)));
    if (part === undefined) break;
    all.push(part.text);
    const value = expression(dice, observerScope(plan, dice.chance(0.7)), part.type, 1);
    steps.push(`given ${part.text} = ${value}`);
    if (dice.chance(0.1)) steps.push(`expect ${outcomeText(dice, plan, [])}`);
  }
  return { steps, given: all };
}

// ── What happens ──────────────────────────────────────────────────────────

function stepsOf(course: Course, low: number, high: number): string[] {
  return course.dice.several(low, high, () => stepText(course));
}

function stepText(course: Course): string {
  const { dice, plan, applied, depth } = course;
  const sight = observerScope(plan, dice.chance(0.7));
  const quantity = dice.pick(sight.variables.filter(({ text }) => isOfEnvironment(plan, text)));
  const expectation = dice.pick(sight.variables.filter(({ text }) => !isOfEnvironment(plan, text)));
  const coupling = dice.pick(plan.couplings);
  const regulation = dice.pick(plan.regulations);
  const system = dice.pick(plan.systems)?.name ?? "";
  const value = (of: typeof quantity): string =>
    of === undefined ? "" : expression(dice, sight, of.type, 1);
  return dice.one(
    [6, () => runText(course)],
    [4, () => emitsText(course)],
    [2, () => perturbText(course)],
    [quantity === undefined ? 0 : 3, () => `change ${quantity?.text ?? ""} to ${value(quantity)}`],
    [regulation === undefined ? 0 : 4, () => applyText(course, regulation ?? "")],
    [3, () => `expect ${outcomeText(dice, plan, [...applied])}`],
    [coupling === undefined ? 0 : 1, () => `close ${coupling ?? ""}`],
    [coupling === undefined ? 0 : 1, () => `open ${coupling ?? ""}`],
    [0.5, () => `unplug ${system}`],
    [
      expectation === undefined ? 0 : 0.4,
      () =>
        `steer ${expectation?.text ?? ""} to ${value(expectation)} by ${system}\nexpect violation direct_steering`,
    ],
    [depth < 2 ? 1.5 : 0, () => eitherText(branchesOf(course, (branch) => stepsOf(branch, 1, 3)))],
    [
      depth < 2 ? 1 : 0,
      () => blockText(`repeat ${dice.number(2, 3)} times`, stepsOf({ ...course, depth: depth + 1 }, 1, 3)),
    ],
  );
}

function isOfEnvironment({ environments }: Plan, text: string): boolean {
  return environments.some(({ name }) => text.startsWith(`${name}.`));
}

function eitherText(branches: readonly (readonly string[])[]): string {
  return branches.map((steps, index) => blockText(index === 0 ? "either" : "or", steps)).join("\n");
}

function runText({ dice, plan, depth }: Course): string {
  const until = (): string => condition(dice, observerScope(plan, false), 1);
  return dice.one(
    [6, () => `run ${dice.number(1, 5)} steps`],
    [3, () => `run until ${until()} at most ${dice.number(1, 8)} steps`],
    [plan.restless ? 0 : depth === 0 ? 0.8 : 0.2, () => "run"],
    [plan.restless ? 0.3 : 0, () => "run\nexpect violation endless_run"],
  );
}

function emitsText({ dice, plan }: Course): string {
  const all = doings(plan);
  // What channels carry is more to see.
  const carried = all.filter(({ owner, part }) =>
    plan.channels.some(({ source }) => source.owner === owner && source.name === part.name),
  );
  const done = dice.pick(carried.length > 0 && !dice.chance(0.3) ? carried : all);
  if (done === undefined) return "run 1 step";
  const scope = observerScope(plan, dice.chance(0.7));
  return `${done.owner} emits ${done.part.name}${argumentsText(dice, scope, done.part.parameters)}`;
}

/** A perturbation that a channel can carry; now and then one that none can. */
function perturbText(course: Course): string {
  const { dice, plan } = course;
  const scope = observerScope(plan, dice.chance(0.7));
  const carried = plan.channels.filter(({ source }) => source.what !== "quantity");
  const channel = dice.chance(0.15) ? undefined : dice.pick(carried);
  const owner = channel?.source.owner ?? dice.pick(plan.systems)?.name ?? "";
  const all = doings(plan).filter((each) => each.owner === owner);
  const done =
    channel === undefined ? dice.pick(all) : all.find(({ part }) => part.name === channel.source.name);
  const target = channel?.target ?? dice.pick(plan.systems.filter(({ name }) => name !== owner))?.name;
  if (done === undefined || target === undefined) return emitsText(course);
  const args = argumentsText(dice, scope, done.part.parameters);
  const coupled = carried.some(
    ({ source, target: to }) => source.owner === owner && source.name === done.part.name && to === target,
  );
  const expected = coupled ? "" : "\nexpect violation uncoupled_perturbation";
  return `perturb ${target} from ${owner} with ${done.part.name}${args}${expected}`;
}

/** Verdicts are soon asked for, and for some time. */
function applyText({ dice, applied }: Course, regulation: string): string {
  applied.add(regulation);
  const soon = dice.chance(0.7) ? `\nrun ${dice.number(1, 4)} steps` : "";
  return `apply ${regulation}${soon}`;
}
