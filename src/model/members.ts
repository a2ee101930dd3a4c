/*
 * The members of each system: those that `like` copies, those of its own body, and those that `extend` adds, each
 * with the file it stands in. A member of a new body replaces the copied one of its name; nothing else replaces.
 */
import { limits } from "../base/limits.ts";
import { placeIn } from "../base/place.ts";
import type { Place } from "../base/place.ts";
import type * as tree from "../syntax/tree.ts";
import type { LoadedFile } from "./loaded.ts";
import type { Named, Thing } from "./problems.ts";
import type { Report } from "./report.ts";
import { namedDeclaration } from "./declarations.ts";
import type { Declaration, Extension } from "./declarations.ts";

export interface Member {
  readonly node: tree.Member;
  readonly file: LoadedFile;
  /** The declaration (a system or an `extend`) in whose body it stands. */
  readonly within: Place;
  /** Whether it comes from another system, by `like`. */
  readonly copied: boolean;
}

export interface Members {
  readonly members: readonly Member[];
  readonly bodies: readonly Place[];
  /** Not all members are known, for a reason that has been reported. */
  readonly incomplete: boolean;
  /** The system is in the end like itself. */
  readonly circular: boolean;
}

/** A system to be put together. */
export interface SystemParts {
  readonly declaration: Declaration;
  readonly node: tree.System;
  /** The system it is like; `lost` if there is none of that name. */
  readonly like: Declaration | "lost" | undefined;
  readonly extensions: readonly Extension[];
  /** Further declarations under its name, which is a mistake: their members are taken in, so that uses of them are not reported. */
  readonly twins: readonly Declaration[];
}

/** Puts all systems together, those that others are like before these. Circles of `like` are reported and cut. */
export function gatherMembers(
  systems: ReadonlyMap<Declaration, SystemParts>,
  report: Report,
): ReadonlyMap<Declaration, Members> {
  const gathered = new Map<Declaration, Members>();
  const copying = { left: limits.copiedText };
  for (const start of systems.values()) {
    // The chain from this system over those it is like, down to one that is known or like none.
    const chain: SystemParts[] = [];
    const inChain = new Set<Declaration>();
    let next: SystemParts | undefined = start;
    while (next !== undefined && !gathered.has(next.declaration) && !inChain.has(next.declaration)) {
      chain.push(next);
      inChain.add(next.declaration);
      next = next.like === undefined || next.like === "lost" ? undefined : systems.get(next.like);
    }
    const first = next;
    const circle =
      first !== undefined && inChain.has(first.declaration) ? chain.slice(chain.indexOf(first)) : [];
    if (circle.length > 0) reportCircle(circle, report);
    const inCircle = new Set(circle);
    for (const parts of chain.reverse()) {
      const base =
        parts.like === undefined || parts.like === "lost" || inCircle.has(parts)
          ? undefined
          : gathered.get(parts.like);
      const cut = parts.like === "lost" || inCircle.has(parts);
      gathered.set(parts.declaration, {
        ...gather(parts, base, cut, copying, report),
        circular: inCircle.has(parts),
      });
    }
  }
  return gathered;
}

function reportCircle(circle: readonly SystemParts[], report: Report): void {
  const named = circle.map(({ declaration, node }): Named => {
    const place = placeIn(declaration.file.name, node.like ?? node);
    return { name: declaration.name, what: declaration.what, place };
  });
  const place = named[0]?.place;
  if (place !== undefined) {
    report.add({ check: "like_cycle", place, facts: { what: "system", circle: named } });
  }
}

type Origin = "copy" | "body" | "extend" | "twin";

