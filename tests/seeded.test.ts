/*
 * How much of what is wrong is found, and how much is said besides: known faults are planted into the examples, one to
 * five at a time, of different kinds, on different lines, none having to do with what another is about. Each must be
 * reported on its line; what else is said that was not said of the model before is spurious. Which faults are
 * planted where is drawn, always the same.
 */
import { describe, expect, it } from "vitest";
import {
  check,
  checks,
  lineStartsOf,
  memoryHost,
  positionAt,
  type Diagnostic,
  type Model,
} from "../src/index.ts";
import { exampleFiles, exampleModels } from "./support/examples.ts";
import { faultsIn, masked, type Fault } from "./support/seeding.ts";

/** How many faulty models are checked, and how many faults one has at most. */
const models = 400;
const most = 5;

interface Example {
  readonly name: string;
  readonly text: string;
  readonly faults: readonly Fault[];
  /** What is found in it as it is. */
  readonly known: ReadonlySet<string>;
}

const examples: readonly Example[] = exampleModels.map((name) => {
  const text = exampleFiles.get(name) ?? "";
  const { model, diagnostics } = checked(name, text);
  return { name, text, faults: faultsIn(text, model), known: new Set(diagnostics.map(saying)) };
});

function checked(name: string, text: string): { model: Model; diagnostics: readonly Diagnostic[] } {
  return check({ name, text }, { host: memoryHost(new Map([...exampleFiles, [name, text]])) });
}

function saying({ check: name, message }: Diagnostic): string {
  return `${name}: ${message}`;
}

/** A number from 0 up to and without `below`, from the middle bits of a linear congruential generator. */
function generator(seed: number): (below: number) => number {
  let state = BigInt(seed);
  return (below) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n;
    return Number((state >> 33n) % BigInt(below));
  };
}

/** The words that the lines of a fault are about, keywords aside. */
function wordsOf(text: string, { start, end, elsewhere }: Fault): ReadonlySet<string> {
  const code = masked(text);
  const lineAround = (offset: number) =>
    code.slice(
      code.lastIndexOf("\n", offset - 1) + 1,
      (code.indexOf("\n", offset) + 1 || code.length + 1) - 1,
    );
  const lines = [start, end, elsewhere ?? start].map(lineAround).join(" ");
  return new Set(
    (lines.match(/[\p{ID_Start}_]\p{ID_Continue}*/gu) ?? []).filter((word) => !common.has(word)),
  );
}

const common: ReadonlySet<string> = new Set(
  "operation sensitive to expectation program conditional purpose on every step own when otherwise emit number boolean in one of normative cognitive code coupling between and or not from perturb with expect resonates designates stays indifferent occurs at least most times scenario run steps given change import extend machine organization environment population regulation property experiment like within as true false after chance per function system interaction movement psychic".split(
    " ",
  ),
);

interface Planted {
  readonly name: string;
  readonly text: string;
  readonly faults: readonly Fault[];
  readonly known: ReadonlySet<string>;
}

/** A model with faults; the same for the same seed. */
function plantedBy(seed: number): Planted {
  const draw = generator(seed);
  const example = examples[draw(examples.length)];
  if (example === undefined) throw new Error("there are no examples");
  const { name, text, known } = example;
  const wanted = 1 + draw(most);
  const kinds = [...new Set(example.faults.map(({ kind }) => kind))];
  const faults: Fault[] = [];
  const words = new Set<string>();
  for (let attempt = 0; faults.length < wanted && attempt < 60; attempt += 1) {
    const kind = kinds[draw(kinds.length)];
    const ofKind = example.faults.filter((fault) => fault.kind === kind);
    const fault = ofKind[draw(ofKind.length)];
    if (fault === undefined || faults.some((other) => other.kind === kind || together(text, other, fault)))
      continue;
    const own = wordsOf(text, fault);
    if ([...own].some((word) => words.has(word))) continue;
    for (const word of own) words.add(word);
    faults.push(fault);
  }
  faults.sort((a, b) => a.start - b.start);
  let faulty = "";
  let from = 0;
  for (const fault of faults) {
    faulty += text.slice(from, fault.start) + fault.text;
    from = fault.end;
  }
  return { name, text: faulty + text.slice(from), faults, known };
}

