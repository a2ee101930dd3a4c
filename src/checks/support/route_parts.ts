/* What the route of a regulation is made of, and how it can fail. */
import type { Place } from "../../base/place.ts";
import type { Channel, Coupling } from "../../model/model.ts";
import type { Id, Ref } from "../../model/reference.ts";

/** A coupling of the route, and the channels in it that lead on. */
export interface Hop {
  readonly coupling: Coupling;
  readonly ref: Ref;
  readonly from: Id;
  readonly to: Id;
  readonly channels: readonly Channel[];
}

/** A system on the route that is irritated and then does nothing that the next coupling carries. */
export interface Gap {
  readonly arriving: Hop;
  readonly leaving: Hop;
}

export type Break =
  /** The regulation does not say these of its parts. */
  | { readonly kind: "unsaid"; readonly parts: readonly string[] }
  /** The coupling is not one of the system that the route has come to. */
  | { readonly kind: "elsewhere"; readonly at: Id; readonly coupling: Coupling }
  /** The coupling has no channel in that direction. */
  | { readonly kind: "no channel"; readonly from: Id; readonly to: Id; readonly coupling: Coupling }
  /** The first coupling does not carry the starting operation; it carries these. */
  | {
      readonly kind: "start";
      readonly operation: string;
      readonly from: Id;
      readonly to: Id;
      readonly coupling: Coupling;
      readonly carries: readonly string[];
    }
  /** What arrives in an environment or population changes nothing that the coupling carries on. */
  | { readonly kind: "environment"; readonly at: Id; readonly to: Id; readonly coupling: Coupling }
  /** The couplings lead to another end than the target. */
  | { readonly kind: "other end"; readonly at: Id; readonly target: Id };

export type Route =
  /** Something of it could not be resolved, or is reported otherwise; nothing can be said. */
  | { readonly kind: "unknown" }
  | { readonly kind: "broken"; readonly place: Place; readonly because: Break }
  | { readonly kind: "whole"; readonly hops: readonly Hop[]; readonly gaps: readonly Gap[] };
