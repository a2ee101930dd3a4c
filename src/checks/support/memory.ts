/*
 * What checks have found in a model while it is being written, and may find again without looking. Of each check it is known
 * at what it has looked; as long as that is the same, and nothing that it spoke of has changed, its findings hold.
 */
import type { Place } from "../../base/place.ts";
import type { Finding } from "../../diagnostics/define.ts";
import type { Model, System } from "../../model/model.ts";
import type { AnyCheck, CheckContext, Shared } from "../context.ts";
import { findBrakes } from "./brakes.ts";

/** Kept from one check of a model to the next, and changed by each. */
export interface CheckMemory {
  readonly seen: Map<AnyCheck, Seen>;
  readonly inItems: Map<AnyCheck, InItems>;
}

export function createCheckMemory(): CheckMemory {
  return { seen: new Map(), inItems: new Map() };
}

type Found = readonly Finding<unknown>[];

/** The findings of a check in a model. */
interface Seen {
  readonly context: CheckContext;
  readonly read: ReadonlySet<List>;
  /** Whether it has looked at the text as well, for an edit. */
  readonly readText: boolean;
  readonly found: Found;
  /** All places that these speak of. */
  readonly places: readonly Place[];
}

/** The findings of a check in each declaration, as long as the others show the same. */
interface InItems {
  readonly shown: object;
  readonly context: CheckContext;
  /** By the declaration, where there are any. */
  readonly found: ReadonlyMap<object, InItem>;
}

interface InItem {
  readonly list: List;
  readonly found: Finding<unknown>[];
}

/** The lists of a model that a check can look at. */
const lists = [
  "files",
  "societies",
  "systems",
  "environments",
  "couplings",
  "regulations",
  "scenarios",
  "importedScenarios",
  "properties",
  "experiments",
] as const satisfies readonly (keyof Model)[];
type List = (typeof lists)[number];

interface Item {
  readonly place: Place;
  readonly bodies?: readonly Place[];
}

/** What has the checks look, and remembers. `shown`: the same as long as the declarations show each other the same. */
export function detecting(
  context: CheckContext,
  shown: object | undefined,
  memory: CheckMemory | undefined,
): (check: AnyCheck) => Found {
  const differences = new Map<CheckContext, Difference>();

  function detect(check: AnyCheck, among: CheckContext): Found {
    return [...(check.detect?.(among) ?? [])];
  }

  function differenceFrom(before: CheckContext): Difference {
    let known = differences.get(before);
    if (known === undefined) differences.set(before, (known = difference(before, context)));
    return known;
  }

  function look(check: AnyCheck, { seen }: CheckMemory): Found {
    const before = seen.get(check);
    if (before !== undefined && holds(check, before, differenceFrom(before.context))) {
      // They hold in this model as well: nothing of the one before need be kept for them.
      seen.set(check, { ...before, context });
      return before.found;
    }
    const { watched, read, hasReadText } = watching(context);
    const found = detect(check, watched);
    seen.set(check, { context, read, readText: hasReadText(), found, places: [...placesIn(found)] });
    return found;
  }

  /** Looks at those declarations alone that have changed. */
  function lookWithin(check: AnyCheck, shown: object, { inItems }: CheckMemory): Found {
    const before = inItems.get(check);
    const { fresh, gone, changed } =
      before?.shown === shown ? differenceFrom(before.context) : everything(context.model);
    const found = new Map<object, InItem>();
    const again: Partial<Record<List, object[]>> = {};
    for (const list of lists) again[list] = [...(fresh.get(list) ?? [])];
    for (const [item, own] of before?.shown === shown ? before.found : []) {
      if (gone.has(item)) continue;
      // What it has been told of another may be otherwise now.
      if ([...placesIn(own.found)].some((place) => changed.some((span) => touch(span, place))))
        again[own.list]?.push(item);
      else found.set(item, own);
    }
    const ownerOf = ownersOf(again);
    // Part of a model is a model.
    const part = { ...context.model, ...again } as Model;
    for (const finding of detect(check, among(part, context))) {
      const owner = ownerOf(finding.place);
      if (owner === undefined) {
        inItems.delete(check);
        return detect(check, context);
      }
      const own = found.get(owner.item);
      if (own === undefined) found.set(owner.item, { list: owner.list, found: [finding] });
      else own.found.push(finding);
    }
    inItems.set(check, { shown, context, found });
    return [...found.values()].flatMap((own) => own.found);
  }

  return (check) => {
    if (memory === undefined) return detect(check, context);
    return check.perDeclaration === true && shown !== undefined
      ? lookWithin(check, shown, memory)
      : look(check, memory);
  };
}

