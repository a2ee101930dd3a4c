import { zlibSync, deflateSync } from "fflate";
import fc from "fast-check";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  fragmentOf,
  largestContent,
  longestFragment,
  readFragment,
  type Shared,
} from "../../src/playground/link.ts";
import { playgroundExamples } from "../../src/cli/package/playground.ts";
import { workFrom, workOf, type Work } from "../../src/playground/work.ts";
import { exampleFiles } from "../support/examples.ts";

const seeds = fc.option(fc.nat({ max: Number.MAX_SAFE_INTEGER }), { nil: undefined });
const names = fc.option(fc.string({ unit: "binary", maxLength: 20 }), { nil: undefined });
const works = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }).map(workOf),
  fc
    .uniqueArray(fc.constantFrom("a.sys", "b.sys", "城市.sys", "a.bib", "b.json", "__proto__.sys"), {
      minLength: 2,
    })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) => fc.string({ unit: "binary", maxLength: 100 }).map((text) => ({ name, text }))),
      ),
    )
    .map((files): Work => workFrom(files) ?? workOf("")),
);
const sharedOnes = fc.record<Shared>({
  work: works,
  scenario: names,
  seed: seeds,
});

/** A fragment whose checksum is right, whatever it holds: as somebody makes it who means harm. */
function forged(packed: Uint8Array, version = 1): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksumOf(packed));
  return `#v${version}.${Buffer.concat([sum, packed]).toString("base64url")}`;
}

/** CRC-32 bit by bit, where Node does not have it yet. */
function checksumOf(bytes: Uint8Array): number {
  if (typeof crc32 === "function") return crc32(bytes);
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

test("what is shared comes back as it was", () => {
  fc.assert(
    fc.property(sharedOnes, (shared) => {
      expect(readFragment(fragmentOf(shared) ?? "")).toEqual({ kind: "read", shared });
    }),
  );
});

test("halves of surrogate pairs, control characters and byte order marks come back, too", () => {
  const shared = { work: workOf("\ufeffmodel a\u0000\ud800 \u202e\r\n"), scenario: "__proto__", seed: 0 };
  expect(readFragment(fragmentOf(shared) ?? "")).toEqual({ kind: "read", shared });
});

test.each([...exampleFiles].filter(([path]) => path.endsWith(".sys")))(
  "the link of %s can be sent, and holds all of it",
  (_, model) => {
    const fragment = fragmentOf({ work: workOf(model), scenario: "one", seed: 7 }) ?? "";
    expect(fragment).toMatch(/^#v1\.[\w-]+$/);
    expect(fragment.length).toBeLessThan(8_000);
    expect(readFragment(fragment)).toMatchObject({ kind: "read", shared: { work: workOf(model) } });
  },
);

test.each(playgroundExamples())("the link of the example $name holds all its files", ({ work }) => {
  const made = workFrom(work) ?? workOf("");
  const fragment = fragmentOf({ work: made, scenario: undefined, seed: undefined }) ?? "";
  // A link of one file can be opened by the first version of the page.
  expect(fragment.slice(0, 4)).toBe(work.length === 1 ? "#v1." : "#v2.");
  expect(fragment.length).toBeLessThan(12_000);
  const read = readFragment(fragment);
  expect(read.kind === "read" && read.shared.work).toEqual(work.length === 1 ? workOf(made[0].text) : work);
});

test("the same model has the same link", () => {
  // The link of a version of this page must be read by the later ones.
  const shared = { work: workOf("model a\n"), scenario: "b", seed: 1 };
  expect(fragmentOf(shared)).toBe(fragmentOf({ ...shared }));
  const packed = deflateSync(bytesOf('["model a\\n","b",1]'), { level: 9 });
  expect(fragmentOf(shared)).toBe(forged(packed));
});

describe("a link that was damaged is refused as a whole", () => {
  const fragment = fragmentOf({ work: workOf(exampleFiles.get("thermostat/thermostat.sys") ?? ""), scenario: "smashed", seed: 3 }) ?? ""; // prettier-ignore

  test("each sign of it exchanged for another", () => {
    expect(fragment.length).toBeGreaterThan(500);
    for (let at = 0; at < fragment.length; at += 1) {
      for (const sign of ["A", "a", "-", "_", "0", "%", " ", "+", "é", "\u200b"]) {
        if (sign === fragment[at]) continue;
        const changed = fragment.slice(0, at) + sign + fragment.slice(at + 1);
        expect(readFragment(changed).kind, `${sign} at ${at}`).toBe("refused");
      }
    }
  });

  test("each sign of it missing or doubled", () => {
    for (let at = 1; at < fragment.length; at += 1) {
      const sign = fragment[at] ?? "";
      expect(readFragment(fragment.slice(0, at) + fragment.slice(at + 1)).kind).toBe("refused");
      expect(readFragment(fragment.slice(0, at) + sign + fragment.slice(at)).kind).toBe("refused");
    }
  });

  test("cut off anywhere", () => {
    for (let end = 2; end < fragment.length; end += 1)
      expect(readFragment(fragment.slice(0, end)).kind).toBe("refused");
  });

  test("two neighbours exchanged, capitals lost, encoded once more, with what a chat puts behind it", () => {
    for (let at = 1; at + 1 < fragment.length; at += 1) {
      const [one = "", two = ""] = fragment.slice(at, at + 2);
      if (one === two) continue;
      expect(readFragment(fragment.slice(0, at) + two + one + fragment.slice(at + 2)).kind).toBe("refused");
    }
    for (const changed of [
      fragment.toLowerCase(),
      fragment.replace("v1.", "v1%2E"),
      `${fragment}.`,
      `${fragment}=`,
      `${fragment}&fbclid=1`,
    ])
      expect(readFragment(changed).kind).toBe("refused");
  });
});

test("no fragment is no link, and one of another version says so", () => {
  expect(readFragment("")).toEqual({ kind: "none" });
  expect(readFragment("#")).toEqual({ kind: "none" });
  expect(readFragment("#v3.abcd")).toEqual({ kind: "refused", reason: "another version" });
  expect(readFragment("#top")).toEqual({ kind: "refused", reason: "damaged" });
});

test("whatever stands in a fragment, nothing is thrown", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.uint8Array({ maxLength: 200 }),
      (text, bytes) => {
        expect(["refused", "none", "read"]).toContain(readFragment(text).kind);
        expect(["refused", "read"]).toContain(readFragment(`#v1.${text}`).kind);
        expect(readFragment(forged(bytes)).kind).toBe("refused");
      },
    ),
  );
});

