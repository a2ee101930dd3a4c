/** So many characters from the beginning of a line go into its fingerprint. */
const block = 100;
const base = 37;
const half = 2 ** 32;
const endMark = 65535;
const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

/** A number modulo 2^64, in two halves: a double holds the product of a half and a small number exactly. */
interface Hash {
  readonly high: number;
  readonly low: number;
}

/**
 * For each line of a text (the first at 0) the fingerprint by which code hosts recognise a finding when lines move:
 * `primaryLocationLineHash` of GitHub's upload action. It is the polynomial hash, base 37 modulo 2^64, of the 100
 * characters from the beginning of the line, spaces and tabs left out, every line end a line feed, with a mark and
 * zeros after the last line; then `:` and how often the hash has occurred so far.
 */
export function lineFingerprints(text: string): readonly string[] {
  const { units, begins } = condensed(text);
  let leading: Hash = { high: 0, low: 1 };
  for (let power = 0; power < block; power += 1) leading = times(leading, base);
  const counts = new Map<string, number>();
  const prints: string[] = [];
  let hash: Hash = { high: 0, low: 0 };
  for (let index = 0; index < units.length + block; index += 1) {
    const leaves = units[index - block];
    const line = index - block;
    if (line >= 0 && begins.has(line)) {
      const digits = hexadecimal(hash);
      const count = (counts.get(digits) ?? 0) + 1;
      counts.set(digits, count);
      prints.push(`${digits}:${count}`);
    }
    hash = plus(times(hash, base), units[index] ?? 0);
    if (leaves !== undefined) hash = minus(hash, times(leading, leaves));
  }
  return prints;
}

/** The characters that count, and which of them are the first of a line. */
function condensed(text: string): {
  readonly units: readonly number[];
  readonly begins: ReadonlySet<number>;
} {
  const units: number[] = [];
  const begins = new Set<number>();
  let afterReturn = false;
  let atBegin = true;
  const add = (unit: number): void => {
    if (atBegin) begins.add(units.length);
    atBegin = unit === lineFeed;
    units.push(unit);
  };
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === space || unit === tab || (afterReturn && unit === lineFeed)) {
      afterReturn = false;
      continue;
    }
    afterReturn = unit === carriageReturn;
    add(afterReturn ? lineFeed : unit);
  }
  add(endMark);
  return { units, begins };
}

function times({ high, low }: Hash, factor: number): Hash {
  const product = low * factor;
  return { high: (high * factor + Math.floor(product / half)) % half, low: product % half };
}

function plus({ high, low }: Hash, addend: number): Hash {
  const sum = low + addend;
  return { high: (high + Math.floor(sum / half)) % half, low: sum % half };
}

function minus(a: Hash, b: Hash): Hash {
  const low = a.low - b.low;
  return { high: (a.high - b.high - (low < 0 ? 1 : 0) + 2 * half) % half, low: low < 0 ? low + half : low };
}

function hexadecimal({ high, low }: Hash): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, "0");
}
