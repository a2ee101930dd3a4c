/** A word of a command line as it can be typed into a shell: in quotes where it holds what a shell would take for its own. */
export function shellWord(word: string): string {
  return /^[\p{L}\p{N}_./:@%+,=-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
