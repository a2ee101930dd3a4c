/* `niklas refactor`: what can be changed in a model, and the change. */
import { resolve } from "node:path";
import { nearest } from "../../base/near.ts";
import { shellWord } from "../../base/shell_word.ts";
import { visible } from "../../base/visible.ts";
import { counted, listed, quoted } from "../../base/words.ts";
import { made } from "../../editor/refactorings/made.ts";
import {
  isRefused,
  type Asked,
  type Offer,
  type Refactoring,
} from "../../editor/refactorings/refactoring.ts";
import { offeredAt, refactoringNamed, refactorings } from "../../editor/refactorings/table.ts";
import { textOf } from "../../editor/study.ts";
import { checks } from "../../index.ts";
import { diffText, writeAll } from "../changed.ts";
import { guardedText } from "../ci.ts";
import { isDocument } from "../documents/is_document.ts";
import { entriesOf } from "../entries.ts";
import { reportFailures, statuses, type Status } from "../errors.ts";
import { UsageError, type Failure } from "../failure.ts";
import { lookOf } from "../look.ts";
import { kindAt, realPath, standardInputName } from "../paths.ts";
import { pointedAt, positionText, stretchOf, type Pointed } from "../pointed.ts";
import { settingsOf, type CheckArguments, type Settings } from "../settings.ts";
import { standardOverlay } from "../standard_input.ts";
import { studied, type Studied } from "../studies.ts";
import { print } from "../terminal.ts";

export interface RefactorArguments extends Pick<CheckArguments, "color" | "severity" | "config"> {
  /** A name of the table, a file with a place, and what the refactoring is told; or a file with a place alone. */
  readonly words: readonly string[];
  /** Makes the change, which otherwise is shown. */
  readonly write?: boolean;
}

export async function refactorCommand(typed: RefactorArguments): Promise<Status> {
  const settings = settingsOf({ ...typed, paths: ["."] }, checks);
  const [first, ...rest] = typed.words;
  if (first === undefined) {
    print("output", tableText());
    return statuses.fine;
  }
  const refactoring = refactoringNamed(first);
  const word = refactoring === undefined ? first : rest[0];
  if (word === undefined && refactoring !== undefined) throw fileMissing(refactoring);
  const pointed = pointedAt(word ?? "", settings.workingFolder);
  const words = refactoring === undefined ? rest : rest.slice(1);
  if (refactoring === undefined) refuseUnknown(first, pointed, words, settings);
  const opened = await open(pointed, settings);
  if ("message" in opened) {
    reportFailures([opened]);
    return statuses.failed;
  }
  const at = stretchOf(pointed, textOf(opened.study, opened.study.entry));
  const asked: Asked = { study: opened.study, studies: [opened.study], restudy: opened.restudy, at, words };
  return refactoring === undefined
    ? list(asked, pointed)
    : await change(refactoring, asked, opened, pointed, typed.write ?? false, settings);
}

/** The model that is named; that it cannot be read is a failure. */
async function open({ path }: Pointed, settings: Settings): Promise<Studied | Failure> {
  if (kindAt(realPath(resolve(settings.workingFolder, path)) ?? "") === "folder")
    throw new UsageError(`${quoted(path)} is a folder`, "name a model in it");
  if (isDocument(path))
    throw new UsageError(
      `${quoted(path)} is a Markdown file, and what stands in one is not refactored`,
      "put the model into a file of its own, whose name ends with `.sys`",
    );
  const { entries, failures } = entriesOf([path], settings);
  const [entry] = entries;
  if (entry === undefined) return failures[0] ?? { message: `there is no model ${quoted(path)}` };
  return await studied(entry, settings, standardOverlay(entries));
}

// ── What can be done ──────────────────────────────────────────────────────

function list(asked: Asked, pointed: Pointed): Status {
  const { study } = asked;
  const lines = offeredAt(asked)
    .map(({ refactoring, offer }) => ({
      start: offer.place.start,
      text: offerText(refactoring, offer, asked),
    }))
    .sort((a, b) => a.start - b.start)
    .map(({ text }) => text);
  if (pointed.column !== undefined) {
    const renaming = refactoringNamed("rename")?.find({ ...asked, words: ["NEW_NAME"] }) ?? [];
    if (!isRefused(renaming))
      for (const { title } of renaming) {
        const where = `${study.entry}:${pointed.line}:${pointed.column}`;
        lines.push(
          `  ${title.replace(/ to .*$/u, "")}\n    niklas refactor rename ${shellWord(where)} NEW_NAME\n`,
        );
      }
  }
  if (lines.length === 0) {
    const where =
      pointed.line === undefined ? quoted(pointed.path) : `line ${pointed.line} of ${quoted(pointed.path)}`;
    reportFailures([{ message: `there is nothing to be changed in ${where}`, help: "`niklas refactor` lists the refactorings, and where they apply" }]); // prettier-ignore
    return statuses.found;
  }
  print("output", guardedText(lines.join(""), process.env));
  return statuses.fine;
}

