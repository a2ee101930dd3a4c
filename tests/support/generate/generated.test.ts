import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generated } from "./generated.ts";
import { root } from "./sources.ts";

test.each(generated)(
  "$path is as the generator makes it (`npm run generate` writes it anew)",
  async ({ path, make }) => {
    expect(readFileSync(join(root, path), "utf8")).toBe(await make());
  },
);
