import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests of `npm test`: all of this folder, with the same random cases each time. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  // A machine that does other things besides takes its time.
  test: { dir: "tests", setupFiles: ["tests/support/seed.ts"], testTimeout: 60_000 },
});