function offerText({ name }: Refactoring, offer: Offer, { study }: Asked): string {
  const { title, place, words, points } = offer;
  const text = textOf(study, study.entry);
  const file = study.entry === standardInputName ? "-" : study.entry;
  const here = place.file === study.entry;
  const where = points === "no" ? file : `${file}:${positionText(text, place.start, points === "column")}`;
  const line = here ? `${visible(study.entry)}:${positionText(text, place.start, false)} ` : "";
  const command = ["niklas", "refactor", name, where, ...words].map(shellWord).join(" ");
  return `${line}${visible(title)}\n    ${visible(command)}\n`;
}

// ── The change ────────────────────────────────────────────────────────────

async function change(
  refactoring: Refactoring,
  asked: Asked,
  { study, project, restudy }: Studied,
  pointed: Pointed,
  write: boolean,
  settings: Settings,
): Promise<Status> {
  // Only these two look at what others import.
  const wide = refactoring.kind === "rename" || refactoring.kind === "extract";
  const whole = wide ? { ...asked, studies: project() } : asked;
  const offers = refactoring.find(whole);
  if (isRefused(offers)) return refuse(offers.reason, offers.help);
  const [offer, another] = offers;
  if (offer === undefined)
    return refuse(
      `there is nothing of the kind in ${pointed.line === undefined ? quoted(pointed.path) : `line ${pointed.line} of ${quoted(pointed.path)}`}`,
      `${quoted(refactoring.name)} applies ${refactoring.applies}`,
    );
  if (another !== undefined) {
    print(
      "output",
      guardedText(offers.map((one) => offerText(refactoring, one, asked)).join(""), process.env),
    );
    return refuse(`there are ${counted(offers.length, "way")} to do this, of which one is to be chosen`);
  }
  const result = made(offer, study, { studies: whole.studies, restudy });
  if ("reason" in result) return refuse(result.reason, result.help);
  const changed = [...result.texts].flatMap(([name, text]) => {
    const source = whole.studies
      .find(({ resolved }) => resolved.sources.has(name))
      ?.resolved.sources.get(name);
    return source === undefined || source.text === text ? [] : [{ source, text }];
  });
  if (changed.length === 0) return refuse("nothing would change");
  if (!write) {
    const look = lookOf(settings, "output");
    print("output", changed.map((one) => diffText(one, look)).join(""));
    print("errors", "niklas: nothing has been written; with `--write` it is\n");
    return statuses.fine;
  }
  const [fromInput] = changed.filter(({ source }) => source.name === standardInputName);
  if (fromInput !== undefined) print("output", fromInput.text);
  const failures = writeAll(
    changed.filter((one) => one !== fromInput),
    settings.workingFolder,
  );
  reportFailures(failures);
  return failures.length > 0 ? statuses.failed : statuses.fine;
}

function refuse(message: string, help?: string): Status {
  reportFailures([{ message, help }]);
  return statuses.found;
}

// ── The command line ──────────────────────────────────────────────────────

function tableText(): string {
  return refactorings
    .map(({ name, title, applies, examples }) =>
      [`${name}: ${title}`, `    applies ${applies}`, ...examples.map((one) => `    ${one}`)].join("\n"),
    )
    .join("\n\n")
    .concat("\n");
}

function fileMissing({ name, examples }: Refactoring): UsageError {
  return new UsageError(
    "it is not said which model is to be changed",
    `for example: ${quoted(examples[0] ?? `niklas refactor ${name} city.sys`)}`,
  );
}

/** A word that is neither a refactoring nor a file. */
function refuseUnknown(word: string, { path }: Pointed, words: readonly string[], settings: Settings): void {
  if (path === "-" || kindAt(resolve(settings.workingFolder, path)) !== "none") {
    const [more] = words;
    if (more === undefined) return;
    throw new UsageError(
      `after the model there is ${quoted(more)}, and no refactoring is named`,
      `name it first: ${quoted(`niklas refactor NAME ${path} …`)}`,
    );
  }
  if (word.includes("/") || word.includes(".")) return;
  const names = refactorings.map(({ name }) => name);
  const near = nearest(word, names);
  throw new UsageError(
    `there is no refactoring ${quoted(word)}`,
    near[0] === undefined
      ? `the refactorings are ${listed(names.map(quoted))}`
      : `one like it: ${quoted(`niklas refactor ${near[0]}`)}`,
  );
}
