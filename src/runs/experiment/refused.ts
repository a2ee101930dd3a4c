import type { Place } from "../../base/place.ts";

/** Thrown where what is asked for cannot be carried out; `message` is a sentence about it without its full stop. */
export class ExperimentRefused extends Error {
  readonly place: Place | undefined;
  readonly help: string | undefined;

  constructor(message: string, place?: Place, help?: string) {
    super(message);
    this.name = "ExperimentRefused";
    this.place = place;
    this.help = help;
  }
}
