import { execFileSync, spawn } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFileSafely } from "../../src/cli/write.ts";
import { folderWith } from "./folder.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("a new file is written, and nothing else is left beside it", () => {
  const folder = folderWith();
  expect(writeFileSafely(join(folder, "a.txt"), bytes("new"))).toEqual({ kind: "written" });
  expect(readdirSync(folder)).toEqual(["a.txt"]);
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("new");
});

test("a file keeps its mode", () => {
  const folder = folderWith({ "a.txt": "old" });
  chmodSync(join(folder, "a.txt"), 0o751);
  writeFileSafely(join(folder, "a.txt"), bytes("new"));
  expect(statSync(join(folder, "a.txt")).mode & 0o777).toBe(0o751);
});

test("a file with this content already is not touched", () => {
  const folder = folderWith({ "a.txt": "same" });
  const before = statSync(join(folder, "a.txt")).ino;
  expect(writeFileSafely(join(folder, "a.txt"), bytes("same"))).toEqual({ kind: "unchanged" });
  expect(statSync(join(folder, "a.txt")).ino).toBe(before);
});

test("a link stays a link, and the file it leads to is written", () => {
  const folder = folderWith({ "real/a.txt": "old" });
  symlinkSync(join(folder, "real/a.txt"), join(folder, "link.txt"));
  expect(writeFileSafely(join(folder, "link.txt"), bytes("new"))).toEqual({ kind: "written" });
  expect(lstatSync(join(folder, "link.txt")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, "real/a.txt"), "utf8")).toBe("new");
});

test("a file that somebody has changed since it was read is left alone", () => {
  const folder = folderWith({ "a.txt": "theirs" });
  const written = writeFileSafely(join(folder, "a.txt"), bytes("ours"), { before: bytes("old") });
  expect(written).toMatchObject({ kind: "failed" });
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("theirs");
});

test("folders and places that are not there cannot be written to", () => {
  const folder = folderWith({ "sub/a.txt": "" });
  expect(writeFileSafely(join(folder, "sub"), bytes(""))).toEqual({
    kind: "failed",
    reason: "it is a folder",
  });
  expect(writeFileSafely(join(folder, "none/a.txt"), bytes(""))).toEqual({
    kind: "failed",
    reason: "it does not exist",
  });
});

test("what killed writers left behind an hour ago is swept up, of this file alone", () => {
  const stale = ".a.txt.1.0123456789ab.niklas-tmp";
  const folder = folderWith({
    [stale]: "",
    ".a.txt.2.0123456789ab.niklas-tmp": "",
    ".b.txt.1.0.niklas-tmp": "",
  });
  const old = new Date(Date.now() - 7_200_000);
  utimesSync(join(folder, stale), old, old);
  utimesSync(join(folder, ".b.txt.1.0.niklas-tmp"), old, old);
  writeFileSafely(join(folder, "a.txt"), bytes("new"));
  expect(readdirSync(folder).sort()).toEqual([
    ".a.txt.2.0123456789ab.niklas-tmp",
    ".b.txt.1.0.niklas-tmp",
    "a.txt",
  ]);
});

test.runIf(process.platform === "linux")("devices are written to only where that is wanted", () => {
  expect(writeFileSafely("/dev/null", bytes("x"))).toEqual({
    kind: "failed",
    reason: "it is not a regular file",
  });
  expect(writeFileSafely("/dev/null", bytes("x"), { anyKind: true })).toEqual({ kind: "written" });
  expect(writeFileSafely("/dev/full", bytes("x"), { anyKind: true })).toEqual({
    kind: "failed",
    reason: "there is no space left on the disk",
  });
});

test.runIf(process.platform === "linux")("a file larger than may be written stays as it was", () => {
  const folder = folderWith({ "a.txt": "old" });
  const script = `
    import { writeFileSafely } from ${JSON.stringify(join(process.cwd(), "src/cli/write.ts"))};
    process.on("SIGXFSZ", () => {});
    console.log(JSON.stringify(writeFileSafely(process.argv[1], new Uint8Array(3_000_000))));`;
  // The shell lets no file grow beyond 1,000 blocks, which ends a write half way as a full disk does.
  const output = execFileSync(
    "bash",
    [
      "-c",
      'ulimit -f 1000; exec "$0" --import tsx --input-type=module -e "$1" "$2"',
      process.execPath,
      script,
      join(folder, "a.txt"),
    ],
    { encoding: "utf8" },
  );
  expect(JSON.parse(output)).toMatchObject({ kind: "failed" });
  expect(readdirSync(folder)).toEqual(["a.txt"]);
  expect(readFileSync(join(folder, "a.txt"), "utf8")).toBe("old");
});

test("a writer that is killed at any moment leaves the old content or the new", async () => {
  const folder = folderWith({ "a.txt": "0".repeat(1_000_000) });
  const path = join(folder, "a.txt");
  const script = `
    import { writeFileSafely } from ${JSON.stringify(join(process.cwd(), "src/cli/write.ts"))};
    process.stdout.write("ready");
    for (let digit = 1; ; digit = (digit + 1) % 10) {
      writeFileSafely(process.argv[1], new TextEncoder().encode(String(digit).repeat(1_000_000)));
    }`;
  for (const delay of [0, 3, 7, 12, 20]) {
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script, path]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await new Promise((resolve) => setTimeout(resolve, delay));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    const text = readFileSync(path, "utf8");
    expect(text.length).toBe(1_000_000);
    expect(text).toBe((text[0] ?? "").repeat(1_000_000));
  }
}, 30_000);
