/* The worker of the page: answers what it is asked, one question after the other. */
import { createBench } from "../bench.ts";
import type { AnswerOf, Answered, Asked, Kind } from "../protocol.ts";

const bench = createBench();

function answer(asked: Asked): AnswerOf<Kind> | Promise<AnswerOf<Kind>> {
  switch (asked.kind) {
    case "check":
      return bench.check(asked);
    case "hover":
      return bench.hover(asked);
    case "complete":
      return bench.complete(asked);
    case "layout":
      return bench.layout(asked);
    case "play":
      return bench.play(asked);
    case "map":
      return bench.map(asked);
    case "explain":
      return bench.explain(asked);
  }
}

function send(answered: Answered): void {
  self.postMessage(answered);
}

self.addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  const { id } = data;
  // A promise that is made of a function turns what is thrown into a failure.
  void new Promise<AnswerOf<Kind>>((done) => done(answer(data))).then(
    (given) => send({ id, answer: given }),
    (error: unknown) => send({ id, failed: error instanceof Error ? error.message : "unknown" }),
  );
});
