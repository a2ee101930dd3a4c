/* Scenarios played, and the way forth and back in their stories. */
import { counted } from "../../base/words.ts";
import type { Checked, Played } from "../protocol.ts";
import { fileNameOf, type Work } from "../work.ts";
import { NoAnswer, type Asking } from "./asking.ts";
import { element, fill, part } from "./elements.ts";
import { createRunPictures, type PicturesOfRun } from "./run_pictures.ts";
import { storyOfStep, storyUpTo } from "./run_story.ts";
import type { Viewer } from "./viewer.ts";
import { createViews } from "./views.ts";

export interface RunPanel {
  /** The model is another now, or has other scenarios. */
  readonly changed: (checked: Checked) => void;
  /** The text has changed: what is shown is the story of an earlier one. */
  readonly outdated: () => void;
  readonly chosen: () => { readonly scenario: string | undefined; readonly seed: number | undefined };
  readonly choose: (scenario: string | undefined, seed: number | undefined) => void;
  readonly run: () => void;
}

interface Showing {
  readonly played: Played;
  /** What was played. */
  readonly work: Work;
  readonly cursor: number;
  readonly outdated: boolean;
}

export interface RunPanelOptions {
  /** Its own worker: a long run keeps nobody from writing on. */
  readonly asking: Asking;
  readonly work: () => Work;
  readonly say: (words: string) => void;
  /** Shows pictures of the run. */
  readonly viewer: Viewer;
}

