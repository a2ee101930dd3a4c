/* Where in a picture of a run its time lies: who shows the picture as an image can put a mark on a step of it. */

/** Time goes from `left`, where step 0 begins, to `right`, where the last step ends; each step has as much room as another. */
export interface TimeAxis {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface TimedPicture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** The number of the last step. */
  readonly steps: number;
  /** One, or one of each part of the picture that has its own. */
  readonly axes: readonly TimeAxis[];
}
