/* What is written for Mermaid, line by line; its own parser has read the same. */
import { describe, expect, it } from "vitest";
import { sequenceMermaid } from "../../../../src/views/pictures/run/mermaid.ts";
import { runText } from "../../../support/running.ts";
import { drawnRuns, runOf } from "./pictures.ts";

const text = String.raw`(?:[\p{L}\p{N}\p{M} .,_()/·→–…+*°]|#\d+;)+`;
const lines = [
  "sequenceDiagram",
  `  acc(?:Title|Descr): ${text}`,
  String.raw`  (?:participant|actor) p\d+ as ${text}`,
  String.raw`  Note (?:right of p\d+|over p\d+(?:,p\d+)?): (?:✗ )?${text}`,
  String.raw`  p\d+(?:->>|-->>|-x)p\d+: ${text}`,
];
const line = new RegExp(`^(?:${lines.join("|")}|)$`, "u");

/** What Mermaid shows of a text. */
function shown(mermaid: string): string {
  return mermaid.replace(/#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
}

describe("the cascade for Mermaid", () => {
  it.each(drawnRuns)(
    "has but lines of its grammar, and an arrow for what is drawn, of %s, %s",
    (example, scenario) => {
      const written = sequenceMermaid(runOf(example, scenario)).split("\n");
      for (const each of written) expect(each).toMatch(line);
    },
  );

  it("has an arrow for each irritation, and another for what was noise", () => {
    const written = sequenceMermaid(runOf("contract/contract.sys", "standard_36"));
    expect(written.match(/->>/g)?.length).toBe(6 + 4);
    expect(written.match(/-x/g)?.length).toBe(1);
    expect(shown(written)).toContain("contract · loan: condition");
  });

  it("makes nothing of what a model says", () => {
    const nasty = String.raw`<script>alert(1)</script>; end %%{init: {}}%% # rect alt`;
    const written = sequenceMermaid(
      runText(`
model m "${nasty}"
environment town "${nasty}" { end "${nasty}": number "${nasty}" = 4 }
scenario end "${nasty}" { change town.end to 5 }
`),
    );
    for (const each of written.split("\n")) expect(each).toMatch(line);
    expect(shown(written)).toContain("<script>alert(1)</script>");
  });

  it("says something of a run in which nothing happens", () => {
    const written = sequenceMermaid(runText('import economy from "canon"\nscenario empty { }'));
    expect(written).toContain("participant p0 as nobody");
  });
});
