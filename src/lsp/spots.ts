/* Where something is asked. */
import type { Study } from "../editor/study.ts";
import type { Desk } from "./desk.ts";
import { toOffset } from "./positions.ts";

/** The file that is asked about, and its model. */
export interface FileSpot {
  readonly desk: Desk;
  readonly study: Study;
  readonly file: string;
}

/** A place in it. */
export interface Spot extends FileSpot {
  readonly offset: number;
}

export interface AtPosition {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Answers where the file can be read; elsewhere the answer is nothing. */
export interface Spots {
  readonly inFile: <Answer>(
    document: { readonly uri: string },
    answer: (spot: FileSpot) => Answer,
  ) => Answer | null;
  readonly at: <Answer>(params: AtPosition, answer: (spot: Spot) => Answer) => Answer | null;
}

export function spotsOf(deskNow: () => Desk | undefined): Spots {
  const inFile: Spots["inFile"] = ({ uri }, answer) => {
    const desk = deskNow();
    if (desk === undefined) return null;
    const file = desk.nameOf(uri);
    const study = desk.studyOf(file);
    return study === undefined ? null : answer({ desk, study, file });
  };
  return {
    inFile,
    at: (params, answer) =>
      inFile(params.textDocument, (spot) =>
        answer({ ...spot, offset: toOffset(spot.desk.lines(spot.file), params.position) }),
      ),
  };
}
