/*
 * What the page asks its workers, and what it is answered: plain data. Every question carries the whole work, so that an
 * answer can be about no other; a worker keeps what it knows of the last one. Offsets are those of the texts.
 */
import type { Severity } from "../diagnostics/diagnostic.ts";
import type { ItemKind } from "../editor/completion.ts";
import type { Graph } from "../views/pictures/graph.ts";
import type { StoryPart } from "../views/story.ts";
import type { Picture } from "./picture.ts";
import type { Work } from "./work.ts";

export interface Change {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A change in one file of several. */
export interface FileChange extends Change {
  readonly file: string;
}

export interface Offer {
  readonly title: string;
  readonly changes: readonly FileChange[];
  /** The one to take without looking. */
  readonly preferred: boolean;
  /** Mends nothing, and says that it is meant so. */
  readonly silences: boolean;
}

export interface Found {
  readonly check: string;
  readonly severity: Severity;
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly why: readonly string[];
  readonly help: readonly string[];
  readonly related: readonly FoundBesides[];
  readonly offers: readonly Offer[];
}

/** Another place that a finding speaks of. */
export interface FoundBesides {
  readonly file: string;
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

export interface ScenarioHead {
  readonly name: string;
  readonly label: string | undefined;
}

export interface Checked {
  readonly found: readonly Found[];
  readonly scenarios: readonly ScenarioHead[];
  /** Whether there is no error that keeps the model from being run. */
  readonly sound: boolean;
}

export interface Hovered {
  readonly from: number;
  readonly to: number;
  /** Markdown. */
  readonly text: string;
}

export interface Proposed {
  readonly from: number;
  readonly to: number;
  readonly items: readonly ProposedItem[];
}

export interface ProposedItem {
  readonly label: string;
  readonly kind: ItemKind;
  readonly detail: string | undefined;
  /** Markdown. */
  readonly documentation: string | undefined;
  readonly insert: string;
  /** What must be written elsewhere. */
  readonly changes: readonly Change[];
}

export type LaidOut =
  { readonly kind: "laid out"; readonly changes: readonly Change[] } | { readonly kind: "broken" };

export interface Outcome {
  readonly text: string;
  /** When it was looked at. */
  readonly step: number;
  readonly holds: boolean;
  /** Of a violation that was expected and is there: what it is, and why it is one. */
  readonly because: readonly string[];
}

export interface VerdictShown {
  readonly regulation: string;
  readonly verdict: string;
  readonly aim: string | undefined;
  readonly withIt: string | undefined;
  readonly without: string | undefined;
}

/** A value that an expectation or quantity has from a step on. */
export interface ValueShown {
  readonly name: string;
  readonly step: number;
  readonly value: string;
}

export interface Played {
  readonly kind: "played";
  readonly scenario: string;
  readonly label: string | undefined;
  readonly seed: number;
  readonly steps: number;
  readonly broken: boolean;
  readonly parts: readonly StoryPart[];
  readonly outcomes: readonly Outcome[];
  /** Of the end of the run. */
  readonly verdicts: readonly VerdictShown[];
  /** In the order of the model at the beginning, then in that in which they changed. */
  readonly values: readonly ValueShown[];
  readonly found: readonly Found[];
}

/** Which picture of a run. */
export type Depiction = "sequence" | "lanes" | "series";

export type Run = Played | { readonly kind: "refused"; readonly reason: string };

/** What of a report is drawn before it is written: by its names, and by another worker. */
export type ReportBegun =
  | { readonly kind: "begun"; readonly graphs: readonly (readonly [string, Graph])[] }
  | { readonly kind: "refused"; readonly reason: string };

interface AboutWork {
  readonly work: Work;
}

/** About a place in a file of a work. */
interface AboutPlace extends AboutWork {
  readonly file: string;
  readonly offset: number;
}

/** Each kind of question, and its answer. */
export interface Talk {
  readonly check: { readonly question: AboutWork; readonly answer: Checked };
  readonly hover: { readonly question: AboutPlace; readonly answer: Hovered | undefined };
  readonly complete: { readonly question: AboutPlace; readonly answer: Proposed };
  readonly layout: { readonly question: AboutWork & { readonly file: string }; readonly answer: LaidOut };
  readonly play: {
    readonly question: AboutWork & {
      readonly scenario: string;
      /** Without one, that of the scenario. */
      readonly seed: number | undefined;
      /** Tells everything that was noise. */
      readonly noise: boolean;
    };
    readonly answer: Run;
  };
  /** The same run in pictures. */
  readonly depict: {
    readonly question: AboutWork & {
      readonly scenario: string;
      readonly seed: number;
      readonly as: Depiction;
      /** As wide as that if it can be; without it as the command line draws it. */
      readonly width?: number | undefined;
    };
    readonly answer: Picture;
  };
  /** The map of a model, which another worker draws. */
  readonly map: { readonly question: AboutWork; readonly answer: Graph };
  readonly draw: { readonly question: { readonly graph: Graph }; readonly answer: Picture };
  readonly beginReport: { readonly question: AboutWork; readonly answer: ReportBegun };
  /** A page of HTML, which is nothing but a file to the page that asks. */
  readonly report: {
    readonly question: AboutWork & {
      /** Of all scenarios, instead of their own. */
      readonly seed: number | undefined;
      /** Of Niklas. */
      readonly version: string;
      /** What was drawn of the graphs, by their names. */
      readonly pictures: readonly (readonly [string, Picture])[];
    };
    readonly answer: string;
  };
  /** The page of a check, in Markdown. */
  readonly explain: { readonly question: { readonly check: string }; readonly answer: string | undefined };
}

export type Kind = keyof Talk;
/** What is asked of a worker that knows models. */
export type KnowingKind = Exclude<Kind, "draw">;
export type QuestionOf<K extends Kind> = Talk[K]["question"];
export type AnswerOf<K extends Kind> = Talk[K]["answer"];

/** A question on its way to a worker. */
export type Asked<K extends Kind> = {
  readonly [Each in K]: { readonly id: number; readonly kind: Each } & QuestionOf<Each>;
}[K];

/** An answer on its way back. `failed`: what went wrong, which nothing that a model says may bring about. */
export type Answered =
  { readonly id: number; readonly answer: AnswerOf<Kind> } | { readonly id: number; readonly failed: string };
