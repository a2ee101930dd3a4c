/** What frames and underlines are drawn with. */
export interface Signs {
  readonly corner: string;
  readonly bar: string;
  readonly gap: string;
  readonly cut: string;
  readonly primary: string;
  readonly related: string;
}

export const drawnSigns: Signs = { corner: "┌─", bar: "│", gap: "⋮", cut: "…", primary: "^", related: "─" };
export const asciiSigns: Signs = { corner: "+-", bar: "|", gap: ":", cut: "...", primary: "^", related: "-" };

const replacements: ReadonlyMap<string, string> = new Map([
  ["→", "->"],
  ["←", "<-"],
  ["↔", "<->"],
  ["─", "-"],
  ["│", "|"],
  ["┌", "+"],
  ["└", "+"],
  ["…", "..."],
  ["×", "x"],
  ["–", "-"],
  ["—", "-"],
  ["“", '"'],
  ["”", '"'],
  ["‘", "'"],
  ["’", "'"],
]);

/** Our own words with the drawing and punctuation signs that a console without Unicode lacks replaced. */
export function inAscii(words: string): string {
  return words.replace(/[→←↔─│┌└…×–—“”‘’]/g, (sign) => replacements.get(sign) ?? sign);
}
