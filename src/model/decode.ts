/*
 * Bytes to text. A file that is not UTF-8 is refused, never guessed at: a replaced character would be written
 * back by whoever formats or mends the file.
 */

export type Decoded =
  | { readonly kind: "text"; readonly text: string }
  /** `offset`: the first byte that cannot belong to UTF-8, from 0. */
  | { readonly kind: "not text"; readonly offset: number };

/** The text of a file's bytes. A byte order mark stays in the text, so that places are those of the file. */
export function decode(content: string | Uint8Array): Decoded {
  if (typeof content === "string") return { kind: "text", text: content };
  try {
    return { kind: "text", text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content) };
  } catch {
    return { kind: "not text", offset: firstStrayByte(content) };
  }
}

/** Where the bytes stop being well-formed UTF-8 (Unicode 16.0, table 3-7). */
function firstStrayByte(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return index;
    index += length;
  }
  return index;
}

/** How many bytes the character at `index` takes; 0 if there is none. */
function sequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index] ?? 0;
  if (lead < 0x80) return 1;
  const second = bytes[index + 1] ?? 0;
  if (lead >= 0xc2 && lead <= 0xdf) return continues(second) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const low = lead === 0xe0 ? 0xa0 : 0x80;
    const high = lead === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && continues(bytes[index + 2] ?? 0) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const low = lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xf4 ? 0x8f : 0xbf;
    const rest = continues(bytes[index + 2] ?? 0) && continues(bytes[index + 3] ?? 0);
    return second >= low && second <= high && rest ? 4 : 0;
  }
  return 0;
}

function continues(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
