/* The worker that draws maps. It is begun when the first one is wanted, and knows nothing of models. */
import { drawn } from "../drawing.ts";
import { answerAll } from "./answering.ts";

answerAll<"draw">(({ graph }) => drawn(graph));
