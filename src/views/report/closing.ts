/* What stands at the end of every report: the works cited, the theory behind the checks, and how to repeat it. */
import { missingPieces } from "./bibliography.ts";
import { code, paragraph, prose, said, type Block } from "./document.ts";
import { heading, sentencePieces, tableOf, type Telling } from "./telling.ts";

export function referenceBlocks({ bibliography }: Telling): readonly Block[] {
  const { references, missing } = bibliography;
  if (references.length + missing.length === 0) return [];
  return [
    heading(2, "References"),
    ...(references.length === 0 ? [] : [{ kind: "references", items: references } as const]),
    ...(missing.length === 0 ? [] : [paragraph(missingPieces(missing))]),
  ];
}

/** The checks that found something, in whatever way it was answered, and where what they hold against the model comes from. */
export function theoryBlocks({ input, model }: Telling): readonly Block[] {
  const { checked } = input.prepared;
  const runs = input.results.flatMap(({ diagnostics, silenced }) => [
    ...diagnostics,
    ...silenced.map(({ diagnostic }) => diagnostic),
  ]);
  const spoke = new Set([
    ...[...checked.diagnostics, ...checked.silenced.map(({ diagnostic }) => diagnostic), ...runs].map(
      ({ check }) => check,
    ),
    ...(input.tested?.diagnostics ?? []).map(({ check }) => check),
    // What is expected to be violated speaks as well, and is answered by the scenario itself.
    ...model.expectedViolations.map(({ check }) => check.text),
  ]);
  const rows = [...spoke].sort().flatMap((name) => {
    const about = input.checks.get(name);
    if (about === undefined) return [];
    return [[[code(name)], sentencePieces(about.summary), prose(about.sources.join("; "))]];
  });
  if (rows.length === 0) return [];
  return [
    heading(2, "The theory behind the checks"),
    paragraph(
      "These checks had something to say of the model, or were expected to. What they hold it to comes from:",
    ),
    ...tableOf(["Check", "What it finds", "Source"], rows),
  ];
}

export function repeatBlocks({ input }: Telling): readonly Block[] {
  const { version, commands, files } = input;
  return [
    heading(2, "How to repeat it"),
    paragraph(
      `A run is a function of the model, the scenario and the seed: with Niklas ${version} and the files below, these commands give the same, to the last digit.`,
    ),
    { kind: "code", text: commands.join("\n") },
    ...tableOf(
      ["File", "SHA-256"],
      files.map(({ name, digest }) => [[said(name)], [code(digest)]]),
    ),
  ];
}
