import { describe, expect, it } from "vitest";
import { textWidth, tied, widestOf, wrappedText } from "../../../src/views/pictures/metrics.ts";

const plain = { size: 12 };

describe("the room of a text", () => {
  it("is twice as large for Chinese, and none for marks", () => {
    expect(textWidth("单位", { size: 10 })).toBeGreaterThan(20);
    expect(textWidth("单", plain)).toBeGreaterThan(textWidth("a", plain) * 1.5);
    expect(textWidth("e\u0301", plain)).toBe(textWidth("e", plain));
  });

  it("is kept by lines, which hold all that the text does", () => {
    for (const text of [
      "one two three four",
      "出格九分，这里有人付钱。",
      "a".repeat(50),
      "judgment(rate: 20%, enforceable: true)",
      `price${tied}>=${tied}100 and share${tied}>${tied}0`,
    ])
      for (const room of [40, 80, 150]) {
        const lines = wrappedText(text, plain, room);
        expect(widestOf(lines, plain)).toBeLessThanOrEqual(room);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(/[ \u00a0]/g, ""));
      }
  });

  it("breaks a long name at a sign before it breaks it anywhere", () => {
    expect(wrappedText("Stundenplan(Stunden: 2)", plain, 120)).toEqual(["Stundenplan(", "Stunden: 2)"]);
  });

  it("breaks no number at its point", () => {
    expect(wrappedText(`headline(price:${tied}111.5495)`, plain, 105)).toEqual([
      "headline(",
      "price: 111.5495)",
    ]);
  });

  it("breaks no word in which there is room for it in the next line", () => {
    expect(wrappedText("code information / non-information", plain, 160)).toEqual([
      "code information /",
      "non-information",
    ]);
  });

  it("begins no line with a sign that closes, and ends none with one that opens", () => {
    for (const room of [60, 75, 90, 110])
      for (const line of wrappedText("新鲜事(程度: 5)，《单位》abc，“无”。", plain, room)) {
        expect(line).not.toMatch(/^[),:，。》”]/u);
        expect(line).not.toMatch(/[《“]$/u);
      }
  });

  it("keeps together what is tied, as long as a line can hold it, and shows a space", () => {
    const text = `when share${tied}>=${tied}1% and price${tied}>${tied}0`;
    for (const room of [75, 90, 120, 160, 400]) {
      const lines = wrappedText(text, plain, room);
      expect(lines.join(" ")).toBe("when share >= 1% and price > 0");
      for (const line of lines) expect(line).not.toMatch(/[<>=]$/u);
    }
  });

  it("may make lines wider for one compound, and not for a text", () => {
    const word = "Rechtsschutzversicherungsgesellschaft";
    expect(wrappedText(word, plain, 170, { compounds: true })).toEqual([word]);
    expect(wrappedText(word, plain, 170).length).toBeGreaterThan(1);
    expect(wrappedText("a".repeat(200), plain, 170, { compounds: true }).length).toBeGreaterThan(1);
  });

  it("ends in an ellipsis where there are more lines than there may be", () => {
    const lines = wrappedText("one two three four five six", plain, 60, { most: 2 });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/u);
  });
});
