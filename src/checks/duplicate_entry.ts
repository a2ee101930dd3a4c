import { listed, quoted } from "../base/words.ts";
import { defineCheck } from "./context.ts";
import { textAt } from "./support/edits.ts";

interface Facts {
  /** As the model names it, in quotation marks. */
  readonly bibliography: string;
  /** The keys that several entries have, with how many, in the order of the file. */
  readonly keys: readonly { readonly key: string; readonly entries: number }[];
}

/** So many keys are named. */
const mostNamed = 4;

export const duplicate_entry = defineCheck<Facts>({
  name: "duplicate_entry",
  severity: "warning",
  group: "reading",
  summary: "a bibliography in which two entries have one key",
  sources: [],

  *detect(context) {
    for (const { bibliographies } of context.model.files) {
      for (const { entries, place } of bibliographies) {
        const counts = new Map<string, number>();
        for (const { key } of entries) counts.set(key, (counts.get(key) ?? 0) + 1);
        const keys = [...counts].flatMap(([key, count]) => (count > 1 ? [{ key, entries: count }] : []));
        if (keys.length > 0) yield { place, facts: { bibliography: textAt(place, context), keys } };
      }
    }
  },

  words({ bibliography, keys }) {
    const [first, ...others] = keys;
    const named = keys.slice(0, mostNamed).map(({ key }) => quoted(key));
    const more = keys.length - named.length;
    return {
      message:
        others.length === 0
          ? `${quoted(bibliography)} has ${first?.entries ?? 2} entries with the key ${named.join("")}`
          : `${quoted(bibliography)} has several entries with the same key: ${listed([...named, ...(more > 0 ? [`${more} more`] : [])])}`,
      label: "which of them is cited, nobody can tell",
      why: ["a `cite` names its source by the key, so that readers can look up who says it"],
      help: ["give each entry a key of its own, or remove what stands there twice"],
    };
  },
});
