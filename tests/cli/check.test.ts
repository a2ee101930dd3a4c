import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandLine, doubtful, mendable, right, wrong } from "./command_line.ts";
import { folderWith } from "./folder.ts";

const { niklas, shell } = commandLine();

describe("the status", () => {
  test("is 0 where nothing is at or above the fail level, and 1 where something is", () => {
    const folder = folderWith({ "right.sys": right, "wrong.sys": wrong, "doubtful.sys": doubtful });
    const status = (...args: string[]) => niklas(["check", ...args], { in: folder }).status;
    expect(status("right.sys")).toBe(0);
    expect(status("wrong.sys")).toBe(1);
    expect(status("doubtful.sys")).toBe(0);
    expect(status("doubtful.sys", "--fail-level", "warning")).toBe(1);
    expect(status("doubtful.sys", "--fail-level", "hint")).toBe(1);
    expect(status("wrong.sys", "--fail-level", "never")).toBe(0);
    expect(status("wrong.sys", "-s", "code_not_binary=hint")).toBe(0);
    expect(status("doubtful.sys", "-s", "stray_doc=error")).toBe(1);
    expect(status()).toBe(1);
  });

  test("is 2 where the job could not be done, and the rest is done yet", () => {
    const folder = folderWith({
      "right.sys": right,
      "wrong.sys": wrong,
      "bytes.sys": Uint8Array.from([0x61, 0x0a, 0xff]),
      "driver.sys": Uint8Array.from([0x4d, 0x5a, 0x90, 0]),
      "empty/readme.txt": "",
      "deep.sys": `machine m { code a / b ${"expectation x: number = ".repeat(1)}${"(".repeat(5000)}`,
    });
    truncateSync(join(folder, "right.sys"), right.length);
    writeFileSync(join(folder, "huge.sys"), "");
    truncateSync(join(folder, "huge.sys"), 50_000_000);
    const ended = (path: string) => niklas(["check", "wrong.sys", path], { in: folder });
    for (const [path, message] of [
      ["rigth.sys", "there is no file or folder `rigth.sys`\n        a name like it: `right.sys`"],
      ["bytes.sys", "cannot read `bytes.sys`: line 2 of it is not UTF-8 text"],
      ["driver.sys", "cannot read `driver.sys`: it is a Windows driver"],
      ["huge.sys", "cannot read `huge.sys`: it is larger than 16 MB"],
      ["empty", "there are no models in `empty`"],
    ] as const) {
      const { status, output, errors } = ended(path);
      expect(errors).toContain(message);
      expect(output).toContain("error[code_not_binary]");
      expect(status).toBe(2);
    }
    const deep = niklas(["check", "deep.sys"], { in: folder });
    expect(deep.output).toContain("error[too_deep]");
    expect(deep.status).toBe(2);
  });

  test("is 2 in a folder with nothing to check", () => {
    expect(niklas(["check"], { in: folderWith() })).toEqual({
      status: 2,
      output: "",
      errors:
        "niklas: there are no models in this folder\n        a model is a file whose name ends in `.sys`\n",
    });
  });
});

describe("several models", () => {
  test("that share a file tell what is found there once, with the models that import it", () => {
    const folder = folderWith({
      "parts/court.sys": wrong,
      "a.sys": 'import "parts/court"\n',
      "b.sys": 'import "./parts/court.sys"\n',
    });
    const { output, status } = niklas(["check", "-f", "json"], { in: folder });
    const { diagnostics, summary } = JSON.parse(output);
    expect(diagnostics.filter(({ check }: { check: string }) => check === "code_not_binary")).toHaveLength(1);
    expect(summary.files).toBe(3);
    expect(status).toBe(1);
  });

  test("that only import each other are checked all the same", () => {
    const folder = folderWith({ "a.sys": 'import "b"\n' + wrong, "b.sys": 'import "a"\n' });
    const { output } = niklas(["check"], { in: folder });
    expect(output).toContain("error[import_cycle]");
    expect(output).toContain("error[code_not_binary]");
  });
});

test("a bibliography is read, and what it does not have is told", () => {
  const folder = folderWith({
    "a.sys": `bibliography "works.bib"\n${right.replace("code", "cite luhmann1986\n  cite luhmann1897\n  code")}`,
    "works.bib":
      "@book{luhmann1986, author = {Niklas Luhmann}, title = {Ökologische Kommunikation}, year = 1986}\n",
  });
  const { output, status } = niklas(["check"], { in: folder });
  expect(output).toContain("warning[unknown_citation]");
  expect(output).toContain("`luhmann1897`");
  expect(output).toContain("1 warning in 1 file");
  expect(status).toBe(0);
});

