/* What a run keeps takes no more room than its limits say, however its numbers are spread. */
import { describe, expect, it } from "vitest";
import { Answers, comparing, roomForAnswers } from "../../src/engine/answers.ts";
import { Schedule } from "../../src/engine/queues.ts";
import { kinds, Recorder } from "../../src/engine/recorder.ts";
import { Broken } from "../../src/engine/violations.ts";
import { limits } from "../../src/base/limits.ts";

/** What breaks a job off. */
function brokenBy(job: () => void): Broken["budget"] | undefined {
  try {
    job();
  } catch (error) {
    if (error instanceof Broken) return error.budget;
    throw error;
  }
  return undefined;
}

describe("what is due in later steps", () => {
  it("takes little room in each of very many steps", () => {
    const schedule = new Schedule();
    const lists = Array.from({ length: 1_000 }, (_, step) => schedule.due(step + 2));
    for (const list of lists) list.room(3);
    expect(lists.reduce((sum, { numbers, order }) => sum + numbers.length + order.length, 0)).toBeLessThan(
      10_000,
    );
  });

  it("leaves no heap of large lists behind when it has come", () => {
    const schedule = new Schedule();
    for (let step = 2; step < 102; step += 1) schedule.due(step).room(100_000);
    for (let step = 1; step < 102; step += 1) schedule.giveBack(schedule.take(step));
    let kept = 0;
    for (let step = 200; step < 400; step += 1) kept += schedule.due(step).numbers.length;
    expect(kept).toBeLessThan(300_000);
  });
});

describe("a trace", () => {
  it("is broken off by the numbers that its entries tell, where these are very many", () => {
    const recorder = new Recorder(100_000);
    const values = new Float64Array(1_000);
    const budget = brokenBy(() => {
      for (;;) {
        recorder.begin(kinds.noise, -1, 0);
        recorder.addAll(values, 0, values.length);
      }
    });
    expect(budget).toBe("numbers in the trace");
    expect(recorder.count).toBeGreaterThan(700);
    expect(recorder.count).toBeLessThan(900);
    expect(recorder.numbersOf(recorder.count - 1)).toHaveLength(1_000);
  });

  it("is broken off by the number of its entries otherwise", () => {
    const recorder = new Recorder(100);
    expect(
      brokenBy(() => {
        for (;;) recorder.begin(kinds.decision, -1, 0);
      }),
    ).toBe("length of the trace");
    expect(recorder.count).toBe(100);
  });
});

describe("answers", () => {
  const args = Float64Array.of(1, 2, 3);

  it("are the same as long as all of them are, and differ for good once one does", () => {
    const room = roomForAnswers();
    const [one, other] = [new Answers(room), new Answers(room)];
    const same = comparing(one, other);
    expect(same()).toBe(true);
    one.note(1, 0, 4, args, 0, 2);
    expect(same()).toBe(false);
    other.note(1, 0, 4, args, 0, 2);
    expect(same()).toBe(true);
    one.note(2, 0, 4, args, 0, 2);
    other.note(2, 0, 4, args, 1, 2);
    expect(same()).toBe(false);
    one.note(3, 0, 4, args, 0, 0);
    other.note(3, 0, 4, args, 0, 0);
    expect(same()).toBe(false);
    // Of what differs nothing more is kept.
    expect(other.used).toBe(0);
    expect(room.left).toBe(limits.answers - one.used);
  });

  it("are the same if they differ by no more than the tolerance of the language", () => {
    const room = roomForAnswers();
    const [one, other] = [new Answers(room), new Answers(room)];
    one.note(1, 0, 4, Float64Array.of(0.1 + 0.2), 0, 1);
    other.note(1, 0, 4, Float64Array.of(0.3), 0, 1);
    expect(comparing(one, other)()).toBe(true);
  });

  it("share what room there is with those they are compared with", () => {
    const room = { left: 10 };
    const [one, other] = [new Answers(room), new Answers(room)];
    one.note(1, 0, 4, args, 0, 2);
    other.note(1, 0, 4, args, 0, 2);
    expect(
      brokenBy(() => {
        one.note(2, 0, 4, args, 0, 0);
      }),
    ).toBe("numbers for verdicts");
  });
});
