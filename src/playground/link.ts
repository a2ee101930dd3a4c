/*
 * A link that holds a model, the scenario and the seed in its fragment, which browsers send to nobody: `#v1.` or `#v2.` and, in
 * base64url, a checksum and what it holds, packed: of version 1 a single text, of version 2 several files. A link that was cut or
 * altered is refused as a whole, before it is unpacked; what would become too large is given up on the way.
 */
import { deflateSync, Inflate } from "fflate";
import { packedWork, unpackedWork, type Work } from "./work.ts";

export interface Shared {
  readonly work: Work;
  readonly scenario: string | undefined;
  readonly seed: number | undefined;
}

export type LinkRead =
  | { readonly kind: "none" }
  | { readonly kind: "read"; readonly shared: Shared }
  | { readonly kind: "refused"; readonly reason: Refusal };

export type Refusal = "too long" | "another version" | "damaged" | "too large";

/** Signs of a fragment: longer addresses are cut by chats and mail programs. */
export const longestFragment = 32 * 1024;
/** Bytes to which it is unpacked. */
export const largestContent = 512 * 1024;

/** How links begin; an earlier version of the page opens those of a single file as well. */
const versions = { one: "v1.", several: "v2." } as const;
/** So many bytes are unpacked at a time; they become at most a thousand times as many. */
const slice = 128;

/** The fragment, with its `#`; undefined if it would be too long to be opened again. */
export function fragmentOf({ work, scenario, seed }: Shared): string | undefined {
  const content = new TextEncoder().encode(
    JSON.stringify([packedWork(work), scenario ?? null, seed ?? null]),
  );
  if (content.length > largestContent) return undefined;
  const packed = deflateSync(content, { level: 9 });
  const sum = checksum(packed);
  const bytes = new Uint8Array(packed.length + 4);
  bytes.set([sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255]);
  bytes.set(packed, 4);
  const fragment = `#${work.length === 1 ? versions.one : versions.several}${base64url(bytes)}`;
  return fragment.length > longestFragment ? undefined : fragment;
}

/** Reads the fragment of an address, with or without its `#`. Never throws. */
export function readFragment(fragment: string): LinkRead {
  const text = fragment.replace(/^#/, "");
  if (text === "") return { kind: "none" };
  if (fragment.length > longestFragment) return refused("too long");
  const version = Object.values(versions).find((begin) => text.startsWith(begin));
  if (version === undefined) return refused(/^v\d+\./.test(text) ? "another version" : "damaged");
  const bytes = bytesOf(text.slice(version.length));
  if (bytes === undefined || bytes.length < 5) return refused("damaged");
  const packed = bytes.subarray(4);
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (((a << 24) | (b << 16) | (c << 8) | d) >>> 0 !== checksum(packed)) return refused("damaged");
  const content = unpacked(packed);
  if (typeof content === "string") return refused(content);
  const shared = sharedIn(content, version === versions.several);
  return shared === undefined ? refused("damaged") : { kind: "read", shared };
}

function refused(reason: Refusal): LinkRead {
  return { kind: "refused", reason };
}

/** Thrown out of the unpacking, which cannot be ended otherwise. */
class TooLarge extends Error {}

function unpacked(packed: Uint8Array): Uint8Array | Refusal {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.length;
    if (size > largestContent) throw new TooLarge();
    chunks.push(chunk);
  });
  try {
    for (let at = 0; at < packed.length; at += slice)
      inflate.push(packed.slice(at, at + slice), at + slice >= packed.length);
  } catch (error) {
    return error instanceof TooLarge ? "too large" : "damaged";
  }
  const content = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    content.set(chunk, at);
    at += chunk.length;
  }
  return content;
}

function sharedIn(content: Uint8Array, severalFiles: boolean): Shared | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content));
    if (!Array.isArray(value) || value.length !== 3) return undefined;
    const [files, scenario, seed]: readonly unknown[] = value;
    const work = Array.isArray(files) === severalFiles ? unpackedWork(files) : undefined;
    if (work === undefined) return undefined;
    if (scenario !== null && typeof scenario !== "string") return undefined;
    if (seed !== null && !(typeof seed === "number" && Number.isSafeInteger(seed) && seed >= 0))
      return undefined;
    return { work, scenario: scenario ?? undefined, seed: seed ?? undefined };
  } catch {
    return undefined;
  }
}

const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function base64url(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Undefined for what is not exactly what `base64url` writes: no two fragments hold the same bytes. */
function bytesOf(text: string): Uint8Array | undefined {
  if (![...text].every((sign) => signs.includes(sign)) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
  return base64url(bytes) === text ? bytes : undefined;
}

/** CRC-32 as in zip and PNG: it finds every change of a few neighbouring signs. */
function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
