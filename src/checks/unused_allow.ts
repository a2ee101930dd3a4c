import { quoted } from "../base/words.ts";
import type { UnusedAllowFacts } from "./agreements.ts";
import { defineCheck } from "./context.ts";
import { removal } from "./support/edits.ts";

export const unused_allow = defineCheck<UnusedAllowFacts>({
  name: "unused_allow",
  severity: "warning",
  group: "reading",
  summary: "an `allow` that silences nothing",
  sources: [],
  words: ({ check }) => ({
    message: `this \`allow\` silences nothing: ${quoted(check)} finds nothing where it stands`,
    label: "not needed here",
    why: [
      "what is left over of an old reason would silence the next finding, for which nobody has given one",
    ],
    help: ["remove it; or put it into the declaration, program or block in which the finding is"],
  }),
  fixes: ({ allow }, context) => [
    { title: "remove the `allow`", certain: true, edits: [removal(allow, context)] },
  ],
});
