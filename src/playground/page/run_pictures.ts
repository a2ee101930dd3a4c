/* The pictures of a run: each is drawn once, when somebody looks at it, and has a mark on the step that the story has come to. */
import type { Picture } from "../picture.ts";
import type { Depiction } from "../protocol.ts";
import { NoAnswer } from "./asking.ts";
import { createTimedPicture, type PictureFrame } from "./timed_picture.ts";
import { downloadPicture, type Viewer } from "./viewer.ts";
import type { ViewName } from "./views.ts";

export interface PicturesOfRun {
  /** What the file of a picture is called. */
  readonly named: (as: Depiction) => string;
  /** Without a width it is drawn as large as it is handed out. */
  readonly draw: (as: Depiction, width: number | undefined) => Promise<Picture>;
}

export interface RunPictures {
  /** There is another run, or none any more. */
  readonly of: (run: PicturesOfRun | undefined) => void;
  readonly at: (step: number) => void;
  readonly lookedAt: (name: ViewName) => void;
  /** Whether something is being drawn. */
  readonly areAwaited: () => boolean;
}

export interface RunPicturesOptions {
  readonly viewer: Viewer;
  readonly goTo: (step: number) => void;
}

const captions: Readonly<Record<Depiction, string>> = {
  lanes: "What each system designated, step by step, and what irritated it.",
  series: "How numbers changed, step by step; dashed, how they would have without a regulation.",
  sequence: "Who operated, and whom that irritated; time goes downwards.",
};

const none = "When you have run a scenario, this is where it is drawn.";

export function createRunPictures({ viewer, goTo }: RunPicturesOptions): RunPictures {
  let run: PicturesOfRun | undefined;
  let looking: ViewName | undefined;
  let awaited = 0;
  /** What has been drawn of this run, or is being drawn. */
  let begun = new Set<Depiction>();

  const frameOf = (as: Depiction): PictureFrame =>
    createTimedPicture({
      id: `view-${as}`,
      caption: captions[as],
      goTo,
      enlarge: () => void whole(as, (picture, name) => viewer.show(picture, name)),
      save: () => void whole(as, downloadPicture),
    });
  const frames: Readonly<Record<Depiction, PictureFrame>> = {
    lanes: frameOf("lanes"),
    series: frameOf("series"),
    sequence: frameOf("sequence"),
  };
  for (const frame of Object.values(frames)) frame.say(none);

  /** Asks for a picture; undefined if there is none to be had any more. */
  async function asked(as: Depiction, width: number | undefined): Promise<Picture | undefined> {
    const own = run;
    if (own === undefined) return undefined;
    awaited += 1;
    try {
      const picture = await own.draw(as, width);
      return own === run ? picture : undefined;
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (own === run) {
        begun.delete(as);
        frames[as].say(error.stopped ? none : `This picture could not be drawn: ${error.message}`);
      }
      return undefined;
    } finally {
      awaited -= 1;
    }
  }

  async function whole(as: Depiction, then: (picture: Picture, name: string) => void): Promise<void> {
    const name = run?.named(as);
    const picture = await asked(as, undefined);
    if (name !== undefined && picture !== undefined) then(picture, name);
  }

  async function draw(as: Depiction): Promise<void> {
    if (run === undefined || begun.has(as)) return;
    begun.add(as);
    frames[as].say("drawing…");
    const picture = await asked(as, frames[as].room());
    if (picture !== undefined) frames[as].show(picture);
  }

  function look(): void {
    if (looking !== undefined && looking !== "story" && looking !== "map") void draw(looking);
  }

  return {
    of(next) {
      run = next;
      begun = new Set();
      for (const frame of Object.values(frames)) frame.say(none);
      look();
    },
    at(step) {
      for (const frame of Object.values(frames)) frame.at(step);
    },
    lookedAt(name) {
      looking = name;
      look();
    },
    areAwaited: () => awaited > 0,
  };
}
