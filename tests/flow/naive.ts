/* The rules of LANGUAGE.md, "Properties", written out thing by thing, as slowly as they read. */
import type { Sketch, SystemSketch } from "./sketch.ts";

/** A thing that something leads to, and the couplings whose channel leads there. */
type Lead = readonly [from: string, to: string, coupling: string | undefined];

/** Whether a path leads from anything of `from` to a sensitivity or quantity of `to`, nothing of `avoiding` passed. */
export function naiveReaches(sketch: Sketch, from: string, to: string, avoiding: readonly string[]): boolean {
  const free = (thing: string): boolean => !avoiding.includes(thing.split(".")[0] ?? "");
  const leads = [...sketch.members.flatMap(leadsWithin), ...leadsThroughChannels(sketch)].filter(
    ([one, other, coupling]) => free(one) && free(other) && !(coupling && avoiding.includes(coupling)),
  );
  const reached = new Set(leads.map(([one]) => one).filter((thing) => thing.startsWith(`${from}.`)));
  const entered = new Set<string>();
  for (let size = -1; size < reached.size;) {
    size = reached.size;
    for (const [one, other, coupling] of leads) {
      if (!reached.has(one)) continue;
      reached.add(other);
      if (coupling) entered.add(other);
    }
  }
  return [...entered].some((thing) => thing.startsWith(`${to}.`));
}

function leadsWithin(member: Sketch["members"][number]): readonly Lead[] {
  const own = (name: string): string => `${member.name}.${name}`;
  if (member.kind === "environment") {
    return [...member.quantities].flatMap(([quantity, reads]) =>
      (reads ?? []).map((read): Lead => [own(read), own(quantity), undefined]),
    );
  }
  const limits = member.limits.flatMap(({ blocks, reads }) =>
    reads.map((read): Lead => [own(read), own(blocks), undefined]),
  );
  return [...limits, ...triggersOf(member).flatMap((trigger) => leadsFromTrigger(member, trigger))];
}

function triggersOf({ programs }: SystemSketch): readonly string[] {
  return [...new Set(programs.flatMap((program) => program.on))];
}

function leadsFromTrigger(system: SystemSketch, trigger: string): readonly Lead[] {
  const clauses = system.programs
    .filter(({ on }) => on.includes(trigger))
    .flatMap((program) => program.clauses);
  const read = clauses.flatMap(({ kind, reads }) => (kind === "otherwise" ? [] : reads));
  const causes = [...read, ...(system.sensitivities.get(trigger) ?? [])];
  if (!trigger.startsWith("every")) causes.push(trigger.replace("own ", ""));
  const effects = [...clauses.flatMap(({ emits, sets }) => [...emits, ...sets]), "designated"];
  const own = (name: string): string => `${system.name}.${name}`;
  return causes.flatMap((cause) => effects.map((effect): Lead => [own(cause), own(effect), undefined]));
}

function leadsThroughChannels({ channels }: Sketch): readonly Lead[] {
  return channels.flatMap(({ coupling, from, to, reads }) =>
    [from[1], ...(reads ?? [])].map((part): Lead => [`${from[0]}.${part}`, to.join("."), coupling]),
  );
}
