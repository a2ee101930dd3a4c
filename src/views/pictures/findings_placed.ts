/* Where on a map a finding belongs: by the place in the text of which it speaks. */
import { contains, type Place } from "../../base/place.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Channel, Coupling, Model, Step } from "../../model/model.ts";
import type { Id } from "../../model/reference.ts";
import { everyStep, namedInStep } from "./steps.ts";

export type Spot =
  | { readonly kind: "thing"; readonly id: Id }
  | { readonly kind: "channel"; readonly coupling: Coupling; readonly channel: Channel }
  /** A perturbation that no coupling carries. */
  | { readonly kind: "perturbation"; readonly from: Id; readonly to: Id; readonly operation: string };

type StepOfKind<Kind extends Step["kind"]> = Extract<Step, { kind: Kind }>;

interface Stretch {
  readonly place: Place;
  readonly spot: Spot;
}

/**
 * Finds the spots of findings: the smallest stretch of text around the finding that belongs to a thing of the map. What is
 * said of a scenario belongs to whom the step speaks of. Undefined for what speaks of none: a header, a property.
 */
export function spotsIn(model: Model): (diagnostic: Diagnostic) => Spot | undefined {
  const files = new Map<string, Stretch[]>();
  const put = (place: Place, spot: Spot): void => {
    const known = files.get(place.file);
    if (known === undefined) files.set(place.file, [{ place, spot }]);
    else known.push({ place, spot });
  };
  for (const { id, place } of [...model.societies, ...model.environments]) put(place, { kind: "thing", id });
  for (const { id, place, bodies } of model.systems) {
    for (const each of [place, ...bodies]) put(each, { kind: "thing", id });
  }
  for (const coupling of model.couplings) {
    put(coupling.place, { kind: "thing", id: coupling.id });
    for (const channel of coupling.channels) put(channel.place, { kind: "channel", coupling, channel });
  }
  for (const { place, by, of } of model.regulations) {
    if (of) put(place, { kind: "thing", id: of.id });
    if (by) put(by.place, { kind: "thing", id: by.id });
  }
  const steps = model.scenarios.flatMap(({ block }) => everyStep(block));
  for (const step of steps) {
    const named = namedInStep(step).map(({ id, place }) => ({ id: actedOn(model, id), place }));
    const [first] = named;
    if (first) put(step.place, { kind: "thing", id: first.id });
    for (const { id, place } of named) put(place, { kind: "thing", id });
  }
  const perturbations = steps.filter((step): step is StepOfKind<"perturb"> => step.kind === "perturb");

  return ({ check, place }) => {
    if (check === "uncoupled_perturbation") {
      const step = perturbations.find(({ target }) => samePlace(target.place, place));
      if (step !== undefined) {
        const { source, target, operation } = step;
        return { kind: "perturbation", from: source.id, to: target.id, operation: operation.name };
      }
    }
    const around = (files.get(place.file) ?? []).filter((stretch) => contains(stretch.place, place));
    return smallest(around)?.spot;
  };
}

/** A regulation is no thing of the map: it stands for whom it is to regulate. */
function actedOn({ regulations }: Model, id: Id): Id {
  return regulations.find((regulation) => regulation.id === id)?.of?.id ?? id;
}

function samePlace(one: Place, other: Place): boolean {
  return one.file === other.file && one.start === other.start && one.end === other.end;
}

function smallest(stretches: readonly Stretch[]): Stretch | undefined {
  let found: Stretch | undefined;
  for (const stretch of stretches) {
    if (found === undefined || sizeOf(stretch) <= sizeOf(found)) found = stretch;
  }
  return found;
}

function sizeOf({ place }: Stretch): number {
  return place.end - place.start;
}
