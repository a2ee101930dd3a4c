/* Letters of a name that another name has not, and where they come from. */

/** Scripts of which letters are often taken for those of another. */
const scripts = [
  "Latin",
  "Cyrillic",
  "Greek",
  "Armenian",
  "Han",
  "Hangul",
  "Hiragana",
  "Katakana",
  "Hebrew",
  "Arabic",
  "Cherokee",
] as const;

/** `the Cyrillic letter а (U+0430)`, `the digit 1 (U+0031)`. */
export function letterWords(letter: string): string {
  const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (/\p{Nd}/u.test(letter)) return `the digit ${letter} (${code})`;
  const script = scripts.find((each) => new RegExp(`\\p{Script=${each}}`, "u").test(letter));
  return `${script === undefined ? "the letter" : `the ${script} letter`} ${letter} (${code})`;
}

/**
 * The first letter of a name that stands where the other has one of the keyboard, if the two differ in nothing else:
 * they look the same, and a reader who sees both spelt out sees no difference.
 */
export function lookalikeIn(name: string, other: string): readonly [string, string] | undefined {
  const [own, others] = [[...name], [...other]];
  if (own.length !== others.length) return undefined;
  const pairs = own.flatMap((letter, index): [string, string][] => {
    const meant = others[index] ?? "";
    return letter === meant ? [] : [[letter, meant]];
  });
  const foreign = pairs.every(([letter, meant]) => /\P{ASCII}/u.test(letter) && /\p{ASCII}/u.test(meant));
  return foreign ? pairs[0] : undefined;
}

/** The first letters in which two names differ that look alike; undefined on the side that has nothing there. */
export function firstDifference(
  name: string,
  other: string,
): readonly [string | undefined, string | undefined] {
  const [own, others] = [[...name], [...other]];
  const index = own.findIndex((letter, place) => letter !== others[place]);
  const place = index === -1 ? own.length : index;
  return [own[place], others[place]];
}
