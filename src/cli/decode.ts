/* The bytes of a file that is to be checked, as text. */
import { decode } from "../model/decode.ts";

export type DecodedFile =
  | { readonly kind: "text"; readonly text: string }
  /** `reason` ends a sentence about the file. */
  | { readonly kind: "not text"; readonly reason: string };

/** The text that the bytes say, or why they say none, with what they probably are instead. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes[0] === 0x4d && bytes[1] === 0x5a && bytes.includes(0)) {
    return { kind: "not text", reason: "it is a Windows driver; those have the same ending as models" };
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { kind: "not text", reason: "it is written in UTF-16; save it as UTF-8" };
  }
  const decoded = decode(bytes);
  if (decoded.kind === "text") return decoded;
  let line = 1;
  for (const byte of bytes.subarray(0, decoded.offset)) if (byte === 10) line += 1;
  return { kind: "not text", reason: `line ${line} of it is not UTF-8 text; save it as UTF-8` };
}
