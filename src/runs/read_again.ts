/* A model read again after somebody has changed its texts: nothing is asked of a host but what was read before. */
import type { Source } from "../base/source.ts";
import { applyChecks, type CheckResult } from "../checks/apply.ts";
import type { Severities } from "../checks/describe.ts";
import { checks } from "../checks/list.ts";
import type { Host } from "../model/host.ts";
import { resolve, type Resolved } from "../model/resolve.ts";
import { parse, type Parsed } from "../syntax/parse.ts";

export interface Rereading {
  /** The model with these texts in the place of its own, checked. */
  readonly checked: (texts: ReadonlyMap<string, string>) => CheckResult;
  /** The same, only read: with what was wrong with the texts and names, and none of what the checks find. */
  readonly read: (texts: ReadonlyMap<string, string>) => CheckResult;
}

/** Bibliographies are not read anew: whether a key is known does not depend on what is changed here. */
export function rereading(original: CheckResult, severities: Severities | undefined): Rereading {
  const { model, sources } = original;
  const unlooked: Severities = new Map(
    checks.filter(({ detect }) => detect !== undefined).map(({ name }) => [name, "off"]),
  );
  const known = {
    names: new Set(checks.map(({ name }) => name)),
    ofLanguage: new Set(checks.filter(({ group }) => group === "reading").map(({ name }) => name)),
  };
  /** What the texts were parsed into that were met last: most of them change seldom. */
  const parsed = new Map<string, Parsed>();

  function parseOnce(source: Source): Parsed {
    const last = parsed.get(source.name);
    if (last?.source.text === source.text) return last;
    const fresh = parse(source);
    parsed.set(source.name, fresh);
    return fresh;
  }

  function resolved(texts: ReadonlyMap<string, string>): Resolved {
    const textOf = (name: string): string | undefined => texts.get(name) ?? sources.get(name)?.text;
    const entry = { name: model.entry, text: textOf(model.entry) ?? "" };
    return resolve(entry, hostOver(original, textOf), { checks: known, parse: parseOnce });
  }

  return {
    checked: (texts) => applyChecks(resolved(texts), { severities }),
    read: (texts) => applyChecks(resolved(texts), { severities: unlooked }),
  };
}

/** Imports lead to where they led. */
function hostOver({ model }: CheckResult, textOf: (name: string) => string | undefined): Host {
  return {
    locate(specifier, from, use) {
      const file = model.files.find(({ name }) => name === from);
      const found =
        use === "bibliography"
          ? file?.bibliographies.find((each) => each.file !== undefined)?.file
          : file?.imports.find((each) => each.specifier === specifier)?.file;
      return found === undefined
        ? { kind: "not_found", tried: [specifier], near: [] }
        : { kind: "found", name: found };
    },
    read(name) {
      const content = textOf(name);
      return content === undefined
        ? { kind: "unreadable", reason: "it was not read before" }
        : { kind: "read", content };
    },
  };
}
