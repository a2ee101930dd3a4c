/* SHA-256 of the style of reports, as the content security policy of their pages names it. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesInBase64 } from "../views/report/base64.ts";
import { reportStyle } from "../views/report/style.ts";

export const styleHash = hashOf(reportStyle);

export function hashOf(text: string): string {
  return bytesInBase64(sha256(new TextEncoder().encode(text)));
}
