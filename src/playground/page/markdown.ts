/* The Markdown of hovers and of the pages of the checks as elements: what these write, and no more. */
import { element } from "./elements.ts";

/** The elements of a text. Links lead nowhere: they become their words. */
export function markdown(text: string): readonly HTMLElement[] {
  const made: HTMLElement[] = [];
  const lines = text.split(/\r?\n/);
  let at = 0;
  const block = (goesOn: (line: string) => boolean): readonly string[] => {
    const from = at;
    while (at < lines.length && goesOn(lines[at] ?? "")) at += 1;
    return lines.slice(from, at);
  };
  while (at < lines.length) {
    const line = lines[at] ?? "";
    const heading = /^(#{1,4}) (.*)$/.exec(line);
    if (line.trim() === "" || /^<!--.*-->$/.test(line)) at += 1;
    else if (line.startsWith("```")) {
      at += 1;
      const code = block((each) => !each.startsWith("```"));
      at += 1;
      made.push(element("pre", { tabindex: "0" }, element("code", {}, code.join("\n"))));
    } else if (heading !== null) {
      at += 1;
      made.push(element("h4", {}, ...spans(heading[2] ?? "")));
    } else if (isItem(line)) {
      const items = block((each) => isItem(each) || /^\s+\S/.test(each));
      made.push(element("ul", {}, ...itemsOf(items).map((item) => element("li", {}, ...spans(item)))));
    } else {
      const words = block((each) => each.trim() !== "" && !each.startsWith("```") && !isItem(each));
      made.push(element("p", {}, ...spans(words.join(" "))));
    }
  }
  return made;
}

function isItem(line: string): boolean {
  return /^[-*] /.test(line);
}

function itemsOf(lines: readonly string[]): readonly string[] {
  return lines.reduce<readonly string[]>(
    (items, line) =>
      isItem(line)
        ? [...items, line.slice(2)]
        : [...items.slice(0, -1), `${items.at(-1) ?? ""} ${line.trim()}`],
    [],
  );
}

function spans(text: string): readonly (Node | string)[] {
  const made: (Node | string)[] = [];
  const pattern = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\([^)]*\)|\\([^\w\s])/g;
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) made.push(text.slice(from, match.index));
    const [whole, code, strong, emphasis, link, escaped] = match;
    if (code !== undefined) made.push(element("code", {}, code));
    else if (strong !== undefined) made.push(element("strong", {}, ...spans(strong)));
    else if (emphasis !== undefined) made.push(element("em", {}, ...spans(emphasis)));
    else if (link !== undefined) made.push(...spans(link));
    else made.push(escaped ?? whole);
    from = match.index + whole.length;
  }
  if (from < text.length) made.push(text.slice(from));
  return made;
}
