/*
 * All tests, in the order in which a failure tells most: types, formatting, generated files, then the test files.
 * The last line says how many passed and failed; the exit status is 1 if any failed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "niklas-tests-"));
const report = join(folder, "vitest.json");

/** What generators lay out themselves, and what others have written. */
const generatedOrForeign = [
  "!grammar",
  "!docs/schema",
  "!docs/messages.md",
  "!docs/pictures.md",
  "!src/checks/pages.ts",
  "!tests/fixtures",
];

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

function runTool(name: string, script: string, args: readonly string[]): number {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", script), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  return status ?? 1;
}

function step(name: string, script: string, args: readonly string[]): Counts {
  return runTool(name, script, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function testFiles(): Counts {
  const status = runTool("tests", "vitest/vitest.mjs", [
    "run",
    "--config",
    "tests/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  try {
    const {
      numPassedTests: passed,
      numFailedTests,
      testResults,
    } = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
      testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
    };
    // A file that cannot even be read fails without a failed test.
    const unread = testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    const failed = numFailedTests + unread.length;
    return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const results = [
  step("types", "typescript/bin/tsc", ["-p", "."]),
  step("types of the page", "typescript/bin/tsc", ["-p", "src/playground/page"]),
  step("formatting", "prettier/bin/prettier.cjs", ["--check", ".", ...generatedOrForeign]),
  testFiles(),
];
rmSync(folder, { recursive: true });
const passed = results.reduce((sum, counts) => sum + counts.passed, 0);
const failed = results.reduce((sum, counts) => sum + counts.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
