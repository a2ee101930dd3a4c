/*
 * What is shown of a model and of its run, one at a time: the story, its pictures, and the map. On a wide screen the map has a
 * place of its own beside them.
 */
import type { Depiction } from "../protocol.ts";
import { part } from "./elements.ts";

export type ViewName = "story" | Depiction | "map";

const names: readonly ViewName[] = ["story", "lanes", "series", "sequence", "map"];

/** The styles say the same. */
const wide = "(min-width: 1500px)";

export interface Views {
  /** Something has been run. Whoever still looks at the map is shown the story, once. */
  readonly ran: () => void;
  /** There is something to be read in the place of the story. */
  readonly read: () => void;
}

/** `lookedAt`: called when another view is shown. */
export function createViews(lookedAt: (name: ViewName) => void): Views {
  const tab = (name: ViewName): HTMLButtonElement => part(`tab-of-${name}`, HTMLButtonElement);
  const panel = (name: ViewName): HTMLElement => part(`view-${name}`, HTMLElement);
  const width = window.matchMedia(wide);
  let chosen: ViewName = "map";
  let hasRun = false;

  const offered = (): readonly ViewName[] => names.filter((name) => name !== "map" || !width.matches);
  const current = (): ViewName => (offered().includes(chosen) ? chosen : "story");

  function refresh(): void {
    const shown = current();
    for (const name of names) {
      tab(name).setAttribute("aria-selected", String(name === shown));
      tab(name).tabIndex = name === shown ? 0 : -1;
      panel(name).hidden = name !== shown;
    }
    tab("map").hidden = width.matches;
    const map = panel("map");
    map.setAttribute("role", width.matches ? "group" : "tabpanel");
    if (width.matches) map.hidden = false;
    lookedAt(shown);
  }

  function choose(name: ViewName): void {
    chosen = name;
    refresh();
  }

  for (const name of names) tab(name).addEventListener("click", () => choose(name));
  part("views", HTMLElement).addEventListener("keydown", (event) => {
    const all = offered();
    const at = all.indexOf(current());
    const goals: Readonly<Record<string, number>> = {
      ArrowRight: (at + 1) % all.length,
      ArrowLeft: (at + all.length - 1) % all.length,
      Home: 0,
      End: all.length - 1,
    };
    const goal = all[goals[event.key] ?? -1];
    if (goal === undefined) return;
    event.preventDefault();
    choose(goal);
    tab(goal).focus();
  });
  width.addEventListener("change", refresh);
  refresh();

  return {
    ran() {
      if (!hasRun && chosen === "map") choose("story");
      hasRun = true;
    },
    read: () => choose("story"),
  };
}
