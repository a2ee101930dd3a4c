import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { request, type Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loopback, playServer } from "../../src/cli/play_server.ts";

const parent = mkdtempSync(join(tmpdir(), "niklas-play-"));
const folder = join(parent, "site");
const policy = "default-src 'none'; script-src 'sha256-abc='";
let server: Server;
let port = 0;

beforeAll(async () => {
  mkdirSync(join(folder, "deep"), { recursive: true });
  writeFileSync(join(parent, "secret.txt"), "secret");
  writeFileSync(join(folder, "deep", "secret.txt"), "secret");
  writeFileSync(join(folder, "secret.key"), "secret");
  writeFileSync(
    join(folder, "index.html"),
    `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><p>page`,
  );
  server = playServer(folder);
  await new Promise<void>((resolve) => server.listen(0, loopback, resolve));
  const address = server.address();
  if (typeof address === "object" && address !== null) port = address.port;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(parent, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

function ask(path: string, { method = "GET", host = `${loopback}:${port}` } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: loopback, port, path, method, headers: { Host: host } }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

/** What comes back for bytes that no library would send. */
function askRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, loopback, () => socket.end(text));
    const chunks: Buffer[] = [];
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("close", () => resolve(Buffer.concat(chunks).toString("utf8")));
    socket.on("error", reject);
  });
}

test("the page is served with its policy as a header, and cannot be framed", async () => {
  const { status, headers, body } = await ask("/");
  expect(status).toBe(200);
  expect(body).toContain("<p>page");
  expect(headers).toMatchObject({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `${policy}; frame-ancestors 'none'`,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "no-store",
  });
  expect((await ask("/index.html?x=1")).body).toBe(body);
});

test("HEAD is answered without a body", async () => {
  const { status, headers, body } = await ask("/", { method: "HEAD" });
  expect({ status, body }).toEqual({ status: 200, body: "" });
  expect(Number(headers["content-length"])).toBeGreaterThan(20);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])("%s is refused", async (method) => {
  const { status, headers, body } = await ask("/", { method });
  expect({ status, allow: headers["allow"] }).toEqual({ status: 405, allow: "GET, HEAD" });
  expect(body).not.toContain("<p>page");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/..\\secret.txt",
  "//secret.txt",
  "/deep/secret.txt",
  "/deep",
  "/secret.key",
  "/index.html/",
  "/index.html%00.txt",
  "/constructor",
  "/__proto__",
  "/favicon.ico",
])("%s is not there", async (path) => {
  const { status, body } = await ask(path);
  expect({ status, body }).toEqual({ status: 404, body: "There is nothing here.\n" });
});

test("a name of this machine is answered, and no other", async () => {
  expect((await ask("/", { host: `localhost:${port}` })).status).toBe(200);
  for (const host of [
    `evil.example:${port}`,
    "evil.example",
    loopback,
    `${loopback}:${port + 1}`,
    `${loopback}.evil.example:${port}`,
    `localhost.:${port}`,
    `[::1]:${port}`,
    `x@${loopback}:${port}`,
  ]) {
    const { status, body } = await ask("/", { host });
    expect({ host, status }).toEqual({ host, status: 421 });
    expect(body).not.toContain("<p>page");
  }
});

test("paths that a client would have tidied up lead nowhere", async () => {
  const head = `Host: ${loopback}:${port}\r\nConnection: close\r\n\r\n`;
  for (const path of ["/../secret.txt", "/deep/../../secret.txt", "../secret.txt", "http://evil.example/"]) {
    const answer = await askRaw(`GET ${path} HTTP/1.1\r\n${head}`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).not.toContain("secret\n");
    expect(answer.endsWith("secret")).toBe(false);
  }
  expect(await askRaw("GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(await askRaw("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(await askRaw("\x16\x03\x01\r\n\r\n")).toMatch(/^(HTTP\/1\.1 400 |$)/);
});

test("it listens at the loopback address alone", () => {
  expect(server.address()).toMatchObject({ address: "127.0.0.1" });
});

test("a folder that is not there is no server", () => {
  expect(() => playServer(join(parent, "missing"))).toThrow("ENOENT");
});
