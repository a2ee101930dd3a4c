/* What the checks have found, and what the modeller has answered to it, in prose. */
import type { Diagnostic, Silenced } from "../../diagnostics/diagnostic.ts";
import { bullets, code, note, paragraph, prose, quotation, strong, type Block } from "./document.ts";
import { numbered } from "./kinds.ts";
import { sentenceOf, sentencePieces, type Telling } from "./telling.ts";

const severities = { error: "Error", warning: "Warning", hint: "Hint" } as const;

/** A finding with its reasons; `named`: whether the place is told. */
export function findingBlocks(telling: Telling, diagnostics: readonly Diagnostic[]): readonly Block[] {
  return diagnostics.map(({ check, severity, message, place, related = [], why = [], help = [] }) =>
    note(
      severity,
      paragraph(strong(`${severities[severity]}. `), sentenceOf(message)),
      ...why.map((sentence) => paragraph(sentenceOf(sentence))),
      ...related.map((other) =>
        paragraph("At ", telling.where(other.place), ": ", sentencePieces(other.message), "."),
      ),
      ...helpBlocks(help),
      paragraph(telling.where(place), "; check ", code(check)),
    ),
  );
}

/** One piece of advice says that it is some; of several, some only say what there is to be thought of. */
function helpBlocks(help: readonly string[]): readonly Block[] {
  const [only = ""] = help;
  return help.length === 1 ? [paragraph("What to do: ", sentenceOf(only))] : bullets(help.map(sentenceOf));
}

export function silencedBlocks(telling: Telling, silenced: readonly Silenced[]): readonly Block[] {
  if (silenced.length === 0) return [];
  return [
    paragraph(
      silenced.length === 1
        ? "One finding has been allowed by the modeller, with this reason:"
        : `${capital(numbered(silenced.length, "finding"))} have been allowed by the modeller, with these reasons:`,
    ),
    {
      kind: "list",
      ordered: false,
      items: silenced.map(({ diagnostic, reason }) => [
        paragraph(sentenceOf(diagnostic.message), " It is allowed, since: ", quotation(reason)),
        paragraph(prose(telling.where(diagnostic.place), "; check ", code(diagnostic.check))),
      ]),
    },
  ];
}

/** `one warning and two hints` */
export function countedFindings(diagnostics: readonly Diagnostic[]): string {
  const parts = (["error", "warning", "hint"] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [numbered(count, severity)];
  });
  return parts.length < 2 ? (parts[0] ?? "nothing") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
