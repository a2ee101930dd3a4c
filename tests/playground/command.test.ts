import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commandLine } from "../cli/command_line.ts";
import { root } from "../support/generate/sources.ts";

const { niklas, started } = commandLine();

// It is served as the last build has made it; whoever has not built has none.
describe.skipIf(!existsSync(join(root, "dist/playground/index.html")))("niklas play", () => {
  test("it prints its address, serves the page there, and ends with Ctrl-C as one who is done", async () => {
    const command = started(["play"], tmpdir());
    await command.says("Ctrl-C ends it\n", "output");
    const [, address = ""] = /at (http:\/\/127\.0\.0\.1:\d+\/)\n/.exec(command.output()) ?? [];
    const response = await fetch(address);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-security-policy")).toMatch(
      /script-src 'sha256-.*frame-ancestors 'none'$/,
    );
    expect(await response.text()).toContain("<title>Niklas playground</title>");
    expect(await command.interrupted()).toBe(0);
  });

  test("a port that is taken is told, and nothing is served", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const ended = niklas(["play", "--port", String(port)]);
    other.close();
    expect(ended).toMatchObject({ status: 2, output: "" });
    expect(ended.errors).toContain(`port ${port} is taken`);
  });
});
