/* The ring (`model.ts`) in Quint, whose numbers are whole: everything counts in hundredths. A step takes one message. */
import { parting, systems, threshold, urgencyAt, weightAt } from "./model.ts";

export function quintRing(messages: number): string {
  const queue = Array.from(
    { length: messages },
    (_, message) =>
      `{ at: ${message % systems}, weight: ${weightAt(message) * 100}, urgency: ${Math.round(urgencyAt(message) * 100)} }`,
  );
  return `module ring {
  var thresholds: int -> int
  var attentions: int -> int
  var queue: List[{ at: int, weight: int, urgency: int }]

  pure val partings = ${mapOf((system) => parting(system) * 100)}
  pure def least(a, b) = if (a < b) a else b
  pure def most(a, b) = if (a > b) a else b

  action init = all {
    thresholds' = ${mapOf((system) => threshold(system) * 100)},
    attentions' = ${mapOf(() => 50)},
    queue' = [${queue.join(", ")}],
  }

  action step = {
    val message = queue.head()
    val near = message.weight > partings.get(message.at)
    val system = if (near) (message.at + 1) % ${systems} else (message.at + 3) % ${systems}
    val expected = thresholds.get(system)
    val attention = attentions.get(system)
    val made =
      if (message.weight > expected and message.urgency >= attention) {
        weight: (message.weight * 7 + 300) % 10000,
        urgency: message.urgency * 9 / 10 + 5,
        expected: least(10000, expected + (message.weight - expected) / 4),
        attention: attention
      } else if (message.weight * message.urgency > 200000) {
        weight: (message.weight + expected) / 2,
        urgency: 100 - message.urgency,
        expected: expected,
        attention: attention + (message.urgency - attention) / 8
      } else {
        weight: (message.weight * 5 + 1100) % 10000,
        urgency: (message.urgency + 37) % 100,
        expected: most(0, expected - 100),
        attention: attention * 95 / 100
      }
    all {
      thresholds' = thresholds.set(system, made.expected),
      attentions' = attentions.set(system, made.attention),
      queue' = queue.tail().append({ at: system, weight: made.weight, urgency: made.urgency }),
    }
  }
}
`;
}

function mapOf(value: (system: number) => number): string {
  const entries = Array.from({ length: systems }, (_, system) => `${system} -> ${value(system)}`);
  return `Map(${entries.join(", ")})`;
}
