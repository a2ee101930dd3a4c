import { chmodSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { micromark } from "micromark";
import { describe, expect, test } from "vitest";
import { blocksIn, editInDocument, placeInDocument } from "../../src/cli/documents/block.ts";
import { fencesIn } from "../../src/cli/documents/fences.ts";
import { laidOutDocument } from "../../src/cli/documents/layout.ts";
import { applyEdits } from "../../src/index.ts";
import { commandLine, doubtful, mendable, right, wrong } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas } = commandLine();

function blocks(text: string) {
  return blocksIn({ name: "notes.md", text }, fencesIn);
}

function fenced(text: string, info = "sys"): string {
  return `\`\`\`${info}\n${text}\`\`\`\n`;
}

function quotedLines(text: string): string {
  const lines = text.trimEnd().split("\n");
  return lines.map((line) => `${`> ${line}`.trimEnd()}\n`).join("");
}

const scenario = `environment room { temperature: number = 15 }
machine thermostat {
  function "heat"
  code too_cold / warm_enough
  sensitive to reading(degrees: number)
  program regulate conditional on reading {
    when degrees < 20 -> too_cold
    otherwise -> warm_enough
  }
}
coupling thermometer between room and thermostat { room.temperature -> thermostat.reading(degrees: temperature) }
scenario cold {
  run 2 steps
  expect thermostat designates too_cold
}
`;

