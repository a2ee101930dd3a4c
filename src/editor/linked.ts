/*
 * Names that are the same within one construct, so that whoever changes one of them means all: the two sides of a coupling
 * in its head and at the ends of its channels, and the system whose regulation it is in `by` and in `starts with`. To write
 * another system there is no renaming: the system itself, and all that speaks of it elsewhere, stays what it is.
 */
import { placeIn, type Place } from "../base/place.ts";
import type { Parsed } from "../syntax/parse.ts";
import type { Coupling, Missing, Name, NamePath, Regulation } from "../syntax/tree.ts";

type Path = NamePath | Missing;

/**
 * The places of the names that change with the one at an offset, that one too; none if it stands alone. They go by what is
 * written: while one types, a name is nobody's yet.
 */
export function linkedNames({ tree, source }: Parsed, offset: number): readonly Place[] {
  const item = tree.items.find(({ start, end }) => start <= offset && offset <= end);
  const linked =
    item?.kind === "Coupling" ? sidesOf(item) : item?.kind === "Regulation" ? regulatorOf(item) : [];
  const around = linked.find((names) => names.some(({ start, end }) => start <= offset && offset <= end));
  return around === undefined || around.length < 2 ? [] : around.map((name) => placeIn(source.name, name));
}

function sidesOf({ left, right, body }: Coupling): readonly (readonly Name[])[] {
  const ends = (body?.items ?? []).flatMap((item) =>
    item.kind === "Channel" ? [item.source, item.target] : [],
  );
  return [linkedTo(left, ends), linkedTo(right, ends)];
}

function regulatorOf({ body }: Regulation): readonly (readonly Name[])[] {
  const items = body?.items ?? [];
  const starts = items.flatMap((item) => (item.kind === "StartsWith" ? [item.operation] : []));
  return items.flatMap((item) => (item.kind === "RegulationBy" ? [linkedTo(item.system, starts)] : []));
}

/** The last name of a path, and the same name in those that go on from it or are it. */
function linkedTo(path: Path, others: readonly Path[]): readonly Name[] {
  const names = namesOf(path);
  const last = names.at(-1);
  if (last === undefined) return [];
  const same = others.flatMap((other) => {
    const written = namesOf(other);
    const goesOn = names.every((name, index) => name.text === written[index]?.text);
    return goesOn ? (written[names.length - 1] ?? []) : [];
  });
  return [last, ...same];
}

function namesOf(path: Path): readonly Name[] {
  return path.kind === "Missing" ? [] : path.names;
}
