/** Most words; what letters there are beyond these takes longer to find out than to write one. */
const plain = /^[\w./:@%+,=-]+$/;

/** A word of a command line as it can be typed into a shell: in quotes where it holds what a shell would take for its own. */
export function shellWord(word: string): string {
  return plain.test(word) || /^[\p{L}\p{N}_./:@%+,=-]+$/u.test(word)
    ? word
    : `'${word.replaceAll("'", "'\\''")}'`;
}
