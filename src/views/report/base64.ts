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
  const whole = text.replace(/[\uD800-\uDFFF]/gu, "\uFFFD");
  const bytes: number[] = [];
  for (const match of encodeURIComponent(whole).matchAll(/%([0-9A-F]{2})|[^%]/gu)) {
    const [sign, hexadecimal] = match;
    bytes.push(hexadecimal === undefined ? sign.charCodeAt(0) : Number.parseInt(hexadecimal, 16));
  }
  return bytes;
}
