/**
 * The text of `src/model/canon/texts.ts`, by which the canon is part of the program and needs no file system.
 * `files` holds the canon by its keys (`canon/law.sys`); their order does not matter, nor how their lines end.
 */
export function canonTexts(files: ReadonlyMap<string, string>): string {
  const entries = [...files]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, text]) => `  [\n    "${key}",\n    \`${escaped(text)}\`,\n  ],\n`);
  return `/*
 * The canon as text, by name. Generated from the \`.sys\` files in this folder by \`npm run generate\`: change
 * those, not this file.
 */
export const canonFiles: ReadonlyMap<string, string> = new Map([
${entries.join("")}]);
`;
}

/** As it must be written between backquotes to mean itself. */
function escaped(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[\\`]|\$(?=\{)/g, "\\$&");
}