describe("the blocks of a Markdown text", () => {
  test("are those marked `sys`, with fences of both kinds, longer ones, indented ones, and open ones", () => {
    const text = [
      "```sys run",
      "a",
      "```",
      "~~~~ sys",
      "~~~",
      "~~~~~",
      "  ```sys",
      "  b",
      "   c",
      " ```",
      "    ```sys",
      "    an indented block of another kind",
      "    ```",
      "```js",
      "d",
      "```",
      "``` systems",
      "```",
      "```sys",
      "open",
      "  to the end",
    ].join("\n");
    expect(blocks(text).map((block) => [block.line, block.text])).toEqual([
      [1, "a\n"],
      [4, "~~~\n"],
      [7, "b\n c\n"],
      [19, "open\n  to the end"],
    ]);
  });

  test("stand in block quotes and list items, without the marks of these", () => {
    const text = "> - ```sys\n>   a\n>\n>     b\n>   ```\n\n1. x\n\n   ~~~sys\n   c\n\n   d\n   ~~~\n";
    expect(blocks(text).map((block) => block.text)).toEqual(["a\n\n  b\n", "c\n\nd\n"]);
  });

  test("keep their line ends, also behind a byte order mark", () => {
    const [block] = blocks("\ufeff# x\r\n\r\n```sys\r\na\r\n\r\nb\r\n```\r\n");
    expect(block?.text).toBe("a\r\n\r\nb\r\n");
    expect(block?.name).toBe("notes.md:3");
  });

  test("are those that a renderer of Markdown shows, each sign where it stands", () => {
    const lines = fc.constantFrom(
      ...["```sys", "~~~sys x", "````sys", "```", "~~~", "````", "a", "  b", "", "> c", "> ```sys", "> ```"],
      ...[
        "> d",
        ">",
        "- ```sys",
        "  e",
        "  ```",
        "1. ~~~sys",
        "   f",
        "   ~~~",
        "# g",
        "> - ```sys",
        ">   h",
      ],
    );
    const text = fc
      .tuple(fc.array(lines, { maxLength: 30 }), fc.constantFrom("\n", "\r\n"))
      .map(([all, ending]) => all.join(ending));
    fc.assert(
      fc.property(text, (document) => {
        const found = blocks(document);
        const shown = [...micromark(document).matchAll(/<code class="language-sys">([^<]*)<\/code>/g)];
        expect(found.map((block) => block.text.replaceAll("\r\n", "\n").trimEnd())).toEqual(
          shown.map((match) =>
            decoded(match[1] ?? "")
              .replaceAll("\r\n", "\n")
              .trimEnd(),
          ),
        );
        for (const block of found) {
          for (let start = 0; start < block.text.length; start += 1) {
            const place = placeInDocument(block, { start, end: start + 1 });
            expect(document[place.start]).toBe(block.text[start]);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("have a change of a block as a change of the document, at any place in it", () => {
    const inside = "machine m {\n\n  code a / b\n}\n";
    const shapes = [
      fenced(inside),
      quotedLines(fenced(inside)),
      `- x\n\n${fenced(inside).replace(/^(?=.)/gm, "  ")}`,
      `> - ${fenced(inside).trimEnd().replaceAll("\n", "\n>   ")}\n`,
    ];
    for (const shape of shapes) {
      const [block] = blocks(shape);
      expect(block?.text).toBe(inside);
      if (block === undefined) continue;
      for (let start = 0; start <= inside.length; start += 1) {
        for (const end of [start, Math.min(start + 13, inside.length)]) {
          const edit = { place: { file: block.name, start, end }, text: "x\n\ny\n" };
          const after = applyEdits(shape, [editInDocument(block, edit)]);
          expect(blocks(after)[0]?.text).toBe(applyEdits(inside, [edit]));
        }
      }
    }
  });
});

function decoded(html: string): string {
  return html
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

describe("`niklas check`", () => {
  test("tells what is found in a block by the lines and columns of the Markdown file", () => {
    const folder = folderWith({ "notes.md": `# Notes\n\n> A court:\n>\n${quotedLines(fenced(wrong))}` });
    const { status, output } = niklas(["check", "notes.md"], { in: folder });
    expect(status).toBe(1);
    expect(output).toContain("┌─ notes.md:8:30\n8 │ >   code lawful / unlawful / tolerated\n");
    expect(output).toContain("- >   code lawful / unlawful / tolerated\n    + >   code lawful / unlawful\n");
    expect(output).toMatch(/^1 error in 1 file$/m);
  });

  test("has these places in every form", () => {
    const folder = folderWith({ "docs/notes.md": `# Notes\n\n${fenced(wrong)}` });
    const form = (format: string): string =>
      niklas(["check", "docs/notes.md", "--format", format], { in: folder }).output;
    expect(JSON.parse(form("json"))).toMatchObject({
      diagnostics: [{ file: "docs/notes.md", start: { line: 6, column: 28 } }],
      summary: { errors: 1, files: 1 },
    });
    expect(JSON.parse(form("sarif")).runs[0].results[0].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: "docs/notes.md" },
      region: { startLine: 6, startColumn: 28 },
    });
    expect(form("github")).toContain("file=docs/notes.md,line=6,");
    expect(form("junit")).toContain("docs/notes.md:6:28");
  });

  test("has each block for a model of its own", () => {
    const folder = folderWith({ "notes.md": fenced(right) + fenced(right) });
    expect(niklas(["check", "notes.md"], { in: folder }).output).toBe("nothing found in 1 file\n");
  });

  test("lets a block import a file beside the document, and another block by its name", () => {
    const folder = folderWith({
      "docs/notes.md":
        fenced('import "parts/court"\nimport room from "room"\nsociety x differentiated by function\n') +
        fenced("environment room { t: number = 1 }\n", "sys file=room.sys"),
      "docs/parts/court.sys": right,
    });
    const { output } = niklas(["check", "docs/notes.md", "-f", "json"], { in: folder });
    expect(
      JSON.parse(output).diagnostics.filter(({ severity }: { severity: string }) => severity === "error"),
    ).toEqual([]);
  });

  test("tells of blocks that import each other, and of one with a name like that which is wanted", () => {
    const folder = folderWith({
      "notes.md":
        fenced('import "b"\n', "sys file=a.sys") +
        fenced('import "a"\nimport room from "roms"\n', "sys file=b.sys") +
        fenced("environment room { t: number = 1 }\n", "sys file=rooms.sys"),
    });
    const { output } = niklas(["check", "notes.md"], { in: folder });
    expect(output).toContain("error[import_cycle]: `notes.md:1` and `notes.md:4` import each other");
    expect(output).toContain('+ import room from "rooms"');
    expect(output).toMatch(/^\d errors in 1 file$/m);
  });

  test("is content with what the line that opens a block says is found, and not with what is not", () => {
    const folder = folderWith({
      "notes.md":
        fenced(wrong, "sys error=code_not_binary") +
        fenced("when x -> y\n", "sys part=clause") +
        fenced("anything at all\n", "sys part"),
      "broken.md": fenced(right, "sys error=code_not_binary") + fenced(right, "sys warning=code_not_binry"),
    });
    expect(niklas(["check", "notes.md"], { in: folder })).toMatchObject({
      status: 0,
      output: "nothing found in 1 file, 1 silenced\n",
    });
    const { status, output } = niklas(["check", "broken.md"], { in: folder });
    expect(status).toBe(1);
    expect(output).toContain(
      "error[expected_violation_missing]: `code_not_binary` is to be found in this block",
    );
    expect(output).toContain("broken.md:1:14");
    expect(output).toContain("error[unknown_check]: there is no check `code_not_binry`");
    expect(output).toContain("not known, `code_not_binary` is");
  });

  test("looks into the Markdown files of folders where that is asked for, and says how else", () => {
    const folder = folderWith({
      "docs/notes.md": fenced(wrong),
      "docs/other.md": "no model\n",
      "a.sys": right,
    });
    expect(niklas(["check"], { in: folder }).output).toBe("nothing found in 1 file\n");
    expect(niklas(["check", "docs"], { in: folder }).errors).toContain(
      "`--markdown` has the blocks of its Markdown",
    );
    expect(niklas(["check", "--markdown", "docs"], { in: folder }).output).toContain("1 error in 1 file");
    const project = folderWith({ "niklas.json": '{ "markdown": true }', "docs/notes.md": fenced(wrong) });
    expect(niklas(["check"], { in: project }).output).toContain("1 error in 1 file");
  });

  test("says where there is no model", () => {
    const folder = folderWith({ "notes.md": "# Notes\n" });
    const { status, errors } = niklas(["check", "notes.md"], { in: folder });
    expect(status).toBe(2);
    expect(errors).toContain("there are no models in `notes.md`");
  });

  test("mends in the blocks, and nothing else", () => {
    const before = `# Notes ／\n\n- x\n\n${fenced(mendable).replace(/^(?=.)/gm, "  ")}\nend ／`;
    const folder = folderWith({ "notes.md": before });
    const { status, errors } = niklas(["check", "--fix", "notes.md"], { in: folder });
    expect(errors).toContain("mended notes.md");
    expect(status).toBe(0);
    expect(readFileSync(join(folder, "notes.md"), "utf8")).toBe(before.replace("d ／ u", "d / u"));
  });

  test("mends with what takes several lines, in a block quote", () => {
    const folder = folderWith({ "notes.md": quotedLines(fenced(`${right.replace("}", "")}`)) });
    niklas(["check", "--fix", "notes.md"], { in: folder });
    expect(readFileSync(join(folder, "notes.md"), "utf8")).toMatch(/^(>.*\n)+$/);
  });
});

describe("`niklas run`, `test` and `why`", () => {
  test("play what stands in blocks", () => {
    const folder = folderWith({ "notes.md": `# Notes\n\n${fenced(right)}\n${fenced(scenario)}` });
    const played = niklas(["run", "notes.md", "cold"], { in: folder });
    expect(played.output).toContain("✓ expect thermostat designates too_cold");
    expect(played.output).toContain("the same again: niklas run notes.md cold --seed 1");
    expect(niklas(["run", "notes.md"], { in: folder }).output).toBe(played.output);
    const tested = niklas(["test", "notes.md"], { in: folder });
    expect(tested.output).toContain("notes.md:10\n  ✓ cold");
    expect(tested.output).toContain("1 passed, 0 failed in 1 file");
    const why = niklas(["why", "notes.md", "cold", "thermostat"], { in: folder });
    expect(why.output).toMatch(/thermometer→ thermostat.reading\(degrees: 15\) {2}notes.md:21$/m);
    expect(niklas(["run", "notes.md", "warm"], { in: folder }).errors).toContain(
      "there is no scenario `warm` in",
    );
  });

  test("play each block in which something is disappointed with its place, and say so of several", () => {
    const disappointed = scenario.replace("designates too_cold", "designates warm_enough");
    const folder = folderWith({ "notes.md": fenced(scenario) + fenced(disappointed) });
    const { status, output } = niklas(["run", "notes.md"], { in: folder });
    expect(status).toBe(1);
    expect(output).toMatch(/^notes.md:1\nscenario cold/);
    expect(output).toContain("\nnotes.md:18\nscenario cold");
    expect(output).toContain("┌─ notes.md:32:10");
    expect(niklas(["test", "notes.md", "-f", "junit"], { in: folder }).output).toContain("notes.md:32:10");
    expect(niklas(["why", "notes.md", "cold", "thermostat"], { in: folder })).toMatchObject({ status: 2 });
  });

  test("have what a block says is disappointed for passed", () => {
    const disappointed = scenario.replace("designates too_cold", "designates warm_enough");
    const folder = folderWith({
      "notes.md": fenced(disappointed, "sys error=expectation_failed"),
      "kept.md": fenced(scenario, "sys error=expectation_failed"),
      "wrong.md": fenced(wrong + "scenario x { run 1 steps }\n", "sys error=code_not_binary"),
    });
    expect(niklas(["check", "notes.md"], { in: folder }).status).toBe(0);
    expect(niklas(["test", "notes.md"], { in: folder }).status).toBe(0);
    expect(niklas(["check", "kept.md"], { in: folder }).status).toBe(0);
    expect(niklas(["test", "kept.md"], { in: folder }).output).toContain("error[expected_violation_missing]");
    expect(niklas(["run", "wrong.md", "x"], { in: folder }).output).toContain("error[code_not_binary]");
    expect(niklas(["test", "wrong.md"], { in: folder }).errors).toContain("there are no scenarios");
  });
});

describe("`niklas fmt`", () => {
  test("lays out the blocks and leaves every other byte", () => {
    const loose = 'machine   m{code a/b\n\n// why\nfunction "f"}\n';
    const laid = 'machine m {\n  code a / b\n\n  // why\n  function "f"\n}\n';
    const shape = (text: string): string =>
      `\ufeff# Notes  \n\ttab\n\n${fenced(text)}* x\n\n  ${fenced(text)
        .trimEnd()
        .replace(/\n(?=.)/g, "\n  ")}\n` +
      `${quotedLines(fenced(text))}\n~~~js\n${loose}~~~\n\n${fenced(loose, "sys part")}\n~~~sys\n${text}`;
    const before = shape(loose.replace("m{code", "m{\ncode"));
    const folder = folderWith({ "notes.md": before });
    chmodSync(join(folder, "notes.md"), 0o640);
    expect(niklas(["fmt", "--check", "notes.md"], { in: folder })).toMatchObject({
      status: 1,
      output: "notes.md\n",
    });
    expect(niklas(["fmt", "notes.md"], { in: folder })).toMatchObject({ status: 0, output: "notes.md\n" });
    expect(readFileSync(join(folder, "notes.md"), "utf8")).toBe(shape(laid));
    expect(statSync(join(folder, "notes.md")).mode & 0o777).toBe(0o640);
    expect(niklas(["fmt", "notes.md"], { in: folder }).output).toBe("4 models in the canonical layout\n");
  });

  test("keeps line ends, and adds none behind a block without an end", () => {
    const text =
      'x\r\n\r\n```sys\r\nmachine m {\r\n code a/b\r\n function "f" }\r\n```\r\n~~~sys\r\nmachine n { code c/d }';
    const folder = folderWith({ "notes.md": text });
    niklas(["fmt", "notes.md"], { in: folder });
    expect(readFileSync(join(folder, "notes.md"), "utf8")).toBe(
      'x\r\n\r\n```sys\r\nmachine m {\r\n  code a / b\r\n  function "f"\r\n}\r\n```\r\n~~~sys\r\nmachine n { code c / d }',
    );
  });

  test("leaves a block that cannot be read, says where, and lays out the others", () => {
    const folder = folderWith({
      "notes.md": `${fenced("machine m {{{\n")}\n${fenced("machine n{code a/b}\n")}`,
    });
    const { status, errors } = niklas(["fmt", "notes.md"], { in: folder });
    expect(status).toBe(2);
    expect(errors).toContain("a block of `notes.md` is left as it is: what stands at 2:13 cannot be read");
    expect(readFileSync(join(folder, "notes.md"), "utf8")).toContain("machine n { code a / b }");
    const said = folderWith({
      "notes.md": fenced("machine m {{{\n", "sys error=syntax_error") + fenced(right),
    });
    expect(niklas(["fmt", "notes.md"], { in: said }).status).toBe(0);
  });

  test("leaves a block in which a line would come to close it", () => {
    const text = fenced('machine m {\n  code a / b\n        /* a\n    ``` */\n      function "f"\n}\n');
    const { left, text: after } = laidOutDocument({ name: "notes.md", text }, fencesIn);
    if (left.length > 0) expect(after).toBe(text);
    expect(blocks(after)).toHaveLength(1);
  });
});

test("a doubtful block in a list is told with its warning", () => {
  const folder = folderWith({
    "notes.markdown": `1. x\n\n   ${fenced(doubtful).replace(/\n(?=.)/g, "\n   ")}`,
  });
  expect(niklas(["check", "notes.markdown"], { in: folder }).output).toContain("notes.markdown:8:4");
});
