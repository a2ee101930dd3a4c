import { describe, expect, it } from "vitest";
import { textWidth, widestOf, wrappedText } from "../../../../src/views/pictures/run/text_size.ts";
import { stepTicks, ticksOf, tickText } from "../../../../src/views/pictures/run/ticks.ts";

describe("the room of a text", () => {
  it("is twice as large for Chinese, and none for marks", () => {
    expect(textWidth("单位", 10)).toBeGreaterThan(20);
    expect(textWidth("单", 10)).toBeGreaterThan(textWidth("a", 10) * 1.5);
    expect(textWidth("e\u0301", 10)).toBe(textWidth("e", 10));
  });

  it("is kept by lines, which hold all that the text does", () => {
    for (const text of [
      "one two three four",
      "出格九分，这里有人付钱。",
      "a".repeat(50),
      "judgment(rate: 20%, enforceable: true)",
    ])
      for (const room of [40, 80, 150]) {
        const lines = wrappedText(text, room, 12);
        expect(widestOf(lines, 12)).toBeLessThanOrEqual(room);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }
  });

  it("breaks a long name at a sign before it breaks it anywhere", () => {
    expect(wrappedText("Stundenplan(Stunden: 2)", 120, 12)).toEqual(["Stundenplan(", "Stunden: 2)"]);
  });

  it("begins no line with a sign that closes", () => {
    for (const room of [30, 45, 60])
      for (const line of wrappedText("新鲜事(程度: 5)，单位。", room, 12))
        expect(line).not.toMatch(/^[),:，。]/u);
  });
});

describe("the marks of an axis", () => {
  it("stand at round numbers around what there is", () => {
    expect(ticksOf(100, 146.3, 4).at).toEqual([100, 120, 140, 160]);
    expect(ticksOf(0, 0.1, 4).at).toEqual([0, 0.05, 0.1]);
    expect(ticksOf(-3, 4, 4).at).toEqual([-4, -2, 0, 2, 4]);
    expect(ticksOf(0.1, 0.3, 4).at.map((tick) => tickText(tick, true))).toEqual([
      "10%",
      "15%",
      "20%",
      "25%",
      "30%",
    ]);
  });

  it("are few and finite for any numbers", () => {
    for (const [low, high] of [
      [5, 5],
      [0, 0],
      [1e300, 1e301],
      [-1e308, 1e308],
      [1e-300, 2e-300],
      [1, 1 + 1e-13],
      [-7, -7],
    ] as const) {
      const { at, low: first, high: last } = ticksOf(low, high, 4);
      expect(at.length).toBeGreaterThan(1);
      expect(at.length).toBeLessThan(12);
      expect(at.every(Number.isFinite)).toBe(true);
      expect(first).toBeLessThan(last);
    }
  });

  it("are whole steps", () => {
    expect(stepTicks(10, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(stepTicks(1000, 6)).toEqual([0, 200, 400, 600, 800, 1000]);
    expect(stepTicks(0, 6)).toEqual([0]);
  });
});
