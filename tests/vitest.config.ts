import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests of `npm test`: all of this folder, with the same random cases each time. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  // The programs of the examples import Niklas by its name: here that is its sources, and not what was built of them before.
  resolve: {
    alias: [{ find: /^niklas$/, replacement: fileURLToPath(new URL("../src/index.ts", import.meta.url)) }],
  },
  // A machine that does other things besides takes its time.
  test: { dir: "tests", setupFiles: ["tests/support/seed.ts"], testTimeout: 60_000 },
});
