/* Texts that are read again and again, most of them unchanged. */
import type { Source } from "../base/source.ts";
import { parse, type Parsed } from "../syntax/parse.ts";

/** Parses as `parse` does; of each name, the text that was met last is not parsed again. */
export function parsingOnce(): (source: Source) => Parsed {
  const last = new Map<string, Parsed>();
  return (source) => {
    const known = last.get(source.name);
    if (known?.source.text === source.text) return known;
    const parsed = parse(source);
    last.set(source.name, parsed);
    return parsed;
  };
}
