import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests of `npm test`: all of this folder, with the same random cases each time. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  // The programs of the examples import Niklas by its name: here that is its sources, and not what was built of them before.
  resolve: {
    alias: [{ find: /^niklas$/, replacement: fileURLToPath(new URL("../src/index.ts", import.meta.url)) }],
  },
  test: {
    dir: "tests",
    setupFiles: ["tests/support/seed.ts"],
    // A machine that does other things besides takes its time.
    testTimeout: 60_000,
    maxWorkers: "100%",
    // Modules have no variables (`house.test.ts`): so files can have them in common, and need not read them again.
    isolate: false,
  },
});
