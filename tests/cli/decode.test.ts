import { expect, test } from "vitest";
import { decodeFile } from "../../src/cli/decode.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

test("text keeps its byte order mark and its line ends, so that places are those of the file", () => {
  expect(decodeFile(utf8("\uFEFFmodel 城\r\n"))).toEqual({ kind: "text", text: "\uFEFFmodel 城\r\n" });
});

test("a driver of Windows is told from a model that begins with the same letters", () => {
  const driver = Uint8Array.from([0x4d, 0x5a, 0x90, 0x00, 0x03]);
  expect(decodeFile(driver)).toMatchObject({
    kind: "not text",
    reason: expect.stringContaining("Windows driver"),
  });
  expect(decodeFile(utf8("MZ"))).toEqual({ kind: "text", text: "MZ" });
});

test("UTF-16 is told by its mark", () => {
  const bytes = Uint8Array.from([0xff, 0xfe, 0x6d, 0x00]);
  expect(decodeFile(bytes)).toMatchObject({ reason: expect.stringContaining("UTF-16") });
});

test("the line is told from which on it is no UTF-8", () => {
  const bytes = Uint8Array.from([...utf8("model a\n城\n"), 0x61, 0xff, 0xfe]);
  expect(decodeFile(bytes)).toEqual({
    kind: "not text",
    reason: "line 3 of it is not UTF-8 text; save it as UTF-8",
  });
});
