import type { HiddenCharacterFacts } from "../syntax/problems.ts";
import { listed } from "../base/words.ts";
import { defineCheck } from "./context.ts";

/** What the commonest of them are called. */
const names: ReadonlyMap<number, string> = new Map([
  [0x00, "a null character"],
  [0x1b, "an escape character"],
  [0xad, "a soft hyphen"],
  [0x200b, "a zero-width space"],
  [0x200c, "a zero-width non-joiner"],
  [0x200d, "a zero-width joiner"],
  [0x200e, "a left-to-right mark"],
  [0x200f, "a right-to-left mark"],
  [0x2028, "a line separator"],
  [0x2029, "a paragraph separator"],
  [0x202a, "a left-to-right embedding"],
  [0x202b, "a right-to-left embedding"],
  [0x202c, "the end of a change of direction"],
  [0x202d, "a left-to-right override"],
  [0x202e, "a right-to-left override"],
  [0x2060, "a word joiner"],
  [0x2066, "a left-to-right isolate"],
  [0x2067, "a right-to-left isolate"],
  [0x2068, "a first-strong isolate"],
  [0x2069, "the end of an isolate"],
  [0xfeff, "a byte order mark"],
]);

export const hidden_character = defineCheck<HiddenCharacterFacts>({
  name: "hidden_character",
  severity: "error",
  group: "reading",
  summary: "a character that cannot be seen, or that changes the direction of what is shown",
  sources: ["Boucher and Anderson 2023 (Trojan Source)"],
  words({ characters, where }) {
    const described = [...new Set(characters)].slice(0, 3).map((point) => {
      const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
      const name = names.get(point);
      return name === undefined ? `the character ${code}` : `${name} (${code})`;
    });
    const inWhat = { text: " in a text", comment: " in a comment", code: "" }[where];
    const rest = new Set(characters).size - described.length;
    return {
      message: `${listed(described)}${rest > 0 ? ` and ${rest} more` : ""} stands here${inWhat} and cannot be seen`,
      label: "something hidden stands here",
      why: ["what a reader sees and what is read must be the same"],
      help: where === "text" ? ["if it belongs in the text, write it as `\\u{…}`"] : [],
    };
  },
  fixes: ({ repair }) => [repair],
});
