/*
 * A host in a few lines: it checks a model that is a string and imports another string as if that were a file, shows
 * what is found, mends what is certain, and looks again.
 *
 *     npx tsx examples/embedding/check-string.ts
 */
import { applyCertainFixes, check, memoryHost, renderText, summarize, summaryLine } from "niklas";

const canteen = `model canteen

environment kitchen {
  temperature: number in -20..120 "°C" = 4
}

import "alarm"

coupling probe between kitchen and alarm {
  kitchen.temperature -> alarm.reading(degrees: temprature)
}

scenario summer {
  change kitchen.temperature to 12
  run
  expect alarm designates too_warm
}
`;

const alarm = `machine alarm {
  function "say when the kitchen gets too warm"
  code too_warm / cool_enough
  sensitive to reading(degrees: number)
  program watch conditional on reading {
    when degrees > 7 -> too_warm
    otherwise -> cool_enough
  }
}
`;

const files = new Map([
  ["canteen.sys", canteen],
  ["alarm.sys", alarm],
]);

function checked(name: string) {
  return check({ name, text: files.get(name) ?? "" }, { host: memoryHost(files) });
}

const before = checked("canteen.sys");
console.log(renderText(before.diagnostics, before.sources, { width: 90 }));

for (const [name, text] of applyCertainFixes(before.diagnostics, before.sources).texts) files.set(name, text);

const after = checked("canteen.sys");
console.log(summaryLine(summarize(after.diagnostics, { files: files.size })));
