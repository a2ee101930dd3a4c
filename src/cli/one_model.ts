/* The one model that `run` and `why` are about. */
import { quoted } from "../base/words.ts";
import { nearest } from "../base/near.ts";
import { renderText } from "../diagnostics/show/text.ts";
import type { CheckResult } from "../index.ts";
import { prepare, UnknownScenario, type Prepared } from "../runs/prepared.ts";
import { withBibliographies } from "./bibliographies.ts";
import { checkEntry } from "./check_entry.ts";
import { entriesOf, standardInput } from "./entries.ts";
import { reportFailures, statuses, type Status } from "./errors.ts";
import { UsageError } from "./failure.ts";
import type { Look } from "./look.ts";
import { kindAt, pathOf, realPath, standardInputName } from "./paths.ts";
import type { Settings } from "./settings.ts";
import { standardOverlay } from "./standard_input.ts";
import { print } from "./terminal.ts";
import { resolve } from "node:path";

export type ReadyModel =
  | { readonly kind: "ready"; readonly name: string; readonly prepared: Prepared }
  /** It cannot be read, or has errors, which has been told; the status to end with. */
  | { readonly kind: "not ready"; readonly status: Status; readonly checked: CheckResult | undefined };

/** Makes what a text of JavaScript says: long runs become several times as fast by it. */
export function evaluate(text: string): unknown {
  return new Function(`return ${text}`)();
}

/** Reads and checks a model, and makes it ready to run; tells what keeps it from being run. */
export async function readyModel(path: string, settings: Settings, look: Look): Promise<ReadyModel> {
  const { workingFolder, levels } = settings;
  if (kindAt(realPath(resolve(workingFolder, path)) ?? "") === "folder") {
    throw new UsageError(
      `${quoted(path)} is a folder`,
      `name a model in it; \`niklas test ${path}\` runs all of them`,
    );
  }
  const { entries, failures } = entriesOf([path], settings);
  const [entry] = entries;
  if (entry === undefined) {
    reportFailures(failures);
    return { kind: "not ready", status: statuses.failed, checked: undefined };
  }
  const overlay = standardOverlay(entries);
  const checked = await withBibliographies((readBibliography) =>
    checkEntry(entry, { workingFolder, levels, overlay, readBibliography }),
  );
  if ("message" in checked) {
    reportFailures([checked]);
    return { kind: "not ready", status: statuses.failed, checked: undefined };
  }
  const { name, result } = checked;
  const prepared = prepare(result, { evaluate });
  if (prepared.errors.length === 0) return { kind: "ready", name, prepared };
  tellErrors(prepared, look);
  return { kind: "not ready", status: statuses.found, checked: result };
}

function tellErrors({ errors, checked }: Prepared, { colour, ascii, width }: Look): void {
  const text = renderText(errors, (file) => checked.sources.get(file), {
    colour,
    ascii,
    ...(width !== undefined && { width }),
  });
  print("output", text);
  const several = errors.length > 1 ? "these errors" : "this error";
  print("errors", `niklas: with ${several} the model does not run\n`);
}

/** The files of a model, and the one that was named, by absolute paths. */
export function inputsOf(path: string, ready: ReadyModel, { workingFolder }: Settings): ReadonlySet<string> {
  const checked = ready.kind === "ready" ? ready.prepared.checked : ready.checked;
  const files = checked?.model.files ?? [];
  const names = files.flatMap(({ name, canonical, bibliographies }) =>
    canonical ? [] : [name, ...bibliographies.flatMap(({ file }) => file ?? [])],
  );
  const own = path === standardInput ? [] : [resolve(workingFolder, path)];
  return new Set([
    ...own,
    ...names.filter((name) => name !== standardInputName).map((name) => pathOf(workingFolder, name)),
  ]);
}

/** What to say to a name that is no scenario of the model. */
export function unknownScenario({ scenario, known }: UnknownScenario, file: string): UsageError {
  if (known.length === 0)
    return new UsageError(
      `there is no scenario to run in ${quoted(file)}`,
      "a scenario begins with `scenario NAME {`",
    );
  const near = nearest(scenario, known);
  const all = known.map(quoted).join(", ");
  return new UsageError(
    `there is no scenario ${quoted(scenario)} in ${quoted(file)}`,
    near.length > 0 ? `a name like it: ${quoted(near[0] ?? "")}` : `its scenarios are ${all}`,
  );
}