test("a bomb is given up when it has become too large", () => {
  const bomb = forged(deflateSync(bytesOf(`["${" ".repeat(20_000_000)}",null,null]`), { level: 9 }));
  expect(bomb.length).toBeLessThan(longestFragment);
  expect(readFragment(bomb)).toEqual({ kind: "refused", reason: "too large" });
});

test("what is as large as can be is read, and a sign more is not", () => {
  const most = largestContent - '["",null,null]'.length;
  const link = (length: number): string =>
    forged(deflateSync(bytesOf(`["${" ".repeat(length)}",null,null]`), { level: 9 }));
  expect(readFragment(link(most)).kind).toBe("read");
  expect(readFragment(link(most + 1))).toEqual({ kind: "refused", reason: "too large" });
  expect(
    fragmentOf({ work: workOf(" ".repeat(most + 1)), scenario: undefined, seed: undefined }),
  ).toBeUndefined();
});

test("a link is never longer than one that is opened", () => {
  const noise = Array.from({ length: 40_000 }, (_, index) => String.fromCharCode(33 + ((index * index * 31 + index) % 90))); // prettier-ignore
  const lengths = [1_000, 20_000, 40_000].map((length) => {
    const model = noise
      .map((sign, index) => sign + (index * 7919).toString(36))
      .join("")
      .slice(0, length * 4);
    const fragment = fragmentOf({ work: workOf(model), scenario: undefined, seed: undefined });
    return fragment === undefined ? "none" : readFragment(fragment).kind;
  });
  expect(lengths[0]).toBe("read");
  expect(lengths.at(-1)).toBe("none");
  expect(readFragment(`#v1.${"A".repeat(longestFragment)}`)).toEqual({ kind: "refused", reason: "too long" });
});

test.each([
  ["no JSON", "model a"],
  ["an object", '{"model":"a"}'],
  ["too little", '["a"]'],
  ["too much", '["a",null,null,1]'],
  ["no text", "[1,null,null]"],
  ["a scenario that is no name", '["a",{},null]'],
  ["a seed below zero", '["a",null,-1]'],
  ["a seed with a fraction", '["a",null,1.5]'],
  ["a seed beyond all numbers", '["a",null,1e999]'],
])("content that is %s is refused", (_, content) => {
  expect(readFragment(forged(deflateSync(bytesOf(content))))).toEqual({ kind: "refused", reason: "damaged" });
});

test.each([
  ["a text, which version 1 says", '["a",null,null]'],
  ["a single file", '[[["a.sys","b"]],null,null]'],
  ["no file", "[[],null,null]"],
  ["a file that lies elsewhere", '[[["a.sys",""],["../b.sys",""]],null,null]'],
  ["two files of a name", '[[["a.sys",""],["a.sys",""]],null,null]'],
  ["a bibliography that is to be run", '[[["a.bib",""],["a.sys",""]],null,null]'],
  ["a text that is none", '[[["a.sys",""],["b.sys",1]],null,null]'],
  ["too much", '[[["a.sys",""],["b.sys",""]],null,null,1]'],
])("content of version 2 that is %s is refused", (_, content) => {
  expect(readFragment(forged(deflateSync(bytesOf(content)), 2))).toEqual({
    kind: "refused",
    reason: "damaged",
  });
});

test("files are no content of version 1", () => {
  const content = '[[["a.sys",""],["b.sys",""]],null,null]';
  expect(readFragment(forged(deflateSync(bytesOf(content)), 2)).kind).toBe("read");
  expect(readFragment(forged(deflateSync(bytesOf(content)), 1))).toEqual({
    kind: "refused",
    reason: "damaged",
  });
});

test("a bomb of several files is given up when it has become too large", () => {
  const bomb = `[[["a.sys",""],["b.sys","${" ".repeat(20_000_000)}"]],null,null]`;
  const fragment = forged(deflateSync(bytesOf(bomb), { level: 9 }), 2);
  expect(readFragment(fragment)).toEqual({ kind: "refused", reason: "too large" });
});

test("what is packed in another way or is no UTF-8 is refused", () => {
  expect(readFragment(forged(zlibSync(bytesOf('["a",null,null]')))).kind).toBe("refused");
  expect(readFragment(forged(deflateSync(Uint8Array.of(0x5b, 0x22, 0xff, 0x22, 0x5d)))).kind).toBe("refused");
});
