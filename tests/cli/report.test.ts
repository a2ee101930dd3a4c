import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandLine, wrong } from "./command_line.ts";
import { folderWith } from "./folder.ts";
import { elementsOf, textOf } from "../support/reporting.ts";

const { niklas, shell } = commandLine();
const example = (path: string): string =>
  readFileSync(new URL(`../../examples/${path}`, import.meta.url), "utf8");
const cap = example("house_prices/price_cap.sys");

function headings(page: string): readonly string[] {
  return elementsOf(page).filter(({ tagName }) => /^h[12]$/u.test(tagName)).map(textOf); // prettier-ignore
}

describe("report", () => {
  test("writes a page, and says nothing", () => {
    const folder = folderWith({ "a.sys": cap });
    const { status, output, errors } = niklas(["report", "a.sys", "-o", "a.html"], { in: folder });
    expect({ status, output, errors }).toEqual({ status: 0, output: "", errors: "" });
    const page = readFileSync(join(folder, "a.html"), "utf8");
    expect(headings(page)).toEqual([
      "A decree on house prices, and the way round through law",
      "Contents",
      "The model",
      "Systems",
      "Couplings",
      "Regulations",
      "What the checks say",
      "Scenarios",
      "What always holds",
      "The theory behind the checks",
      "How to repeat it",
    ]);
    expect(page).toContain(createHash("sha256").update(cap).digest("hex"));
    const style = elementsOf(page).find(({ tagName }) => tagName === "style");
    const hash = createHash("sha256").update(style === undefined ? "" : textOf(style)).digest("base64"); // prettier-ignore
    expect(page).toContain(`style-src &#39;sha256-${hash}&#39;`);
  });

  test("prints it where no file is named, the same each time", () => {
    const folder = folderWith({ "a.sys": cap });
    const { status, output } = niklas(["report", "a.sys"], { in: folder });
    expect(status).toBe(0);
    expect(output).toMatch(/^<!doctype html>\n/u);
    expect(niklas(["report", "a.sys"], { in: folder }).output).toBe(output);
    const piped = niklas(["report", "-"], { in: folder, input: cap });
    expect(piped.status).toBe(0);
    expect(headings(piped.output)).toEqual(headings(output));
  });

  test("goes by the name of the file, unless a format is named", () => {
    const folder = folderWith({ "a.sys": cap });
    niklas(["report", "a.sys", "-o", "a.md"], { in: folder });
    expect(readFileSync(join(folder, "a.md"), "utf8")).toMatch(/^# A decree on house prices/u);
    niklas(["report", "a.sys", "-o", "b.md", "--format", "html"], { in: folder });
    expect(readFileSync(join(folder, "b.md"), "utf8")).toMatch(/^<!doctype html>/u);
    const { output } = niklas(["report", "a.sys", "--format", "markdown", "--form", "odd"], { in: folder });
    expect(output).toContain("## 7. Submodels");
    // The map, the findings, the course of the decree, which is noise, and of the other scenario all that there is.
    const pictures = Array.from({ length: 6 }, (_, index) => `a-${index + 1}.svg`);
    expect(readdirSync(folder).sort()).toEqual([...pictures, "a.md", "a.sys", "b.md"]);
    for (const picture of pictures) {
      expect(readFileSync(join(folder, "a.md"), "utf8")).toContain(`(${picture})`);
      expect(readFileSync(join(folder, picture), "utf8")).toContain("<title>");
    }
  });

  test("says how to have it again, and so it is", () => {
    const folder = folderWith({ "a model.sys": cap });
    const args = ["report", "a model.sys", "-o", "a.md", "--seed", "7", "--style", "chicago"];
    niklas([...args, "-s", "one_sided_programs=off"], { in: folder });
    const report = readFileSync(join(folder, "a.md"), "utf8");
    const lines = report.match(/^niklas .*$/gmu) ?? [];
    expect(lines.map((line) => line.split(" ")[1])).toEqual(["check", "run", "run", "test", "report"]);
    writeFileSync(join(folder, "a.md"), "");
    for (const line of lines) expect(shell(line, { in: folder }).status).toBe(0);
    expect(readFileSync(join(folder, "a.md"), "utf8")).toBe(report);
    expect(report).not.toContain("one_sided_programs` |");
  });

  test("cites in the style that is asked for", () => {
    const folder = folderWith({
      "a.sys": example("house_prices/house_prices.sys"),
      "house_prices.bib": example("house_prices/house_prices.bib"),
    });
    const { output } = niklas(["report", "a.sys", "--format", "markdown", "--style", "chicago"], {
      in: folder,
    });
    expect(output).toContain(
      "- Luhmann, Niklas. 1996. *Die Realität der Massenmedien*. Opladen: Westdeutscher Verlag.",
    );
    const other = niklas(["report", "a.sys", "--format", "markdown"], { in: folder });
    expect(other.output).toContain(
      "- Luhmann, N. (1996). *Die Realität der Massenmedien*. Westdeutscher Verlag.",
    );
  });

  test("of a model with errors is written, with the errors first and status 1", () => {
    const folder = folderWith({ "a.sys": wrong });
    const { status, errors } = niklas(["report", "a.sys", "-o", "a.html"], { in: folder });
    expect({ status, errors }).toEqual({ status: 1, errors: "" });
    expect(headings(readFileSync(join(folder, "a.html"), "utf8"))[2]).toBe("What is wrong with it");
  });

  test("ends with 1 where an expectation is disappointed", () => {
    const folder = folderWith({ "a.sys": cap.replace("economy.price = 60", "economy.price = 50") });
    const { status, output } = niklas(["report", "a.sys", "-f", "markdown"], { in: folder });
    expect(status).toBe(1);
    expect(output).toContain("| `economy.price = 50` | 1 | **disappointed** |");
  });

  test("ends with 2 where there is nothing to tell of, or nowhere to write it", () => {
    const folder = folderWith({ "a.sys": cap, "sub/b.sys": cap, "two.md": `${fence(cap)}\n${fence(cap)}` });
    for (const [args, says] of [
      [[], "it is not said which model the report is about"],
      [["nothing.sys"], "nothing.sys"],
      [["sub"], "`sub` is a folder"],
      [["two.md"], "there are 2 models in `two.md`"],
      [["a.sys", "-o", "sub/../a.sys"], "`sub/../a.sys` is what the report is about"],
      [["a.sys", "-o", "sub"], "cannot write `sub`: it is a folder"],
      [["a.sys", "-o", "no/a.html"], "cannot write `no/a.html`: it does not exist"],
      [["a.sys", "--style", "mla"], "`--style` does not take `mla`"],
      [["a.sys", "--form", "ood"], "`odd`"],
    ] as const) {
      const { status, output, errors } = niklas(["report", ...args], { in: folder });
      expect({ status, output }).toEqual({ status: 2, output: "" });
      expect(errors).toContain(says);
    }
    expect(existsSync(join(folder, "no"))).toBe(false);
    expect(readFileSync(join(folder, "a.sys"), "utf8")).toBe(cap);
  });

  test("tells by the lines of a Markdown file what is found in its model and in its runs", () => {
    const model = `environment town { x: number = 1 becomes x + 1 }
scenario day {
  run 2 steps
  expect town.x = 1
}
property small { always town.x < 2 }
experiment many of day { runs 3 measure x = town.x }
`;
    const folder = folderWith({ "one.md": `# Here\n\n${fence(model)}` });
    const { status, output } = niklas(["report", "one.md", "-f", "markdown"], { in: folder });
    expect(status).toBe(1);
    // The model begins in line 4 of the file.
    expect(output).toContain("one.md, line 7; check `expectation_failed`");
    expect(output).toContain("**Many** repeats “day” in three runs and measures x (one.md, line 10).");
    const files = output.split("| File | SHA-256 |")[1] ?? "";
    const digest = createHash("sha256")
      .update(readFileSync(join(folder, "one.md")))
      .digest("hex");
    expect(files.trim().split("\n")).toEqual(["| --- | --- |", `| one.md | \`${digest}\` |`]);
    expect(output).not.toContain("one.md:");
  });

  test("of a run that is too long for a trace says what came of it, that its story is left out, and how to get what there is", () => {
    const clock = `machine clock {
  function "tell the time"
  code tick / tock
  operation strike
  expectation hour: number = 0
  program ticking conditional on every step {
    when step > 0 -> tick { hour := hour + 1 emit strike emit strike emit strike }
    otherwise -> tock
  }
}
scenario for_ever { run 420_000 steps expect clock.hour = 420_000 }
`;
    const folder = folderWith({ "a clock.sys": clock });
    const { status, output } = niklas(["report", "a clock.sys", "-f", "markdown"], { in: folder });
    expect(status).toBe(0);
    expect(output).toContain("it ends after 420000 steps");
    expect(output).toContain("Its story is left out, since no trace of the run was kept");
    expect(output).toContain(
      "`niklas run 'a clock.sys' for_ever --seed 1 --format json` writes what happened",
    );
    expect(output).toContain("| `clock.hour = 420_000` | 420000 | as expected |");
    expect(output).not.toContain("broken off");
  });

  test("says of a story that is told in part how to have all of it", () => {
    const { output } = niklas(["report", "examples/house_prices/house_prices.sys", "-f", "markdown"], {
      in: join(import.meta.dirname, "../.."),
    });
    expect(output).toMatch(/… \d+ steps more/u);
    expect(output).toContain(
      "`niklas run examples/house_prices/house_prices.sys announced --seed 1 --all` tells all of them.",
    );
  });

  test("tells of the one model of a Markdown file", () => {
    const folder = folderWith({ "one.md": `# Here\n\n${fence(cap)}` });
    const { status, output } = niklas(["report", "one.md", "-f", "markdown"], { in: folder });
    expect(status).toBe(0);
    expect(output).toMatch(/^# A decree on house prices/u);
  });
});

function fence(model: string): string {
  return `\`\`\`sys\n${model}\`\`\`\n`;
}
