/** A text as it must be written between backquotes to mean itself, with them. */
export function asTemplate(text: string): string {
  return `\`${text.replace(/\r\n?/g, "\n").replace(/[\\`]|\$(?=\{)/g, "\\$&")}\``;
}
