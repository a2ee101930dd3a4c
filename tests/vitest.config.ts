import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The tests of `npm test`: all of this folder, with the same random cases each time. */
export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: { dir: "tests", setupFiles: ["tests/support/seed.ts"] },
});
