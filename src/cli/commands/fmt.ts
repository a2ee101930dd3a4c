/* `niklas fmt`: gives models their one canonical layout, or says which have another. */
import { counted, quoted } from "../../base/words.ts";
import { visible } from "../../base/visible.ts";
import { positionAt, lineStartsOf, type Source } from "../../base/source.ts";
import { format } from "../../format/format.ts";
import { checks } from "../../index.ts";
import { diffText, writeAll, type Changed } from "../changed.ts";
import { fencesFor } from "../documents/fences_for.ts";
import { isDocument } from "../documents/is_document.ts";
import { laidOutDocument, type Left } from "../documents/layout.ts";
import { noModels } from "../documents/no_models.ts";
import { entriesOf } from "../entries.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import { UsageError, type Failure } from "../failure.ts";
import { lookOf } from "../look.ts";
import { standardInputName } from "../paths.ts";
import { settingsOf, type CheckArguments } from "../settings.ts";
import { sourceOfEntry } from "../source_of_entry.ts";
import { standardOverlay } from "../standard_input.ts";
import { print } from "../terminal.ts";

export interface FmtArguments extends Pick<CheckArguments, "paths" | "color" | "config" | "markdown"> {
  /** Writes nothing, and names what would change. */
  readonly check?: boolean;
  /** Writes nothing, and shows what would change. */
  readonly diff?: boolean;
}

export async function fmtCommand(typed: FmtArguments): Promise<Status> {
  const { check = false, diff = false } = typed;
  const settings = settingsOf(typed, checks);
  const { entries, failures: missing } = entriesOf(settings.paths, settings);
  const fromInput = entries.some(({ path }) => path === undefined);
  if (fromInput && entries.length > 1) {
    throw new UsageError(
      "standard input is laid out alone",
      "its text in the canonical layout goes to standard output",
    );
  }
  const failures: Failure[] = [...missing];
  const changed: Changed[] = [];
  const overlay = standardOverlay(entries);
  const fencesIn = await fencesFor(entries);
  let laidOut = 0;
  for (const entry of entries) {
    const source = sourceOfEntry(entry, { workingFolder: settings.workingFolder, overlay });
    if ("message" in source) {
      failures.push(source);
      continue;
    }
    if (fencesIn !== undefined && isDocument(source.name)) {
      const { text, count, left } = laidOutDocument(source, fencesIn);
      laidOut += count;
      failures.push(...left.map((block) => leftFailure(source, block)));
      if (text !== source.text) changed.push({ source, text });
      continue;
    }
    const formatted = format(source);
    if (formatted.kind === "formatted") laidOut += 1;
    if (formatted.kind === "broken") failures.push(brokenFailure(source, formatted.problems[0]?.place.start));
    else if (fromInput && !check && !diff) print("output", formatted.text);
    else if (formatted.text !== source.text) changed.push({ source, text: formatted.text });
  }

  const look = lookOf(settings, "output");
  if (diff) print("output", changed.map((one) => diffText(one, look)).join(""));
  if (check) tellNames(changed);
  else if (!diff && !fromInput) failures.push(...writeAll(changed, settings.workingFolder));
  if (failures.length === 0 && laidOut === 0) failures.push(noModels(entries, settings));
  if (failures.length === 0 && changed.length === 0 && !fromInput)
    print("output", `${counted(laidOut, "model")} in the canonical layout\n`);
  reportFailures(failures);
  if (failures.length > 0) return statuses.failed;
  return (check || diff) && changed.length > 0 ? statuses.found : statuses.fine;
}

/** What is not understood is not touched. */
function brokenFailure({ name, text }: Source, offset = 0): Failure {
  const { line, column } = positionAt(lineStartsOf(text), offset);
  return {
    message: `${quoted(name)} is left as it is: what stands at ${line}:${column} cannot be read`,
    help: `\`niklas check ${name === standardInputName ? "-" : name}\` says what is wrong there`,
  };
}

function leftFailure({ name, text }: Source, { kind, offset }: Left): Failure {
  const { line, column } = positionAt(lineStartsOf(text), offset);
  if (kind === "closing") {
    return {
      message: `the block at ${line}:${column} of ${quoted(name)} is left as it is: a line of it would close it`,
      help: "a longer fence, of four signs for example, keeps such a line in",
    };
  }
  return {
    message: `a block of ${quoted(name)} is left as it is: what stands at ${line}:${column} cannot be read`,
    help: `\`niklas check ${name}\` says what is wrong there`,
  };
}

function tellNames(changed: readonly Changed[]): void {
  print("output", changed.map(({ source }) => `${visible(source.name)}\n`).join(""));
  if (changed.length === 0) return;
  const names = changed.length === 1 ? "it" : "them";
  print(
    "errors",
    `niklas: ${counted(changed.length, "model")} in another layout; \`niklas fmt\` gives ${names} the canonical one\n`,
  );
}