describe("formats", () => {
  const folder = () => folderWith({ "a.sys": wrong, "b.sys": doubtful });

  test("text shows the place and the summary, or errors only", () => {
    const { output } = niklas(["check"], { in: folder() });
    expect(output).toContain("error[code_not_binary]: ");
    expect(output).toContain("a.sys:3:28");
    expect(output).toContain("warning[stray_doc]");
    expect(output.endsWith("\n1 error, 1 warning in 2 files\n")).toBe(true);
    expect(niklas(["check", "-q"], { in: folder() }).output).not.toContain("stray_doc");
    expect(niklas(["check", "--ascii"], { in: folder() }).output).toMatch(/^[\x20-\x7e\n]*$/);
  });

  test("several are written at once, all of the same findings", () => {
    const where = folder();
    const ended = niklas(
      [
        "check",
        "-f",
        "github",
        "-o",
        "json=a.json",
        "-o",
        "sarif=a.sarif",
        "--output",
        "junit=a.xml",
        "-o",
        "text=a.txt",
      ],
      { in: where, variables: { FORCE_COLOR: "1" } },
    );
    expect(ended).toMatchObject({ status: 1, errors: "" });
    expect(ended.output).toMatch(/^::error file=a\.sys,line=3,/);
    const read = (name: string) => readFileSync(join(where, name), "utf8");
    const json = JSON.parse(read("a.json"));
    expect(json.version).toBe(1);
    expect(json.diagnostics.map(({ check }: { check: string }) => check)).toEqual([
      "code_not_binary",
      "stray_doc",
    ]);
    const sarif = JSON.parse(read("a.sarif"));
    expect(sarif.runs[0].results).toHaveLength(2);
    expect(sarif.runs[0].invocations[0]).toMatchObject({ executionSuccessful: true, exitCode: 1 });
    expect(read("a.xml")).toContain('<testsuites name="niklas check" tests="2" failures="1"');
    expect(read("a.txt")).toBe(niklas(["check"], { in: where }).output);
  });

  test("SARIF says when the job could not be done", () => {
    const { output } = niklas(["check", "-f", "sarif", "none.sys"], { in: folder() });
    expect(JSON.parse(output).runs[0].invocations[0]).toMatchObject({
      executionSuccessful: false,
      exitCode: 2,
      toolExecutionNotifications: [
        { message: { text: expect.stringContaining("there is no file or folder") } },
      ],
    });
  });

  test("that code hosts read call files by their way from the root of the repository", () => {
    const where = folderWith({ ".git/HEAD": "", "models/a.sys": wrong });
    const inside = (format: string) => niklas(["check", "-f", format], { in: join(where, "models") }).output;
    expect(inside("text")).toContain("┌─ a.sys:3:28");
    expect(inside("github")).toContain("::error file=models/a.sys,line=3");
    expect(
      JSON.parse(inside("sarif")).runs[0].results[0].locations[0].physicalLocation.artifactLocation,
    ).toEqual({
      uri: "models/a.sys",
      uriBaseId: "%SRCROOT%",
    });
  });

  test("colour comes when it is asked for", () => {
    const colored = niklas(["check", "--color", "always"], { in: folder() }).output;
    expect(colored).toContain("\u001b[1;31merror");
    expect(colored.replace(/\u001b\[[\d;]*m/g, "")).toBe(niklas(["check"], { in: folder() }).output);
    expect(niklas(["check"], { in: folder(), variables: { FORCE_COLOR: "1" } }).output).toBe(colored);
  });
});

describe("standard input", () => {
  test("is a model, whose imports are relative to the working folder", () => {
    expect(niklas(["check", "-"], { input: wrong }).output).toContain("<stdin>:3:28");
    expect(niklas(["check", "-"], { input: right })).toEqual({
      status: 0,
      output: "nothing found in 1 file\n",
      errors: "",
    });
    const folder = folderWith({ "court.sys": wrong });
    expect(niklas(["check", "-"], { in: folder, input: 'import "court"' }).output).toContain(
      "court.sys:3:28",
    );
  });

  test("can be closed, and can be too long", () => {
    expect(shell("niklas check - <&-").status).toBe(0);
    const { status, errors } = shell("head -c 17000000 /dev/zero | niklas check -");
    expect(errors).toContain("standard input is larger than 16 MB");
    expect(status).toBe(2);
  });
});

describe("--fix", () => {
  test("mends what is certain, keeps the mode of the file, and reports what is left", () => {
    const folder = folderWith({ "a.sys": mendable, "b.sys": wrong });
    chmodSync(join(folder, "a.sys"), 0o600);
    expect(niklas(["check", "a.sys"], { in: folder }).status).toBe(1);
    const ended = niklas(["check", "--fix"], { in: folder });
    expect(readFileSync(join(folder, "a.sys"), "utf8")).toBe(right);
    expect(readFileSync(join(folder, "b.sys"), "utf8")).toBe(wrong);
    expect(statSync(join(folder, "a.sys")).mode & 0o777).toBe(0o600);
    expect(ended.errors).toMatch(/^mended a\.sys: .*\(syntax_error\)\n1 finding mended\n$/);
    expect(ended.output).toContain("1 error in 2 files");
    expect(ended.status).toBe(1);
    expect(niklas(["check", "--fix"], { in: folder })).toMatchObject({ errors: "", output: ended.output });
  });

  test("says of a file that cannot be written what is found in it, and mended in others", () => {
    // The name leaves no room for that of the file which would take its place.
    const long = `${"x".repeat(240)}.sys`;
    const folder = folderWith({ "a.sys": mendable, [long]: mendable });
    const found = niklas(["check", long], { in: folder });
    const ended = niklas(["check", "--fix"], { in: folder });
    expect(ended.status).toBe(2);
    expect(ended.output).toContain(found.output.split("\n")[0]);
    expect(ended.output).toContain("1 error in 2 files");
    expect(ended.errors).toMatch(
      /^mended a\.sys: .*\n1 finding mended\nniklas: cannot write `x+\.sys`, which stays as it was: .*\n$/u,
    );
    expect(readFileSync(join(folder, long), "utf8")).toBe(mendable);
  });

  test("prints the mended text of standard input, and what is left beside it", () => {
    expect(niklas(["check", "--fix", "-"], { input: mendable })).toMatchObject({ status: 0, output: right });
    const left = niklas(["check", "--fix", "-"], { input: wrong });
    expect(left).toMatchObject({ status: 1, output: wrong });
    expect(left.errors).toContain("error[code_not_binary]");
    const marked = `\uFEFF${mendable.replaceAll("\n", "\r\n")}`;
    expect(niklas(["check", "--fix", "-"], { input: marked }).output).toBe(
      `\uFEFF${right.replaceAll("\n", "\r\n")}`,
    );
    expect(niklas(["check", "--fix", "-", "a.sys"]).status).toBe(2);
  });

  test("leaves what is imported but was not named as it is", () => {
    const folder = folderWith({
      "a.sys": 'import "parts/b"\nextend court_computer {\n  operation shelve\n}\n',
      "parts/b.sys": mendable,
    });
    const before = niklas(["check", "a.sys"], { in: folder });
    expect(niklas(["check", "--fix", "a.sys"], { in: folder })).toMatchObject({
      output: before.output,
      errors: "",
    });
    expect(readFileSync(join(folder, "parts/b.sys"), "utf8")).toBe(mendable);
  });

  test("leaves alone what is not UTF-8", () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode(mendable), 0xff, 0xfe]);
    const folder = folderWith({ "a.sys": bytes });
    expect(niklas(["check", "--fix"], { in: folder }).status).toBe(2);
    expect(Uint8Array.from(readFileSync(join(folder, "a.sys")))).toEqual(bytes);
  });
});

