import { later, laterOf } from "../../base/later.ts";
import type { Source } from "../../base/source.ts";
import { buildFlow } from "../../flow/build.ts";
import { influences } from "../../flow/influences.ts";
import { indexModel } from "../../model/lookup.ts";
import type { Model } from "../../model/model.ts";
import type { CheckContext } from "../context.ts";
import { findHomes } from "./codes.ts";
import { findDeadClauses } from "./decisions.ts";
import { findNamesIn } from "./names.ts";
import { findNames, findPlaceForCoupling, findPlaceForRegulation } from "./new_declaration.ts";
import { gatherStarted } from "./occasions.ts";
import { findOwners } from "./owners.ts";
import { decisionLists } from "./programs.ts";
import { followRoute } from "./route.ts";

/** All that the checks may look at, for one model. */
export function createContext(model: Model, sources: ReadonlyMap<string, Source>): CheckContext {
  const index = indexModel(model);
  const flow = later(() => buildFlow(model));
  const homes = later(() => findHomes(context));
  const context: CheckContext = {
    model,
    index,
    get flow() {
      return flow();
    },
    source: (file) => sources.get(file),
    shared: {
      route: laterOf((regulation) => followRoute(regulation, context)),
      decisionLists: laterOf(decisionLists),
      deadClauses: laterOf((system) => findDeadClauses(context.shared.decisionLists(system))),
      homesOf: (system) => homes()(system),
      startedOperations: later(() => gatherStarted(context)),
      influences: later(() => influences(flow(), index)),
      namesIn: laterOf((file) => findNamesIn(file, context)),
      placeForRegulation: laterOf((file) => findPlaceForRegulation(file, context)),
      placeForCoupling: laterOf((file) => findPlaceForCoupling(file, context)),
      ownersByPlace: later(() => findOwners(model)),
      declaredNames: later(() => findNames(context)),
      canonicalFiles: later(
        () => new Set(model.files.filter(({ canonical }) => canonical).map(({ name }) => name)),
      ),
    },
  };
  return context;
}
