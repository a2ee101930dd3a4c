/* A small model with one of everything, and what is said of it with one stretch written otherwise. */
import { applyCertainFixes, check, type Diagnostic } from "../../src/index.ts";

export const model = `model home

environment room {
  temperature: number in -50..60 "°C" = 15
}

machine thermostat {
  function "keep the room warm"
  code too_cold / warm_enough
  sensitive to reading(degrees: number)
  operation heat
  expectation target: number = 20
  limit frost blocks heat when target < 5
  program regulate conditional on reading {
    when degrees < target -> too_cold { emit heat }
    otherwise -> warm_enough
  }
}

coupling c between room and thermostat {
  room.temperature -> thermostat.reading(degrees: temperature)
  thermostat.heat -> room { temperature := temperature + 1 }
}

scenario cold {
  change room.temperature to 10
  run 3 steps
  expect thermostat designates too_cold
}

property warm { eventually room.temperature > 19 }

experiment e of cold {
  vary thermostat.target from 1 to 3 by 1
  measure final = room.temperature
  runs 10
}
`;

/** The model with one stretch written otherwise. */
export function rewritten(from: string, to: string): string {
  const parts = model.split(from);
  if (parts.length < 2) throw new Error(`${from} does not stand in the model`);
  const [before = "", ...after] = parts;
  return before + to + after.join(from);
}

/** The errors in the model with the first stretch of this kind written otherwise. */
export function errorsOf(from: string, to: string): readonly Diagnostic[] {
  return check(rewritten(from, to)).diagnostics.filter(({ severity }) => severity === "error");
}

/** What the certain edits for what is not of the language make of it; undefined if there are none. */
export function mendedFrom(from: string, to: string): string | undefined {
  const { diagnostics, sources } = check(rewritten(from, to));
  const reading = diagnostics.filter((found) => found.check === "syntax_error");
  return applyCertainFixes(reading, sources).texts.get("model.sys");
}