/** A context in which there are only some of the declarations to look at; all can be asked for. */
function among(model: Model, context: CheckContext): CheckContext {
  const { index, shared, source } = context;
  return {
    model,
    index,
    shared,
    source,
    get flow() {
      return context.flow;
    },
  };
}

/** In which of the declarations a place lies: they stand one behind the other. */
function ownersOf(
  items: Partial<Record<List, readonly object[]>>,
): (place: Place) => { readonly item: Item; readonly list: List } | undefined {
  const spans = lists.flatMap((list) =>
    (list === "files" ? [] : ((items[list] ?? []) as readonly Item[])).flatMap((item) =>
      [item.place, ...(item.bodies ?? [])].map((place) => ({ place, item, list })),
    ),
  );
  const byFile = new Map<string, typeof spans>();
  for (const span of spans) {
    const others = byFile.get(span.place.file);
    if (others === undefined) byFile.set(span.place.file, [span]);
    else others.push(span);
  }
  for (const own of byFile.values()) own.sort((a, b) => a.place.start - b.place.start);
  return ({ file, start }) => {
    const own = byFile.get(file) ?? [];
    let [low, high] = [0, own.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((own[middle]?.place.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const found = own[low - 1];
    return found !== undefined && start <= found.place.end ? found : undefined;
  };
}

/** The context, and at what of it somebody has looked. */
function watching(context: CheckContext): {
  readonly watched: CheckContext;
  readonly read: ReadonlySet<List>;
  readonly hasReadText: () => boolean;
} {
  const read = new Set<List>();
  let text = false;
  const mark = (...some: readonly List[]): void => {
    for (const list of some) read.add(list);
  };
  const model = observed(context.model, (key) => {
    if ((lists as readonly string[]).includes(key)) mark(key as List);
  });
  const index = observed(context.index, (key) => {
    mark(...(key === "declared" ? lists : coupled));
  });
  const shared = observed<Shared>(context.shared, (key) => {
    if (key === "startedOperations" || key === "declaredNames") mark(...lists);
    else if (key === "namesIn" || key === "canonicalFiles") mark("files");
    else mark(...coupled);
    if (key === "placeForCoupling" || key === "placeForRegulation") {
      mark(...lists);
      text = true;
    }
  });
  const watched: CheckContext = {
    model,
    index,
    shared,
    get flow() {
      mark(...coupled);
      return context.flow;
    },
    source(file) {
      text = true;
      return context.source(file);
    },
  };
  return { watched, read, hasReadText: () => text };
}

/** What irritates, and what carries it. */
const coupled = ["systems", "environments", "couplings", "regulations"] as const;

/** The same object, with somebody told of each property that is asked for. */
function observed<Observed extends object>(object: Observed, told: (key: string) => void): Observed {
  return new Proxy(object, {
    get(target, key, receiver) {
      if (typeof key === "string") told(key);
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
}

/** How a list differs from what it was: not at all, by where something stands, by numbers, or otherwise. */
type Degree = "same" | "moved" | "numbers" | "other";

interface Difference {
  readonly of: (list: List) => Degree;
  /** The declarations that were not there, or not so. */
  readonly fresh: ReadonlyMap<List, readonly object[]>;
  /** Those that are there no more, or not so. */
  readonly gone: ReadonlySet<object>;
  /** Where what has changed stood. */
  readonly changed: readonly Place[];
  /** Whether anything but what stands in the declarations is otherwise. */
  readonly between: boolean;
}

function holds(check: AnyCheck, before: Seen, { of, changed, between }: Difference): boolean {
  if (between && before.readText) return false;
  return (
    [...before.read].every((list) => {
      const degree = of(list);
      return (
        degree !== "other" && (degree !== "numbers" || (check.blindToNumbers === true && list === "systems"))
      );
    }) && !before.places.some((place) => changed.some((span) => touch(span, place)))
  );
}

function touch(a: Place, b: Place): boolean {
  return a.file === b.file && a.start <= b.end && b.start <= a.end;
}

/** The difference from a model in which there was nothing. */
function everything(model: Model): Pick<Difference, "fresh" | "gone" | "changed"> {
  return { fresh: new Map(lists.map((list) => [list, model[list] ?? []])), gone: new Set(), changed: [] };
}

function difference(before: CheckContext, now: CheckContext): Difference {
  const fresh = new Map<List, readonly object[]>();
  const gone = new Set<object>();
  const changed: Place[] = [];
  let between = false;
  const degrees = new Map<List, Degree>();
  for (const list of lists) degrees.set(list, degreeOf(list));
  const isSameModel = (["entry", "name", "label", "stepUnit"] as const).every(
    (key) => before.model[key] === now.model[key],
  );
  return {
    of: (list) => (isSameModel ? (degrees.get(list) ?? "other") : "other"),
    fresh,
    gone,
    changed,
    between,
  };

  function degreeOf(list: List): Degree {
    const [old, made] = [before.model[list] ?? [], now.model[list] ?? []];
    if (list === "files") {
      fresh.set(list, made);
      if (isAlike(old, made, true, true)) return "same";
      for (const { imports, bibliographies } of before.model.files)
        for (const { place } of [...imports, ...bibliographies]) changed.push(place);
      between = true;
      return isAlike(old, made, true, false) ? "moved" : "other";
    }
    let degree: Degree = old.length === made.length ? "same" : "other";
    between ||= old.length !== made.length;
    const last = new Set<object>(old);
    const next = new Set<object>(made);
    fresh.set(
      list,
      (made as readonly object[]).filter((item) => !last.has(item)),
    );
    old.forEach((one, index) => {
      const other = made[index];
      if (one === other) return;
      const item = one as Item;
      if (!next.has(one)) gone.add(one);
      changed.push(item.place, ...(item.bodies ?? []));
      if (other === undefined || degree === "other") degree = "other";
      else if (isAlike(one, other, true, false)) degree = degree === "same" ? "moved" : degree;
      else degree = isAlike(one, other, false, false) && brakeAlike(one, other) ? "numbers" : "other";
      between ||=
        other === undefined || textAround(before, item.place) !== textAround(now, (other as Item).place);
    });
    return degree;
  }

  /** Which way what is set goes counts, though numbers may say it. */
  function brakeAlike(one: object, other: object): boolean {
    if (!("kind" in one) || one.kind !== "system") return true;
    const brakes = [...findBrakes(one as System, before)];
    const others = findBrakes(other as System, now);
    return brakes.length === others.size && brakes.every((name) => others.has(name));
  }
}

/** The text around a declaration up to its neighbours, without the room at the ends of lines. */
function textAround({ source }: CheckContext, { file, start, end }: Place): string {
  const text = source(file)?.text ?? "";
  const next = text.indexOf("}", end);
  const before = text.slice(text.lastIndexOf("}", start - 1) + 1, start);
  return `${before}\0${text.slice(end, next < 0 ? text.length : next)}`.replace(/[ \t]+(?=[\r\n]|$)/g, "");
}

/** Whether two pieces of plain data are the same but for where they stand, and, without `numbers`, for numbers. */
function isAlike(one: unknown, other: unknown, numbers: boolean, places: boolean): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((each, index) => isAlike(each, other[index], numbers, places))
    );
  }
  const [first, second] = [one as Record<string, unknown>, other as Record<string, unknown>];
  if (!numbers && first["kind"] === "number" && second["kind"] === "number" && "value" in first) return true;
  const keys = Object.keys(first);
  if (keys.length !== Object.keys(second).length) return false;
  return keys.every((key) => {
    if (!places && (key === "start" || key === "end")) return true;
    return key in second && isAlike(first[key], second[key], numbers, places);
  });
}

function* placesIn(data: unknown): Generator<Place> {
  if (typeof data !== "object" || data === null) return;
  if (Array.isArray(data)) {
    for (const each of data) yield* placesIn(each);
    return;
  }
  if ("file" in data && "start" in data && "end" in data && typeof data.start === "number")
    yield data as Place;
  for (const value of Object.values(data)) yield* placesIn(value);
}