/** What keeps the tool from concluding anything from what is not there. */
const leavingOut: ReadonlySet<string> = new Set([
  "hidden_character",
  ...checks
    .filter((known) => known.leavesOut === true || known.name === "syntax_error")
    .map(({ name }) => name),
]);

/**
 * Whether two faults cannot be told apart by their lines, make good for each other (a brace too few and one too many),
 * or the one keeps the other from being concluded.
 */
function together(text: string, a: Fault, b: Fault): boolean {
  const lines = lineStartsOf(text);
  const linesOf = ({ start, end, elsewhere }: Fault) =>
    [start, end, elsewhere ?? start].map((offset) => positionAt(lines, offset).line);
  const near = linesOf(a).some((line) => linesOf(b).some((other) => Math.abs(line - other) < 2));
  const unread = [a, b].some((fault) => fault.checks.some((name) => leavingOut.has(name)));
  const braces = [a, b].every(({ kind }) => kind.includes("brace"));
  return near || braces || (unread && (a.fromAbsence ?? b.fromAbsence ?? false));
}

/** The line on which a fault must be reported, in the text with all of them. */
function lineOf(fault: Fault, { text, faults }: Planted): number {
  const target = fault.elsewhere ?? fault.start;
  const shift = faults
    .filter((other) => other.start < target || (other === fault && fault.elsewhere === undefined))
    .reduce((sum, other) => sum + (other === fault ? 0 : other.text.length - (other.end - other.start)), 0);
  const offset = target + shift + (fault.elsewhere === undefined ? fault.at : 0);
  return positionAt(lineStartsOf(text), offset).line;
}

interface Outcome {
  readonly missed: readonly string[];
  readonly spurious: readonly string[];
}

function outcomeOf(planted: Planted): Outcome {
  const { name, text, faults, known } = planted;
  const lines = lineStartsOf(text);
  const said = checked(name, text).diagnostics.filter((diagnostic) => !known.has(saying(diagnostic)));
  const answers = new Set<Diagnostic>();
  const missed: string[] = [];
  for (const fault of faults) {
    const line = lineOf(fault, planted);
    const answer = said.find(
      (diagnostic) =>
        !answers.has(diagnostic) &&
        fault.checks.includes(diagnostic.check) &&
        positionAt(lines, diagnostic.place.start).line === line,
    );
    if (answer === undefined) missed.push(`${name}:${line}: ${fault.kind}`);
    else answers.add(answer);
  }
  const besides = new Set(faults.flatMap((fault) => fault.besides ?? []));
  const spurious = said
    .filter((diagnostic) => !answers.has(diagnostic) && !besides.has(diagnostic.check))
    .map((diagnostic) => `${name}:${positionAt(lines, diagnostic.place.start).line}: ${saying(diagnostic)}`);
  return { missed, spurious };
}

describe("faults planted into the examples", () => {
  const planted = [...Array(models).keys()].map((index) => plantedBy(index + 1));
  const outcomes = planted.map(outcomeOf);
  const plants = planted.reduce((sum, { faults }) => sum + faults.length, 0);
  const missed = outcomes.flatMap((outcome) => outcome.missed);
  const spurious = outcomes.flatMap((outcome) => outcome.spurious);

  it("are many, and of every kind that fits the examples", () => {
    const kinds = new Set(planted.flatMap(({ faults }) => faults.map(({ kind }) => kind)));
    expect(plants).toBeGreaterThan(2 * models);
    expect([...kinds].sort()).toEqual(
      [...new Set(examples.flatMap(({ faults }) => faults.map(({ kind }) => kind)))].sort(),
    );
  });

  it("are reported on their lines, 98 of 100 at least", () => {
    expect(missed.length / plants, missed.join("\n")).toBeLessThanOrEqual(0.02);
  });

  it("draw no more than one other finding for every five of them", () => {
    expect(spurious.length / plants, spurious.join("\n")).toBeLessThanOrEqual(0.2);
  });
});
