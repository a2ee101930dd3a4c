/* What every worker of the page does: answers what it is asked, one question after the other. */
import type { AnswerOf, Answered, Asked, Kind } from "../protocol.ts";

export function answerAll<K extends Kind>(
  answer: (asked: Asked<K>) => AnswerOf<K> | Promise<AnswerOf<K>>,
): void {
  const send = (answered: Answered): void => self.postMessage(answered);
  self.addEventListener("message", ({ data }: MessageEvent<Asked<K>>) => {
    const { id } = data;
    // A promise that is made of a function turns what is thrown into a failure.
    void new Promise<AnswerOf<K>>((done) => done(answer(data))).then(
      (given) => send({ id, answer: given }),
      (error: unknown) => send({ id, failed: error instanceof Error ? error.message : "unknown" }),
    );
  });
}
