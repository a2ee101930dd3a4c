import { describe, expect, it } from "vitest";
import { answerOf, storyOf } from "../support/told.ts";

const affair = `
import politics, mass_media, sport from "canon"
extend mass_media {
  sensitive to incident(weight: number)
  sensitive to rumour(weight: number)
  operation report(weight: number)
  expectation news_value: number = 3
  expectation gossip: number = 0
  program news conditional on incident {
    when weight > news_value -> information { emit report(weight: weight) }
    otherwise -> non_information
  }
  program talk conditional on rumour { otherwise -> information { gossip := gossip + 1 } }
}
extend politics { operation gift(weight: number) operation denial }
extend sport { operation match }
environment weather { rain: number = 1 becomes rain wind: number = 0 }
coupling public_opinion between politics and mass_media {
  politics.gift -> mass_media.incident(weight: weight) when weight > 0
  politics.denial -> mass_media.rumour(weight: 1)
}
scenario published {
  politics emits gift(weight: 8)
  sport emits match
  run
  expect mass_media.news_value = 5
}
`;

describe("of what did not happen", () => {
  it("no channel is denied that there is: what one brought to something else is not told", () => {
    const answer = answerOf(affair, "published", "mass_media.gossip");
    expect(answer).not.toContain("no channel");
    expect(answer).toContain("sport.match\n        nothing couples it with mass_media");
    expect(answer).toContain("politics.denial ─public_opinion→ mass_media.rumour → mass_media.gossip");
  });

  it.each([
    ["mass_media.news_value", "no clause, channel or `becomes` of this model changes it"],
    ["weather.wind", "no clause, channel or `becomes` of this model changes it"],
    ["weather.rain", "nothing happened that could have led there"],
    ["politics.denial", "no clause of this model brings it about"],
  ])("%s: it is said if nothing in the model leads there, and nothing else is", (subject, reason) => {
    expect(answerOf(affair, "published", subject).split("\n").slice(1)).toEqual(["", `  ${reason}`, ""]);
  });

  it("a disappointed expectation says so too", () => {
    expect(storyOf(affair)).toContain(
      "= no clause, channel or `becomes` of this model changes `mass_media.news_value`",
    );
  });
});
