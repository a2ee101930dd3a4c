/**
 * A text that the log of a build service shows and does not obey. GitHub takes `##[command]` anywhere in a line, and
 * `::command::` at its beginning after any white space, for a command to the runner; others use `##vso[` and
 * `##teamcity[`. One character of each is replaced by its code point. The text must have passed `visible` before.
 */
export function logSafe(text: string): string {
  return text.replace(/##(?=[\w.-]*\[)/g, "#\\u{23}").replace(/^([^\S\n]*):(?=:)/gm, "$1\\u{3A}");
}
