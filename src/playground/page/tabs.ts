/* The files above the editor, as tabs, and what can be done with them. With a single file there is nothing to choose from. */
import { counted, listed } from "../../base/words.ts";
import type { Found } from "../protocol.ts";
import { isFileName, isModelName, mostFiles, nameAmongOthers, sameName, type Work } from "../work.ts";
import { element, fill, part } from "./elements.ts";
import type { Files } from "./files.ts";
import { askName } from "./naming.ts";
import { notice } from "./notice.ts";

export interface Tabs {
  /** The files are others, or another one is in the editor. */
  readonly refresh: () => void;
  /** What is found stands in these files. */
  readonly mark: (found: readonly Found[]) => void;
}

export function createTabs(files: Files): Tabs {
  const row = part("files", HTMLElement);
  const list = part("tabs", HTMLElement);
  const editor = part("editor", HTMLElement);
  const rename = part("file-rename", HTMLButtonElement);
  const remove = part("file-remove", HTMLButtonElement);
  const first = part("file-first", HTMLButtonElement);
  let tabs: readonly HTMLButtonElement[] = [];
  let listedNames = "";
  let marked: readonly Found[] = [];

  function refresh(): void {
    const work = files.work();
    const current = files.current();
    const names = work.map(({ name }) => name);
    row.hidden = names.length === 1;
    if (JSON.stringify(names) !== listedNames) {
      tabs = names.map((name, index) => tabOf(name, index));
      fill(list, ...tabs);
      listedNames = JSON.stringify(names);
    }
    tabs.forEach((tab, index) => {
      const isShown = names[index] === current;
      tab.setAttribute("aria-selected", String(isShown));
      tab.tabIndex = isShown ? 0 : -1;
    });
    if (names.length === 1) for (const name of ["role", "aria-labelledby"]) editor.removeAttribute(name);
    else {
      editor.setAttribute("role", "tabpanel");
      editor.setAttribute("aria-labelledby", `tab-${names.indexOf(current)}`);
    }
    first.hidden = !isModelName(current) || names[0] === current;
    remove.disabled = !names.some((name) => name !== current && isModelName(name));
    showMarks();
  }

  function tabOf(name: string, index: number): HTMLButtonElement {
    const tab = element(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${index}`,
        "aria-controls": "editor",
        title: index === 0 ? "the file that is run" : undefined,
      },
      element("span", { class: "name" }, name),
      index === 0 ? element("span", { class: "first" }, " is run") : undefined,
      element("span", { class: "count" }),
    );
    tab.addEventListener("click", () => files.show(name));
    return tab;
  }

  function showMarks(): void {
    files.work().forEach(({ name }, index) => {
      const place = tabs[index]?.querySelector(".count");
      if (place === null || place === undefined) return;
      const own = marked.filter(({ file }) => file === name);
      const [worst] = (["error", "warning", "hint"] as const).filter((severity) =>
        own.some((one) => one.severity === severity),
      );
      place.className = `count ${worst ?? ""}`;
      if (worst === undefined) fill(place);
      else
        fill(
          place,
          element("span", { "aria-hidden": "true" }, String(own.length)),
          element("span", { class: "unseen" }, `, ${counted(own.length, "finding")}`),
        );
    });
  }

  list.addEventListener("keydown", (event) => {
    const names = files.work().map(({ name }) => name);
    const at = names.indexOf(files.current());
    const next = steps[event.key]?.(at, names.length);
    const name = next === undefined ? undefined : names[next];
    if (next === undefined || name === undefined) return;
    event.preventDefault();
    files.show(name);
    tabs[next]?.focus();
  });

  part("file-add", HTMLButtonElement).addEventListener("click", () => {
    const work = files.work();
    if (work.length >= mostFiles) {
      notice(`A work here has at most ${mostFiles} files.`, [{ title: "All right", take: () => {} }]);
      return;
    }
    askName({
      title: "Add a file",
      done: "Add",
      name: wantedName(work),
      wrong: (name) => wrongName(name, namesBesides(work, undefined)),
      take(name) {
        files.add(name);
        files.focus();
      },
    });
  });
  rename.addEventListener("click", () => {
    const work = files.work();
    const file = files.current();
    askName({
      title: `Rename ${file}`,
      done: "Rename",
      name: file,
      wrong(name) {
        if (!isModelName(name) && !work.some((one) => one.name !== file && isModelName(one.name)))
          return "One of the files is a model, and ends in .sys.";
        return wrongName(name, namesBesides(work, file));
      },
      take: (name) => files.rename(file, name),
    });
  });
  remove.addEventListener("click", () => {
    const [before, name] = [files.work(), files.current()];
    files.remove(name);
    const putBack = (): void => {
      // In the meantime there may be another of its name.
      const text = before.find((one) => one.name === name)?.text;
      if (wrongName(name, namesBesides(files.work(), undefined)) !== undefined) return;
      files.add(name, text);
      if (before[0].name === name) files.putFirst(name);
    };
    notice(`${name} has been removed.`, [
      { title: "Put it back", take: putBack },
      { title: "All right", primary: true, take: () => {} },
    ]);
  });
  first.addEventListener("click", () => files.putFirst(files.current()));

  return {
    refresh,
    mark(found) {
      marked = found;
      showMarks();
    },
  };
}

/** Where each key leads from a tab. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** What the files are called beside one. */
function namesBesides(work: Work, file: string | undefined): readonly string[] {
  if (work.length === 1) return [nameAmongOthers(work)];
  return work.map(({ name }) => name).filter((name) => name !== file);
}

function wrongName(name: string, others: readonly string[]): string | undefined {
  if (!/\.(?:sys|bib|json)$/.test(name))
    return `A name ends in ${listed([".sys (a model)", ".bib", ".json (bibliographies)"], "or")}.`;
  if (!isFileName(name)) return "A name is made of letters, digits, _, - and dots, and is not too long.";
  if (others.some((other) => sameName(other) === sameName(name))) return `There is a ${name} already.`;
  return undefined;
}

/** The name of a file that a model names and that is not there yet. */
function wantedName(work: Work): string {
  const others = namesBesides(work, undefined);
  for (const { text } of work)
    for (const [, word = "", written = ""] of text.matchAll(
      /^[ \t]*(import|bibliography)\b[^"\n]*"(?:\.\/)?([^"/\n]+)"/gm,
    )) {
      const name = word === "import" && !written.endsWith(".sys") ? `${written}.sys` : written;
      if (written !== "canon" && wrongName(name, others) === undefined) return name;
    }
  return "";
}
