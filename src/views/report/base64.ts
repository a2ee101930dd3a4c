/* Texts as base64 of their UTF-8, with nothing but the language: not every host has a function for it. */

const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export function base64(text: string): string {
  return bytesInBase64(utf8(text));
}

export function bytesInBase64(bytes: ArrayLike<number>): string {
  let written = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second, third] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    written += signs.charAt(group >> 18) + signs.charAt((group >> 12) & 63);
    written += second === undefined ? "=" : signs.charAt((group >> 6) & 63);
    written += third === undefined ? "=" : signs.charAt(group & 63);
  }
  return written;
}

/** Halves of surrogate pairs become the sign for what cannot be shown. */
function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const sign of text) {
    const unit = sign.codePointAt(0) ?? 0;
    const code = unit >= 0xd800 && unit <= 0xdfff ? 0xfffd : unit;
    const next = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), next(0));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), next(6), next(0));
    else bytes.push(0xf0 | (code >> 18), next(12), next(6), next(0));
  }
  return bytes;
}
