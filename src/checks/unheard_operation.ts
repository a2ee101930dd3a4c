import { listed, quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import { isInEntry, whereStated } from "./support/at_work.ts";
import { called, namesIn } from "./support/names.ts";
import { observedOperations, operationKey } from "./support/occasions.ts";
import { everyStepTaken } from "./support/steps.ts";

interface Facts {
  readonly owner: string;
  readonly operation: string;
  readonly what: "operation" | "event";
  /** With whom the owner is coupled. */
  readonly partners: readonly string[];
}

export const unheard_operation = defineCheck<Facts>({
  name: "unheard_operation",
  severity: "hint",
  group: "couplings",
  summary: "an operation that no channel carries",
  fromAbsence: true,
  sources: ["Luhmann 1986, ch. 4", "Luhmann 1997, ch. 1"],
  blindToNumbers: true,

  *detect(context) {
    const { model, index } = context;
    const observed = observedOperations(context);
    // A perturbation with an operation that nothing carries is `uncoupled_perturbation`'s to report.
    const perturbing = new Set<string>();
    for (const step of everyStepTaken(context)) {
      if (step.kind === "perturb") perturbing.add(operationKey(step.operation.owner, step.operation.name));
    }
    for (const owner of [...model.systems, ...model.environments]) {
      const couplings = index.couplingsOf(owner.id).filter(({ left, right }) => left?.id !== right?.id);
      if (couplings.length === 0) continue;
      const partners = couplings
        .flatMap(({ left, right }) => [left, right])
        .flatMap((side) => {
          return side === undefined || side.id === owner.id ? [] : [side.id];
        });
      const own =
        owner.kind === "system"
          ? new Set(
              owner.programs.flatMap((program) =>
                program.triggers.flatMap((trigger) => (trigger.kind === "own" ? [trigger.operation] : [])),
              ),
            )
          : new Set<string>();
      for (const item of owner.kind === "system" ? owner.operations : owner.events) {
        const key = operationKey(owner.id, item.name);
        if (own.has(item.name) || observed.has(key) || perturbing.has(key)) continue;
        if (index.channelsFrom(owner.id, item.name).length > 0) continue;
        const place = owner.kind === "system" ? whereStated(owner, item, context) : item.namePlace;
        if (!isInEntry(place, context)) continue;
        yield {
          place,
          facts: {
            owner: called(owner, place, context),
            operation: item.name,
            what: owner.kind === "system" ? "operation" : "event",
            partners: [...new Set(partners)].map(namesIn(place.file, context)),
          },
        };
      }
    }
  },

  words({ owner, operation, what, partners }) {
    const [first] = partners;
    return {
      message: `no other system notices \`${owner}.${operation}\``,
      label: "no channel carries it",
      why: [
        what === "event"
          ? "what happens in the environment is noise until a coupling makes it something that a system is sensitive to"
          : "a system operates for itself; for all others that is noise, unless a coupling carries it to what they are sensitive to",
      ],
      help: [
        first === undefined
          ? `couple \`${owner}\` with a system that should notice it`
          : `if ${listed(partners.slice(0, 3).map(quoted), "or")} should notice it, add a channel: \`${owner}.${operation} -> ${first}.…\`; if it is meant to be noise, nothing is missing`,
      ],
    };
  },
});