export function createRunPanel({ asking, work, say, viewer }: RunPanelOptions): RunPanel {
  const scenario = part("scenario", HTMLSelectElement);
  const seed = part("seed", HTMLInputElement);
  const noise = part("noise", HTMLInputElement);
  const runButton = part("run", HTMLButtonElement);
  const back = part("back", HTMLButtonElement);
  const forth = part("forth", HTMLButtonElement);
  const stop = part("stop", HTMLButtonElement);
  const slider = part("step", HTMLInputElement);
  const position = part("position", HTMLElement);
  const result = part("result", HTMLElement);
  const now = part("now", HTMLElement);
  const introduction = [...result.children];
  let showing: Showing | undefined;
  let sound = false;
  let busy = false;
  let wanted: string | undefined;
  /** The scenarios in the list. */
  let listed = "";
  const pictures = createRunPictures({ viewer, goTo: (step) => goTo(step) });
  const views = createViews(pictures.lookedAt);

  function refresh(): void {
    const ready = sound && !busy && scenario.options.length > 0;
    runButton.disabled = !ready;
    stop.hidden = !busy;
    const fresh = showing !== undefined && !showing.outdated;
    forth.disabled = !ready || (fresh && showing !== undefined && showing.cursor >= showing.played.steps);
    back.disabled =
      busy || showing === undefined || showing.outdated || showing.cursor <= firstStep(showing.played);
    slider.disabled = busy || !fresh;
    if (showing !== undefined) {
      slider.min = String(firstStep(showing.played));
      slider.max = String(showing.played.steps);
      slider.value = String(showing.cursor);
      slider.setAttribute("aria-valuetext", `step ${showing.cursor} of ${showing.played.steps}`);
    }
    fill(
      position,
      busy
        ? "running…"
        : showing === undefined
          ? ""
          : `step ${showing.cursor} of ${showing.played.steps}${showing.outdated ? ", of an earlier text" : ""}`,
    );
    for (const place of [part("run-views", HTMLElement), now])
      place.classList.toggle("outdated", showing?.outdated === true);
  }

  function show(next: Showing | undefined): void {
    if (next?.played !== showing?.played) pictures.of(next && picturesOf(next));
    showing = next;
    now.hidden = next === undefined;
    part("begin", HTMLElement).hidden ||= next !== undefined;
    if (next === undefined) fill(result, ...introduction);
    else {
      fill(now, ...storyOfStep(next.played, next.cursor));
      pictures.at(next.cursor);
      fill(result, ...storyUpTo(next.played, next.cursor));
      // What came of it stands at the top; on the way, the step is what one looks at.
      if (next.cursor >= next.played.steps) part("view-story", HTMLElement).scrollTop = 0;
      else result.querySelector(".now")?.scrollIntoView({ block: "nearest" });
    }
    refresh();
  }

  function refuse(words: string): void {
    show(undefined);
    fill(result, element("p", { class: "refused" }, words));
    views.read();
    say(words);
  }

  async function play(cursorOf: (played: Played) => number): Promise<void> {
    if (runButton.disabled) return;
    // What is still being drawn is of another run: nobody waits for it.
    if (pictures.areAwaited()) asking.stop();
    busy = true;
    refresh();
    const asked = work();
    try {
      const run = await asking.ask("play", {
        work: asked,
        scenario: scenario.value,
        seed: seedIn(seed),
        noise: noise.checked,
      });
      busy = false;
      if (run.kind === "refused") {
        refuse(run.reason);
        return;
      }
      show({ played: run, work: asked, cursor: cursorOf(run), outdated: asked !== work() });
      views.ran();
      say(summary(run));
    } catch (error) {
      busy = false;
      if (!(error instanceof NoAnswer)) throw error;
      refuse(error.stopped ? "The run was stopped." : `The run could not go on: ${error.message}`);
    }
  }

  function picturesOf({ played: { scenario: name, seed: number }, work: of }: Showing): PicturesOfRun {
    return {
      named: (as) => `${fileNameOf(of)}-${name}-${as}`,
      draw: (as, width) => asking.ask("depict", { work: of, scenario: name, seed: number, as, width }),
    };
  }

  function goTo(step: number): void {
    if (showing === undefined || showing.outdated || busy) return;
    const { played } = showing;
    const cursor = Math.min(played.steps, Math.max(firstStep(played), step));
    show({ ...showing, cursor });
  }

  function move(by: number): void {
    if (showing === undefined || showing.outdated) {
      if (by > 0) void play(firstStep);
      return;
    }
    goTo(showing.cursor + by);
    say(`step ${showing.cursor} of ${showing.played.steps}`);
  }

  runButton.addEventListener("click", () => void play(({ steps }) => steps));
  forth.addEventListener("click", () => move(1));
  back.addEventListener("click", () => move(-1));
  slider.addEventListener("input", () => goTo(Number(slider.value)));
  stop.addEventListener("click", () => asking.stop());
  const restart = (): void => {
    wanted = scenario.value;
    if (showing !== undefined) show({ ...showing, outdated: true });
  };
  for (const input of [scenario, seed]) input.addEventListener("change", restart);
  noise.addEventListener("change", () => {
    if (showing !== undefined && !showing.outdated) {
      const { cursor } = showing;
      void play(({ steps }) => Math.min(steps, cursor));
    }
  });
  refresh();

  return {
    changed(checked) {
      sound = checked.sound;
      const chosen = wanted ?? scenario.value;
      const known = JSON.stringify(checked.scenarios);
      // A list that somebody has opened closes when it is filled anew.
      if (known !== listed)
        fill(
          scenario,
          ...checked.scenarios.map(({ name, label }) =>
            element(
              "option",
              { value: name, selected: name === chosen },
              label === undefined ? name : `${name} – ${label}`,
            ),
          ),
        );
      listed = known;
      if (wanted !== undefined && checked.scenarios.some(({ name }) => name === wanted))
        scenario.value = wanted;
      const none = checked.scenarios.length === 0;
      const note = part("cannot", HTMLElement);
      note.hidden = sound && !none;
      fill(
        note,
        sound
          ? "This model has no scenario to run."
          : "A model with errors does not run: they come first among the findings.",
      );
      refresh();
    },
    outdated() {
      if (showing !== undefined && !showing.outdated) {
        showing = { ...showing, outdated: true };
        refresh();
      }
    },
    chosen: () => ({
      scenario: scenario.value === "" ? undefined : scenario.value,
      seed: seedIn(seed),
    }),
    choose(name, number) {
      wanted = name;
      seed.value = number === undefined ? "" : String(number);
      show(undefined);
    },
    run: () => void play(({ steps }) => steps),
  };
}

/** Where the story begins: before the first step of the run only if something happens there. */
function firstStep({ parts }: Played): number {
  return parts[0]?.from ?? 0;
}

/** What is no whole number from 0 on is no seed, and the scenario's own is taken. */
function seedIn(input: HTMLInputElement): number | undefined {
  const value = input.value.trim();
  const seed = Number(value);
  return /^\d+$/.test(value) && Number.isSafeInteger(seed) ? seed : undefined;
}

function summary({ scenario, steps, broken, outcomes, verdicts }: Played): string {
  const failed = outcomes.filter(({ holds }) => !holds).length;
  return [
    `${scenario}: ${counted(steps, "step")}${broken ? ", broken off" : ""}`,
    ...(outcomes.length === 0
      ? []
      : [failed === 0 ? "all is as expected" : `${counted(failed, "expectation")} not met`]),
    ...verdicts.map(({ regulation, verdict }) => `${regulation} is ${verdict}`),
  ].join("; ");
}