function gather(
  parts: SystemParts,
  base: Members | undefined,
  cut: boolean,
  copying: { left: number },
  report: Report,
): Omit<Members, "circular"> {
  const { declaration, node, extensions, twins } = parts;
  const owner = namedDeclaration(declaration);
  const members: (Member | undefined)[] = [];
  const slots = new Map<string, number>();
  const replacedCodes = new Set<string>();
  const bodies: Place[] = [];
  let incomplete = cut || base?.incomplete === true;

  function add(member: Member, origin: Origin): void {
    const slot = slotOf(member.node);
    if (slot === undefined) {
      members.push(member);
      return;
    }
    if (member.node.kind === "Code") {
      if (origin === "body" && !replacedCodes.has(slot)) {
        replacedCodes.add(slot);
        members.forEach((copied, index) => {
          if (copied?.copied === true && slotOf(copied.node) === slot) members[index] = undefined;
        });
      }
      members.push(member);
      return;
    }
    const index = slots.get(slot);
    const existing = index === undefined ? undefined : members[index];
    if (index === undefined || existing === undefined) {
      slots.set(slot, members.length);
      members.push(member);
    } else if (existing.copied && origin === "body") {
      members[index] = member;
    } else if (origin !== "twin") {
      reportTwice(existing, member, origin, owner, report);
    }
  }

  for (const member of base?.members ?? []) {
    if (member.node.kind === "Allow") continue;
    copying.left -= member.node.end - member.node.start;
    if (copying.left < 0) {
      incomplete = true;
      const place = placeIn(declaration.file.name, node.like ?? node);
      const facts = { what: "copied text", limit: limits.copiedText } as const;
      report.add({ check: "too_many", place, facts });
      break;
    }
    add(member.copied ? member : { ...member, copied: true }, "copy");
  }
  function addBody(body: tree.SystemBody | undefined, within: Place, file: LoadedFile, origin: Origin): void {
    if (body === undefined) return;
    if (origin !== "twin") bodies.push(placeIn(file.name, body));
    for (const item of body.items) add({ node: item, file, within, copied: false }, origin);
  }
  addBody(node.body, placeIn(declaration.file.name, node), declaration.file, "body");
  for (const { node: extend, scope } of extensions) {
    addBody(extend.body, placeIn(scope.file.name, extend), scope.file, "extend");
  }
  for (const twin of twins) {
    if (twin.node.kind === "System") {
      addBody(twin.node.body, placeIn(twin.file.name, twin.node), twin.file, "twin");
    }
  }
  return { members: members.filter((member) => member !== undefined), bodies, incomplete };
}

/** The namespace and name of a member, or what it is if it may stand once; undefined for what may stand often. */
function slotOf(node: tree.Member): string | undefined {
  switch (node.kind) {
    case "FunctionText":
    case "Medium":
    case "Contingency":
    case "Reflection":
      return node.kind;
    case "Code":
      return node.secondary ? "secondary code" : "code";
    case "Operation":
    case "Limit":
      return node.name.kind === "Missing" ? undefined : `operation ${node.name.text}`;
    case "Sensitivity":
    case "Expectation":
    case "Program":
    case "Role":
      return node.name.kind === "Missing" ? undefined : `${node.kind} ${node.name.text}`;
    case "Performs":
    case "Cite":
    case "Allow":
      return undefined;
  }
}

const keywords: ReadonlyMap<tree.Kind, string> = new Map([
  ["FunctionText", "function"],
  ["Medium", "medium"],
  ["Contingency", "contingency"],
  ["Reflection", "reflection"],
]);

const things: ReadonlyMap<tree.Kind, Thing> = new Map([
  ["Sensitivity", "sensitivity"],
  ["Operation", "operation"],
  ["Limit", "limit"],
  ["Expectation", "expectation"],
  ["Program", "program"],
  ["Role", "role"],
]);

function reportTwice(first: Member, second: Member, origin: Origin, owner: Named, report: Report): void {
  const keyword = keywords.get(second.node.kind);
  const firstPlace = placeIn(first.file.name, first.node);
  const secondPlace = placeIn(second.file.name, second.node);
  if (keyword !== undefined) {
    const facts = { member: keyword, first: firstPlace, second: secondPlace, owner };
    report.add({ check: "duplicate_member", place: secondPlace, facts });
    return;
  }
  const what = things.get(second.node.kind);
  const firstWhat = things.get(first.node.kind);
  if (what === undefined || firstWhat === undefined) return;
  if (!("name" in second.node) || !("name" in first.node)) return;
  if (second.node.name.kind === "Missing" || first.node.name.kind === "Missing") return;
  report.add({
    check: "duplicate_name",
    place: placeIn(second.file.name, second.node.name),
    facts: {
      name: second.node.name.text,
      what,
      first: {
        name: first.node.name.text,
        what: firstWhat,
        place: placeIn(first.file.name, first.node.name),
        owner: owner.name,
      },
      by: origin === "extend" ? "extend" : "declaration",
      owner,
    },
  });
}
