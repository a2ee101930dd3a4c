/* Which pictures of runs are shown. */
import { describe, expect, it } from "vitest";
import { check, prepare, run } from "../../../src/index.ts";
import { picturesForReport, picturesOfRun } from "../../../src/views/report/run_pictures.ts";
import { sizeOf } from "../../../src/views/report/picture_size.ts";

/** The views of what is drawn of the only scenario. */
function viewsOf(text: string, traced = true): readonly string[] {
  const result = run(prepare(check(text)), { traced });
  return picturesOfRun(result).map(({ view }) => view);
}

const clock = (steps: number): string => `machine clock {
  function "tell the time"
  code tick / tock
  operation strike
  expectation hour: number = 0
  program ticking conditional on every step { otherwise -> tick { hour := hour + 1 emit strike } }
}
scenario s { run ${steps} steps }
`;

describe("of a run", () => {
  it("all three views are drawn, if there is something to be seen in each", () => {
    expect(viewsOf(clock(2))).toEqual(["run", "lanes", "series"]);
  });

  it("nothing is drawn if nothing happens", () => {
    expect(viewsOf("environment town { x: number = 1 }\nscenario s { run 2 steps }")).toEqual([]);
  });

  it("a series is drawn of what changes though nobody operates, and no other", () => {
    expect(viewsOf("environment town { x: number = 1 becomes x + 1 }\nscenario s { run 2 steps }")).toEqual([
      "series",
    ]);
  });

  it("the course is drawn if all there is is noise", () => {
    const text = `machine a { function "b" code c / d operation e }\nscenario s { a emits e run 1 steps }`;
    expect(viewsOf(text)).toEqual(["run"]);
  });

  it("nothing is drawn without a trace", () => {
    expect(viewsOf(clock(2), false)).toEqual([]);
  });
});

describe("in a report", () => {
  it("the course is left to the story if it is longer than a page", () => {
    const views = (steps: number): readonly string[] =>
      picturesForReport(run(prepare(check(clock(steps))))).map(({ view }) => view);
    expect(views(3)).toEqual(["run", "lanes", "series"]);
    const varied = clock(30).replace(
      "otherwise",
      "when step / 2 = 3 -> tock when step > 20 -> tock otherwise",
    );
    const result = run(prepare(check(varied)));
    const course = picturesOfRun(result).find(({ view }) => view === "run");
    const shown = picturesForReport(result).map(({ view }) => view);
    expect(shown.includes("run")).toBe(sizeOf(course?.svg ?? "").height <= 1500);
  });

  it("the size of a picture is what its first element says, and nothing of what is none", () => {
    expect(sizeOf('<svg viewBox="0 0 12.5 7">')).toEqual({ width: 12.5, height: 7 });
    expect(sizeOf("<p>")).toEqual({ width: 0, height: 0 });
  });
});
