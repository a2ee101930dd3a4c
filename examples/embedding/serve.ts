/*
 * A web server that runs models of strangers. It takes a model by POST and answers with the stories of its scenarios, or
 * with what is wrong with it. A stranger's model may be large, endless or slow; each is met with a bound of its own.
 *
 *     PORT=8080 npx tsx examples/embedding/serve.ts
 *     curl --data-binary @examples/thermostat/thermostat.sys http://127.0.0.1:8080/
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { check, prepare, renderRun, renderText, runInTurns } from "niklas";

const setting = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const port = setting("PORT", 8080);
/** Bytes of a model. */
const mostBytes = setting("MOST_BYTES", 100_000);
/** For checking a model and running all of its scenarios. */
const mostMilliseconds = setting("MOST_MILLISECONDS", 2_000);
/** Of one run: the same model is broken off at the same step on every machine. */
const budget = { steps: setting("MOST_STEPS", 10_000), events: 200_000, entries: 100_000 };
/** Characters of an answer. */
const mostAnswered = 200_000;

class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const server = createServer((request, response) => void answer(request, response));
server.listen(port, "127.0.0.1", () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const ending = new AbortController();
  const tooLong = () =>
    ending.abort(new Refused(503, `it took longer than ${mostMilliseconds} milliseconds`));
  const timer = setTimeout(tooLong, mostMilliseconds);
  // For who has gone away nothing is computed any more.
  response.on("close", () => ending.abort(new Refused(499, "nobody waits for the answer")));
  try {
    if (request.method !== "POST") throw new Refused(405, "send a model by POST");
    const { status, text } = await told(await modelIn(request), ending.signal);
    send(response, status, text.slice(0, mostAnswered));
  } catch (error) {
    if (error instanceof Refused) send(response, error.status, `${error.message}\n`);
    else throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** The text of the body, which is read no further than to its bound. */
async function modelIn(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new Refused(413, `a model has at most ${mostBytes} bytes here`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

/** What is to be said of a model: what is wrong with it, or the stories of its scenarios. */
async function told(text: string, signal: AbortSignal): Promise<{ status: number; text: string }> {
  const end = performance.now() + mostMilliseconds;
  // While a model is checked, and within a turn of a run, no timer gets its turn: the clock is asked.
  const checkpoint = () => {
    if (performance.now() > end)
      throw new Refused(503, `it took longer than ${mostMilliseconds} milliseconds`);
  };
  const checked = check({ name: "model.sys", text }, { checkpoint });
  const model = prepare(checked);
  if (model.errors.length > 0) return { status: 422, text: renderText(model.errors, checked.sources) };
  const stories: string[] = [];
  for (const { name } of checked.model.scenarios) {
    const result = await runInTurns(model, { scenario: name, budget, signal, checkpoint, turn: 100 });
    stories.push(renderRun(result, { most: 200 }));
  }
  return { status: 200, text: stories.length > 0 ? stories.join("\n") : "no scenario, no story\n" };
}

function send(response: ServerResponse, status: number, text: string): void {
  if (response.destroyed) return;
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "x-content-type-options": "nosniff",
    // What has not been read of a request that is refused is not waited for.
    ...(status === 413 && { connection: "close" }),
  });
  response.end(text);
}
