/*
 * The playground for browsers of this machine. It answers on the loopback address alone, with the files of one folder, which it
 * reads before it begins: no path of a request ever becomes one of the disk.
 */
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";

/** The only address that is listened at. */
export const loopback = "127.0.0.1";

/** What browsers call this machine. Other names are those of pages that want to be taken for it. */
const names: readonly string[] = [loopback, "localhost"];

const types: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".txt", "text/plain; charset=utf-8"],
]);

interface Page {
  readonly type: string;
  readonly content: Buffer;
}

/** A server for the files of a folder, not listening yet. Throws what the file system says if they cannot be read. */
export function playServer(folder: string): Server {
  const pages = pagesOf(folder);
  const policy = `${policyIn(pages.get("/")?.content.toString("utf8") ?? "")}; frame-ancestors 'none'`;
  const server = createServer({ maxHeaderSize: 16_384 }, (request, response) =>
    answer(request, response, pages, policy),
  );
  // Whoever is slow to ask is not waited for.
  server.headersTimeout = 10_000;
  server.requestTimeout = 10_000;
  return server;
}

function pagesOf(folder: string): ReadonlyMap<string, Page> {
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const type = types.get(extname(entry.name));
    if (!entry.isFile() || type === undefined) continue;
    const page = { type, content: readFileSync(join(folder, entry.name)) };
    pages.set(`/${entry.name}`, page);
    if (entry.name === "index.html") pages.set("/", page);
  }
  return pages;
}

/** The policy that the page itself states, to be said once more in the header: there it also counts for what is no page. */
function policyIn(html: string): string {
  return (
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? "default-src 'none'"
  );
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, Page>,
  policy: string,
): void {
  const headers = {
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
  } as const;
  const end = (status: number, type: string, content: Buffer | string, more: object = {}): void => {
    response.writeHead(status, {
      ...headers,
      ...more,
      "Content-Type": type,
      "Content-Length": Buffer.byteLength(content),
    });
    response.end(request.method === "HEAD" ? undefined : content);
  };
  const refuse = (status: number, words: string, more: object = {}): void =>
    end(status, "text/plain; charset=utf-8", `${words}\n`, more);

  if (!isOurs(request)) return refuse(421, "This server answers to the name of this machine alone.");
  if (request.method !== "GET" && request.method !== "HEAD")
    return refuse(405, "This server can only be read from.", { Allow: "GET, HEAD" });
  const page = pages.get((request.url ?? "").replace(/[?#].*$/, ""));
  if (page === undefined) return refuse(404, "There is nothing here.");
  end(200, page.type, page.content);
}

/** Whether a request calls this server by a name of this machine, and the port by which it came. */
function isOurs({ headers: { host = "" }, socket: { localPort } }: IncomingMessage): boolean {
  return names.some((name) => host === `${name}:${localPort}` || (localPort === 80 && host === name));
}
