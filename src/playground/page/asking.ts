/*
 * The workers of the page. Their scripts stand in the page itself, as data, and become addresses of blobs: from the disk a
 * browser loads no script for a worker, and this way it is the same page everywhere. No other script can become one.
 */
import type { AnswerOf, Answered, Kind, KnowingKind, QuestionOf } from "../protocol.ts";
import { part } from "./elements.ts";

export interface Asking<Known extends Kind = KnowingKind> {
  readonly ask: <K extends Known>(kind: K, question: QuestionOf<K>) => Promise<AnswerOf<K>>;
  /** Ends what is being worked on, and all that waits for it; the next question starts anew. */
  readonly stop: () => void;
}

/** Why a question has no answer: somebody has stopped the worker, or it could not go on. */
export class NoAnswer extends Error {
  readonly stopped: boolean;

  constructor(message: string, stopped: boolean) {
    super(message);
    this.name = "NoAnswer";
    this.stopped = stopped;
  }
}

interface Waiting {
  readonly resolve: (answer: AnswerOf<Kind>) => void;
  readonly reject: (reason: NoAnswer) => void;
}

/** `script`: the one of the worker, which begins with the first question. */
export function createAsking<Known extends Kind>(script: Script): Asking<Known> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let asked = 0;

  function end(reason: NoAnswer): void {
    worker?.terminate();
    worker = undefined;
    const left = [...waiting.values()];
    waiting.clear();
    for (const { reject } of left) reject(reason);
  }

  function started(): Worker {
    const made = new Worker(trusted(addressOf(script)));
    made.addEventListener("message", ({ data }: MessageEvent<Answered>) => {
      const one = waiting.get(data.id);
      waiting.delete(data.id);
      if ("failed" in data) one?.reject(new NoAnswer(data.failed, false));
      else one?.resolve(data.answer);
    });
    made.addEventListener("error", (event) =>
      end(new NoAnswer(event.message || "the worker has failed", false)),
    );
    return made;
  }

  return {
    ask<K extends Known>(kind: K, question: QuestionOf<K>): Promise<AnswerOf<K>> {
      asked += 1;
      const id = asked;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
        worker ??= started();
        worker.postMessage({ ...question, id, kind });
      });
    },
    stop: () => end(new NoAnswer("stopped", true)),
  };
}

/** What a browser that enforces Trusted Types has, which the types of the platform do not know yet everywhere. */
interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}

function hasPolicies(value: unknown): value is TrustedTypes {
  return typeof value === "object" && value !== null && "createPolicy" in value;
}

/** The scripts of workers, by their place in the page. */
type Script = "worker" | "drawer";

const addresses = new Map<Script, string>();
const trusted = makeTrusted();

function makeTrusted(): (url: string) => string {
  const types: unknown = Reflect.get(globalThis, "trustedTypes");
  if (!hasPolicies(types)) return (url) => url;
  const policy = types.createPolicy("niklas-worker", {
    createScriptURL(url) {
      if (![...addresses.values()].includes(url)) throw new Error("this page starts no script but its own");
      return url;
    },
  });
  return (url) => policy.createScriptURL(url);
}

function addressOf(script: Script): string {
  const known = addresses.get(script);
  if (known !== undefined) return known;
  const text = part(script, HTMLScriptElement).textContent ?? "";
  const made = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  addresses.set(script, made);
  return made;
}
