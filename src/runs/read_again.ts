/* A model read again after somebody has changed its texts: nothing is asked of a host but what was read before. */
import { applyChecks, type CheckResult } from "../checks/apply.ts";
import type { Severities } from "../checks/describe.ts";
import { checks } from "../checks/list.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../model/host.ts";
import { parsingOnce } from "../model/parse_once.ts";
import { resolve, type Resolved } from "../model/resolve.ts";

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
  const parse = parsingOnce();

  function resolved(texts: ReadonlyMap<string, string>): Resolved {
    const textOf = (name: string): string | undefined => texts.get(name) ?? sources.get(name)?.text;
    const entry = { name: model.entry, text: textOf(model.entry) ?? "" };
    return resolve(entry, hostOver(original, textOf), { checks: known, parse });
  }

  return {
    checked: (texts) => applyChecks(resolved(texts), { severities }),
    read(texts) {
      const read = applyChecks(resolved(texts), { severities: unlooked });
      // What is expected to be found by checks that do not look is not missing.
      const isOwn = ({ check }: Diagnostic): boolean => check !== "expected_violation_missing";
      return { ...read, diagnostics: read.diagnostics.filter(isOwn) };
    },
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
