/* What a condition is, where a text stands in its place. */
import type { Place } from "../../base/place.ts";
import { quoted } from "../../base/words.ts";
import type { CheckContext } from "../context.ts";
import { textBefore } from "./around.ts";
import { namesIn } from "./names.ts";

/** For an aim with something of the system or environment that the regulation is to move. */
export function conditionHelp(place: Place, context: CheckContext): readonly string[] {
  const { model, index } = context;
  if (!/\baim\s+$/u.test(textBefore(place, context))) {
    return [`a condition compares values, which a run can decide: ${quoted("economy.price <= 55")}`];
  }
  const around = ({ place: { file, start, end } }: { readonly place: Place }) =>
    file === place.file && start <= place.start && place.end <= end;
  const id = model.regulations.find(around)?.of?.id ?? "";
  const system = index.system(id);
  const parts = system?.expectations ?? index.environment(id)?.quantities ?? [];
  const number = parts.find(({ type }) => type.kind === "number");
  const [part] = number === undefined ? parts : [number];
  const owner = namesIn(place.file, context)(id);
  const example = `${part === undefined ? "economy.price" : `${owner}.${part.name}`} ${part === undefined ? "<= 55" : number === undefined ? "= …" : "<= …"}`;
  return [
    "an aim is a condition whose truth every run shows: what becomes of it says whether the regulation is effective or backfiring",
    `write what should be so of what is regulated: ${quoted(`aim ${example}`)}; what it is all for may stand in a comment \`///\` before the regulation`,
  ];
}
