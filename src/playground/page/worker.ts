/* The worker that knows models: one checks what is written, another one plays it. */
import { readBibliography } from "../../model/bibliography.ts";
import { createBench } from "../bench.ts";
import type { AnswerOf, Asked, KnowingKind } from "../protocol.ts";
import { answerAll } from "./answering.ts";

const bench = createBench(readBibliography);

answerAll<KnowingKind>(answer);

function answer(asked: Asked<KnowingKind>): AnswerOf<KnowingKind> {
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
    case "depict":
      return bench.depict(asked);
    case "map":
      return bench.map(asked);
    case "beginReport":
      return bench.beginReport(asked);
    case "report":
      return bench.report(asked);
    case "explain":
      return bench.explain(asked);
  }
}