describe.runIf(process.platform === "linux")("output", () => {
  const many = () => folderWith({ "a.sys": `${wrong}\n`.repeat(2000) });

  test("arrives whole through a slow pipe, with its status", () => {
    const folder = many();
    const whole = shell("niklas check -f json > out.json; echo $?", { in: folder });
    const piped = shell("niklas check -f json | (sleep 1; cat) > slow.json; echo ${PIPESTATUS[0]}", {
      in: folder,
    });
    expect(statSync(join(folder, "slow.json")).size).toBeGreaterThan(1_000_000);
    expect(readFileSync(join(folder, "slow.json"), "utf8")).toBe(
      readFileSync(join(folder, "out.json"), "utf8"),
    );
    expect([whole.output, piped.output]).toEqual(["1\n", "1\n"]);
  }, 60_000);

  test("ends in silence where nobody reads on", () => {
    const ended = shell("niklas check | head -n 1; echo ${PIPESTATUS[0]}", { in: many() });
    expect(ended.output).toMatch(/^error\[.*\n1\n$/);
    expect(ended.errors).toBe("");
  }, 60_000);

  test("that cannot be written is a failure", () => {
    const folder = folderWith({ "a.sys": right });
    const full = shell("niklas check > /dev/full", { in: folder });
    expect(full).toEqual({
      status: 2,
      output: "",
      errors: "niklas: cannot print what was found: there is no space left on the disk\n",
    });
    expect(shell("niklas --version > /dev/full").status).toBe(2);
    expect(shell("niklas explain > /dev/full").status).toBe(2);
    expect(niklas(["check", "-o", "json=/dev/full"], { in: folder })).toMatchObject({
      status: 2,
      errors: "niklas: cannot write `/dev/full`: there is no space left on the disk\n",
    });
    expect(niklas(["check", "-o", "json=none/a.json"], { in: folder })).toMatchObject({ status: 2 });
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  test("goes on where an output or the errors are closed", () => {
    const folder = folderWith({ "a.sys": wrong });
    expect(shell("niklas check >&-; echo $?", { in: folder }).output).toBe("1\n");
    expect(shell("niklas check none.sys 2>&-; echo $?", { in: folder }).output).toContain("2\n");
  });
});

describe.runIf(process.platform === "linux")("a hostile project", () => {
  test("cannot have a pipe or a device waited for", () => {
    const folder = folderWith({ "a.sys": 'import "./pipe"\n' });
    execFileSync("mkfifo", [join(folder, "pipe.sys")]);
    symlinkSync("/dev/zero", join(folder, "zero.sys"));
    const ended = niklas(["check"], { in: folder });
    expect(ended.errors).toContain("cannot read `pipe.sys`: it is not a regular file");
    expect(ended.errors).toContain("cannot read `zero.sys`: it is a link that leads out of the project");
    expect(ended.output).toContain("error[import_not_found]");
    expect(ended.status).toBe(2);
  });

  test("cannot have a file outside shown", () => {
    const outside = folderWith({ "secret.txt": "the secret" });
    const folder = folderWith({
      "a.sys": 'import "./secret"\nimport "../../../../etc/passwd"\n',
      "niklas.json": "{}",
    });
    symlinkSync(join(outside, "secret.txt"), join(folder, "secret.sys"));
    for (const args of [["check", "a.sys"], ["check"], ["check", "secret.sys"]]) {
      const { output, errors, status } = niklas(args, { in: folder });
      expect(output + errors).not.toContain("the secret");
      expect(output + errors).not.toContain("root:");
      expect(status).not.toBe(0);
    }
    expect(
      niklas(["check", "a.sys"], { in: folder }).output.match(/error\[import_outside_root\]/g),
    ).toHaveLength(2);
  });

  test("cannot give orders to a terminal or to the reader of a log by the names of its files", () => {
    const names = [
      "\u001b[2J.sys",
      "::error::x.sys",
      "##[error]x.sys",
      "a\nb.sys",
      "\u202Ex.sys",
      "a'b\"$(c).sys",
    ];
    const folder = folderWith(Object.fromEntries(names.map((name) => [name, wrong])));
    for (const format of ["text", "json", "sarif", "github", "junit"]) {
      const { output, status } = niklas(["check", "-f", format], {
        in: folder,
        variables: { GITHUB_ACTIONS: "true", CI: "true" },
      });
      expect(status).toBe(1);
      expect(output).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      expect(output).not.toContain("##[");
      expect(output.match(/^\s*::error::x/gm)).toBeNull();
    }
    const [first, ...rest] = niklas(["check"], { in: folder, variables: { GITHUB_ACTIONS: "true" } })
      .output.trimEnd()
      .split("\n");
    const word = /^::stop-commands::([0-9a-f]{32})$/.exec(first ?? "")?.[1];
    expect(rest.at(-1)).toBe(`::${word}::`);
    const missing = niklas(["check", "\u001b[2J::error::\n##[error]"], {
      variables: { GITHUB_ACTIONS: "true" },
    });
    expect(missing.errors).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|##\[|^::error/m);
  });
});

test("a mistake of ours is told as one, without where in our code it happened", () => {
  const folder = folderWith({ "a.sys": right });
  const broken = 'Map.prototype.values = () => { throw new TypeError("ours"); };';
  writeFileSync(join(folder, "broken.cjs"), broken);
  const ended = niklas(["check"], { in: folder, variables: { NODE_OPTIONS: "--require ./broken.cjs" } });
  expect(ended.errors).toContain("this is a mistake in Niklas itself");
  expect(ended.errors).not.toContain("at ");
  expect(ended.status).toBe(2);
  const shown = niklas(["check"], {
    in: folder,
    variables: { NODE_OPTIONS: "--require ./broken.cjs", NIKLAS_DEBUG: "1" },
  });
  expect(shown.errors).toContain("TypeError: ours");
});
