/*
 * Families of models that grow in one direction each: the inputs on which work that grows faster than the model would
 * show. `scaling.ts` takes their times, `tests/scaling.test.ts` counts what is done for them.
 */

/** The files of a model; the first is the entry. */
export type Files = readonly (readonly [name: string, text: string])[];

export interface Family {
  readonly name: string;
  /** A model of a size in proportion to `n`. */
  readonly make: (n: number) => string | Files;
}

function times(n: number, part: (i: number) => string): string {
  return Array.from({ length: n }, (_, i) => part(i)).join("\n");
}

/** A system that hands on what it hears, and the coupling from the one before it. */
function link(i: number, scenario = ""): string {
  return `organization s${i} "System ${i}" {
  code yes / no
  sensitive to heard(size: number)
  operation said(size: number)
  expectation kept: number = 0
  program answer conditional on heard {
    when size > kept -> yes { kept := size emit said(size: size) }
    otherwise -> no
  }
}
${i === 0 ? "" : `coupling c${i} between s${i - 1} and s${i} { s${i - 1}.said -> s${i}.heard(size: size) when size > 0 }`}
${scenario}`;
}

/** Two systems coupled with each other, and something for them to do. */
const pair = `function system a { function "one" code yes / no sensitive to heard(size: number) operation said(size: number)
  expectation kept: number = 0
  program answer conditional on heard { when size > kept -> yes { kept := size } otherwise -> no { emit said(size: 1) } } }
organization b { code up / down sensitive to heard(size: number) operation said(size: number)
  program answer conditional on heard { when size > 1 -> up { emit said(size: size) } otherwise -> down } }
coupling there between a and b { a.said -> b.heard(size: size) when size > 0 }
coupling back between b and a { b.said -> a.heard(size: size) when size > 0 }
regulation rule { by b of a starts with b.said(size: 1) through back aim a.kept > 1 }
`;

const deep = 40;

export const families: readonly Family[] = [
  { name: "systems in a chain", make: (n) => times(n, (i) => link(i)) },
  {
    name: "systems in a circle",
    make: (n) =>
      times(n, (i) => link(i)) +
      `\ncoupling last between s${n - 1} and s0 { s${n - 1}.said -> s0.heard(size: size) when size > 0 }`,
  },
  {
    name: "systems in a circle that nothing damps",
    make: (n) =>
      times(
        n,
        (i) => `organization s${i} { code yes / no sensitive to heard operation said
  program answer conditional on heard { otherwise -> yes { emit said } } }
coupling c${i} between s${i} and s${(i + 1) % n} { s${i}.said -> s${(i + 1) % n}.heard }`,
      ),
  },
  {
    name: "systems that nothing couples",
    make: (n) =>
      pair +
      times(
        n,
        (
          i,
        ) => `${i % 2 === 0 ? "organization" : "psychic system"} s${i} { code yes / no sensitive to heard operation said
  program answer conditional on heard { otherwise -> yes { emit said } } }`,
      ),
  },
  {
    name: "function systems without anything",
    make: (n) => times(n, (i) => `function system f${i} { operation said sensitive to heard }`),
  },
  {
    name: "pairs of systems in parts of their own",
    make: (n) => times(n, (i) => link(2 * i).replace(/coupling.*/u, "") + link(2 * i + 1)),
  },
  {
    name: "organizations within each other",
    make: (n) =>
      `function system f { function "one" code yes / no sensitive to x program p conditional on x { when step > 3 -> yes otherwise -> no } }\n` +
      times(
        n,
        (i) =>
          `organization o${i} within ${i === 0 ? "f" : `o${i - 1}`} { code up / down sensitive to x program p conditional on x { when step > 3 -> yes otherwise -> downn } }`,
      ),
  },
  {
    name: "organizations within a system of many members",
    make: (n) =>
      `function system f { function "one" code yes / no\n${times(n, (i) => `role r${i} public`)} }\n` +
      times(n, (i) => `organization o${i} within f { code up / down }`),
  },
  {
    name: "societies and the systems within them",
    make: (n) =>
      times(
        n,
        (i) =>
          `society w${i} differentiated by segmentation\nfunction system f${i} within w${i} { code a${i} / b${i} }`,
      ),
  },
  {
    name: "channels between two systems",
    make: (n) =>
      `organization a { code yes / no\n${times(n, (i) => `operation o${i}(size: number)`)} }
organization b { code yes / no\n${times(n, (i) => `sensitive to h${i}(size: number)`)}
program p conditional on h0 { when size > 1 -> yes otherwise -> no } }
coupling c between a and b {\n${times(n, (i) => `a.o${i} -> b.h${i}(size: size) when size > ${i}`)} }
scenario go { a emits o0(size: 1) run expect b resonates to h0 }`,
  },
  {
    name: "channels into one sensitivity with many programs",
    make: (n) =>
      `organization a { code yes / no\n${times(n, (i) => `operation o${i}(size: number)`)} }
function system b { function "one" code yes / no sensitive to h(size: number) sensitive to g(size: number)
${times(n, (i) => `program p${i} conditional on h { when size = ${i} -> yes }`)} program q conditional on g { otherwise -> no } }
organization z { code yes / no operation o(size: number) }
coupling c between a and b {\n${times(n, (i) => `a.o${i} -> b.h(size: size) when size > ${i}`)} }
coupling d between z and b { z.o -> b.g(size: size) }`,
  },
  {
    name: "couplings between two systems",
    make: (n) =>
      pair +
      times(
        n,
        (i) => `coupling x${i} between a and b { a.said -> b.heard(size: size + ${i}) when size > ${i} }`,
      ),
  },
  {
    name: "couplings of one system with many",
    make: (n) =>
      `organization hub { code yes / no sensitive to heard operation said ${times(n, (i) => `operation o${i}`)} }\n` +
      times(
        n,
        (
          i,
        ) => `machine m${i} { code yes / no sensitive to heard operation said program p conditional on heard { otherwise -> yes { emit said } } }
coupling c${i} between hub and m${i} { hub.said -> m${i}.heard m${i}.said -> hub.heard }`,
      ),
  },
  { name: "empty couplings", make: (n) => pair + times(n, (i) => `coupling x${i} between a and b { }`) },
  {
    name: "channels that are not their coupling's",
    make: (n) => `${pair}organization d { code x / y }
coupling k between a and d {\n${times(n, (i) => `a.said -> b.heard(size: ${i})`)} }`,
  },
  {
    name: "many-to-many couplings",
    make: (n) => {
      const side = Math.ceil(Math.sqrt(n));
      return (
        times(side, (i) => link(i).replace(/coupling.*/u, "")) +
        times(
          side * side,
          (i) =>
            `coupling x${i} between s${Math.floor(i / side)} and s${i % side} { s${Math.floor(i / side)}.said -> s${i % side}.heard(size: size) when size > 0 }`,
        )
      );
    },
  },
  {
    name: "scenarios",
    make: (n) =>
      pair +
      times(
        n,
        (i) => `scenario x${i} { b emits said(size: ${i}) run expect a resonates expect a.kept > ${i} }`,
      ),
  },
  {
    name: "scenarios that expect nothing",
    make: (n) => pair + times(n, (i) => `scenario x${i} { run ${i + 1} steps }`),
  },
  {
    name: "steps of one scenario",
    make: (n) =>
      `${pair}scenario x {\n${times(n, (i) => `b emits said(size: ${i}) run expect a resonates expect b designates up`)} }`,
  },
  {
    name: "expectations before any run",
    make: (n) => `${pair}scenario x {\n${times(n, (i) => `b emits said(size: ${i}) expect a resonates`)} }`,
  },
  {
    name: "expectations at the ends of a chain that nothing begins",
    make: (n) =>
      times(n, (i) => link(i)) + `\nscenario x { run\n${times(n, (i) => `expect s${i} resonates`)} }`,
  },
  {
    name: "expectations along a chain",
    make: (n) =>
      times(n, (i) => link(i)) +
      `\nscenario x { s0 emits said(size: 1) run\n${times(n - 1, (i) => `expect s${i + 1} resonates`)} }`,
  },
  {
    name: "scenarios like one of many steps",
    make: (n) =>
      `${pair}scenario base {\n${times(n, (i) => `given a.kept = ${i}`)} run }\n` +
      times(n, (i) => `scenario x${i} like base { run ${i + 1} steps expect a resonates }`),
  },
  {
    name: "scenarios each like the one before",
    make: (n) =>
      `${pair}scenario x0 { b emits said(size: 1) run expect a resonates }\n` +
      times(n, (i) => `scenario x${i + 1} like x${i} { apply rule run expect a resonates }`),
  },
  {
    name: "scenarios each like the one before, without anything",
    make: (n) => `${pair}scenario x0 { run }\n` + times(n, (i) => `scenario x${i + 1} like x${i} { run }`),
  },
  {
    name: "regulations applied in one scenario",
    make: (n) =>
      pair +
      times(
        n,
        (i) => `regulation r${i} { by b of a starts with b.said(size: ${i}) through back aim a.kept > 1 }`,
      ) +
      `\nscenario x {\n${times(n, (i) => `apply r${i} run expect r${i} is effective`)} }`,
  },
  {
    name: "verdicts on regulations that are not applied",
    make: (n) =>
      pair +
      times(
        n,
        (i) => `regulation r${i} { by b of a starts with b.said(size: ${i}) through back aim a.kept > 1 }`,
      ) +
      `\nscenario x {\n${times(n, (i) => `apply r${i} run`)}\n${times(n, () => `expect rule is effective`)} }`,
  },
  {
    name: "verdicts before the regulations are applied",
    make: (n) =>
      pair +
      times(
        n,
        (i) => `regulation r${i} { by b of a starts with b.said(size: ${i}) through back aim a.kept > 1 }`,
      ) +
      `\nscenario x {\n${times(n, (i) => `expect r${i} is effective`)}\n${times(n, (i) => `apply r${i} run`)} }`,
  },
  {
    name: "alternatives one after another",
    make: (n) =>
      pair +
      times(
        n,
        (i) => `regulation r${i} { by b of a starts with b.said(size: ${i}) through back aim a.kept > 1 }`,
      ) +
      `\nscenario x {\n${times(n, (i) => `either { apply r${i} close back run } or { open back run }`)} expect r0 is effective }`,
  },
  {
    name: "deep blocks",
    make: (n) =>
      pair +
      times(
        n,
        (i) =>
          `scenario x${i} { ${"repeat 2 times { either { run } or { ".repeat(deep / 2)} b emits said(size: 1) run expect a resonates ${"} }".repeat(deep / 2)} }`,
      ),
  },
  {
    name: "perturbations without a coupling",
    make: (n) =>
      `${pair}organization d { code x / y ${times(n, (i) => `sensitive to h${i}`)} }
scenario x {\n${times(n, (i) => `perturb d from a with said(size: ${i})`)} run }`,
  },
  {
    name: "attempts to steer",
    make: (n) => `${pair}scenario x {\n${times(n, (i) => `steer a.kept to ${i} by b`)} run }`,
  },
  {
    name: "attempts to steer along a chain",
    make: (n) =>
      times(n, (i) => link(i)) +
      `\nscenario x {\n${times(n - 1, (i) => `steer s${i + 1}.kept to ${i} by s0`)} run }`,
  },
  {
    name: "expectations changed from outside",
    make: (n) => `${pair}scenario x {\n${times(n, (i) => `change a.kept to ${i}`)} run }`,
  },
  {
    name: "unplugging",
    make: (n) => pair + times(n, (i) => `scenario x${i} { unplug a run expect b stays indifferent }`),
  },
  {
    name: "regulations through direct",
    make: (n) =>
      pair +
      times(
        n,
        (i) => `regulation r${i} { by b of a starts with b.said(size: ${i}) through direct aim a.kept > 1 }`,
      ),
  },
  {
    name: "regulations without a way back",
    make: (n) =>
      times(n, (i) => link(i)) +
      "\n" +
      times(
        n - 1,
        (i) =>
          `regulation r${i} { by s${i} of s${i + 1} starts with s${i}.said(size: 1) through c${i + 1} aim s${i + 1}.kept > 1 }`,
      ),
  },
  {
    name: "regulations that lead elsewhere",
    make: (n) =>
      pair +
      times(
        n,
        (i) =>
          `regulation r${i} { by b of a starts with b.said(size: ${i}) through there, back aim a.kept > 1 }`,
      ),
  },
  {
    name: "properties of neighbours in a chain",
    make: (n) =>
      times(n, (i) => link(i)) + "\n" + times(n - 1, (i) => `property p${i} { s${i} reaches s${i + 1} }`),
  },
  {
    name: "properties of neighbours in a chain that do not hold",
    make: (n) =>
      times(n, (i) => link(i)) +
      "\n" +
      times(
        n - 1,
        (i) => `property p${i} { s${i} never reaches s${i + 1} }\nproperty q${i} { s${i + 1} reaches s${i} }`,
      ),
  },
  {
    name: "properties of what is observed",
    make: (n) => pair + times(n, (i) => `property p${i} { always a.kept < ${i} or count(b.said) > ${i} }`),
  },
  {
    name: "experiments",
    make: (n) =>
      `${pair}scenario x { b emits said(size: 1) run expect a resonates }\n` +
      times(
        n,
        (i) =>
          `experiment e${i} of x { vary a.kept from 0 to ${i + 1} by 1 runs 2 measure m = a.kept measure v = rule is effective }`,
      ),
  },
  {
    name: "allows of their own",
    make: (n) =>
      times(
        n,
        (i) => `organization s${i} { code yes / no allow no_openness "for the sake of it" operation said }`,
      ) + pair,
  },
  {
    name: "allows of one check in one place",
    make: (n) =>
      `model m { ${times(n, (i) => `allow no_openness "reason ${i}"`)} }\n` +
      times(n, (i) => `organization s${i} { code yes / no operation said }`),
  },
  {
    name: "violations expected",
    make: (n) =>
      `${pair}scenario x {\n${times(n, (i) => `steer a.kept to ${i} by b\nexpect violation direct_steering`)} run }`,
  },
  {
    name: "violations expected in vain",
    make: (n) => `${pair}scenario x {\n${times(n, () => `run\nexpect violation direct_steering`)} }`,
  },
  {
    name: "unknown names",
    make: (n) =>
      times(n, (i) => link(i)) +
      `\nscenario x {\n${times(n, (i) => `s${i} emits sayd${i}(size: 1) q${i} emits said`)} run }`,
  },
  {
    name: "unknown names in expressions",
    make: (n) =>
      `organization a { code yes / no sensitive to heard(size: number)\n${times(n, (i) => `expectation kept_${i}: number = 0`)}
program p conditional on heard {\n${times(n, (i) => `when size > kapt_${i} -> yes`)} otherwise -> no } }`,
  },
  {
    name: "names of the wrong kind",
    make: (n) =>
      times(n, (i) => link(i)) +
      `\nscenario x {\n${times(n, (i) => `unplug c${i === 0 ? 1 : i} s${i} emits heard s${i} emits kept expect s${i}.heard occurs`)} run }`,
  },
  {
    name: "operations of others",
    make: (n) =>
      times(n, (i) => `organization s${i} { code yes / no operation o${i} }`) +
      `\nscenario x {\n${times(n, (i) => `s${i} emits o${n - 1 - i}`)} run }`,
  },
  {
    name: "wrong arguments",
    make: (n) =>
      `organization a { code yes / no operation o(${Array.from({ length: n }, (_, i) => `p${i}: number`).join(", ")}) }
scenario x {\n${times(n, (i) => `a emits o(p${i}: true, q${i}: 1)`)} run }`,
  },
  {
    name: "wrong arguments of channels",
    make: (n) =>
      `${pair}coupling x between a and b {\n${times(n, (i) => `a.said -> b.heard(sise: ${i}) when sise > 1`)} }`,
  },
  {
    name: "types that do not fit",
    make: (n) =>
      `${pair}scenario x {\n${times(n, () => `b emits said(size: true) change a.kept to false`)} run }`,
  },
  {
    name: "duplicate names",
    make: (n) => pair + times(n, () => `organization s { code yes / no operation said }`),
  },
  {
    name: "duplicate members",
    make: (n) =>
      `organization a { code yes / no\n${times(n, () => `operation said expectation kept: number = 0 function "one" sensitive to heard`)} }`,
  },
  {
    name: "names that look alike",
    make: (n) =>
      times(n, (i) => `organization lO${i} { code yes / no }\norganization l0${i} { code yes / no }`),
  },
  {
    name: "members of one system",
    make: (n) =>
      `function system a { function "one" code yes / no\n${times(
        n,
        (
          i,
        ) => `sensitive to h${i}(size: number in 0..100) operation o${i}(size: number) expectation e${i}: number = ${i}
limit l${i} blocks o${i} when size > e${i}
program p${i} conditional on h${i} { when size > e${i} -> yes { e${i} := size emit o${i}(size: size) } otherwise -> no }`,
      )} }`,
  },
  {
    name: "members of one system that nothing handles",
    make: (n) =>
      `function system a { function "one" code yes / no\n${times(
        n,
        (
          i,
        ) => `sensitive to h${i}(size: number) operation o${i}(size: number) expectation e${i}: number = ${i} normative
program p${i} conditional on own o${i} { when size > 1 -> yess { e${i} := size emit o${i}(size: size) } }`,
      )} }
environment city { mood: number = 1 }
coupling c between a and city {\n${times(n, (i) => `a.o${i} -> city { mood := mood + 1 }`)} }`,
  },
  {
    name: "clauses that never decide",
    make: (n) =>
      `organization a { code yes / no sensitive to heard(size: number in 0..100)
program p conditional on heard {\n${times(n, (i) => `when size > ${50 + (i % 40)} and size < ${101 + (i % 7)} -> yes`)} otherwise -> no } }`,
  },
  {
    name: "purpose programs of many choices",
    make: (n) =>
      `organization a { code yes / no sensitive to heard(size: number in 0..100)
program p purpose on heard {\n${times(n, (i) => `choose c${i} -> yes yields size + ${i % 5} when size > ${i % 90}`)} otherwise -> no } }`,
  },
  {
    name: "a program on many triggers beside others on each",
    make: (n) =>
      `organization a { code yes / no\n${times(n, (i) => `sensitive to h${i}(size: number)`)}
program all conditional on ${Array.from({ length: n }, (_, i) => `h${i}`).join(", ")} {\n${times(n, (i) => `when size = ${i} -> yes`)} }
${times(n, (i) => `program p${i} conditional on h${i} { when size > 1 -> yes }`)} }`,
  },
  {
    name: "a code that many parameters list",
    make: (n) =>
      `function system a { function "one" code yes / no operation said }
function system b { function "two" code on / off\n${times(
        n,
        (i) => `sensitive to h${i}(v: one of (yes, no)) expectation e${i}: number = 0
program p${i} conditional on h${i} { when v = yes -> on when e${i} > 1 -> off otherwise -> undecided }`,
      )} }
coupling c between a and b {\n${times(n, (i) => `a.said -> b.h${i}(v: yes)`)} }`,
  },
  {
    name: "values of one type",
    make: (n) =>
      `organization a { code yes / no sensitive to heard(v: one of (${Array.from({ length: n }, (_, i) => `v${i}`).join(", ")}))
program p conditional on heard {\n${times(n, (i) => `when v = v${i} -> yes`)} otherwise -> no } }`,
  },
  {
    name: "values of one code",
    make: (n) =>
      `organization a { code ${Array.from({ length: n }, (_, i) => `v${i}`).join(" / ")} sensitive to heard
program p conditional on heard {\n${times(n, (i) => `when step = ${i} -> v${i}`)} otherwise -> v0 } }`,
  },
  {
    name: "a long condition",
    make: (n) =>
      `organization a { code yes / no sensitive to heard(size: number)
program p conditional on heard { when ${Array.from({ length: n }, (_, i) => `size > ${i}`).join(" or ")} -> yes
when ${Array.from({ length: n }, (_, i) => `${i}`).join(" + ")} > 5 -> no otherwise -> no } }`,
  },
  {
    name: "systems each like the one before",
    make: (n) =>
      `organization s0 { code yes / no sensitive to heard operation said program p conditional on heard { otherwise -> yes { emit said } } }\n` +
      times(n, (i) => `organization s${i + 1} like s${i}`),
  },
  {
    name: "extensions of one system",
    make: (n) =>
      `function system a { function "one" code yes / no }\n` +
      times(
        n,
        (i) =>
          `extend a { operation o${i} sensitive to h${i} program p${i} conditional on h${i} { when step > 1 -> yes { emit o${i} } otherwise -> no } }`,
      ),
  },
  {
    name: "extensions of one canonical system",
    make: (n) =>
      `import law from "canon"\n` +
      times(
        n,
        (i) =>
          `extend law { operation o${i} sensitive to h${i} program p${i} conditional on h${i} { when step > 1 -> lawful { emit o${i} } } }`,
      ),
  },
  {
    name: "canonical systems of all kinds",
    make: (n) => `import politics, law, economy, science from "canon"
extend politics { operation bill } extend law { sensitive to x operation y } extend economy { operation z sensitive to w } extend science { sensitive to v operation u }
coupling k between politics and law { politics.bill -> law.x }
coupling m between economy and science { economy.z -> science.v }
${times(n, (i) => `function system law_${i} like law { operation o${i} }`)}`,
  },
  {
    name: "environments of one system",
    make: (n) =>
      `machine m { code yes / no\n${times(n, (i) => `sensitive to h${i}(size: number)`)} operation act
program p conditional on ${Array.from({ length: n }, (_, i) => `h${i}`).join(", ")} { when step > 1 -> yes { emit act } otherwise -> no } }
organization o1 { code yes / no sensitive to x } organization o2 { code yes / no sensitive to x } organization o3 { code yes / no sensitive to x }
coupling k1 between m and o1 { m.act -> o1.x } coupling k2 between m and o2 { m.act -> o2.x } coupling k3 between m and o3 { m.act -> o3.x }
${times(n, (i) => `environment e${i} { q: number = 1 }\ncoupling c${i} between e${i} and m { e${i}.q -> m.h${i}(size: q) }`)}`,
  },
  {
    name: "quantities of one environment",
    make: (n) =>
      `environment e {\n${times(n, (i) => `q${i}: number in 0..100 = 1 becomes ${i === 0 ? "1" : `q${i - 1} + 1`}`)} }
machine m { code yes / no sensitive to h(size: number) operation act program p conditional on h { when size > 1 -> yes { emit act } otherwise -> no } }
coupling c between e and m {\n${times(n, (i) => `e.q${i} -> m.h(size: q${i}) when q${i} > ${i}`)}\n${times(n, (i) => `m.act -> e { q${i} := q${i} + 1 }`)} }`,
  },
  {
    name: "populations and their inclusions",
    make: (n) =>
      `organization a { code yes / no\n${times(n, (i) => `role r${i} public`)} }\n` +
      times(
        n,
        (i) => `population p${i} of ${i} { included in a as r${i} included in a as q${i} size: number = 1 }`,
      ),
  },
  {
    name: "imports of many files",
    make: (n) => {
      const count = Math.min(900, n);
      return [
        [
          "main.sys",
          times(count, (i) => `import "f${i}"`) +
            `\n${times(count, (i) => `scenario x${i} { s${i} emits said(size: 1) run expect s${i} stays indifferent }`)}`,
        ],
        ...Array.from({ length: count }, (_, i): [string, string] => [
          `f${i}.sys`,
          link(i).replace(/coupling.*/u, ""),
        ]),
      ];
    },
  },
  {
    name: "files that import one large file",
    make: (n) => {
      const count = Math.min(400, n);
      return [
        ["main.sys", times(count, (i) => `import "f${i}"`)],
        ["base.sys", times(n, (i) => link(i))],
        ...Array.from({ length: count }, (_, i): [string, string] => [
          `f${i}.sys`,
          `import "base"\nscenario x${i} { run }`,
        ]),
      ];
    },
  },
  {
    name: "names imported one by one, and not used",
    make: (n) => [
      [
        "main.sys",
        `import ${Array.from({ length: n }, (_, i) => `s${i}`).join(", ")} from "base"\nscenario x { s0 emits said(size: 1) run }`,
      ],
      ["base.sys", times(n, (i) => link(i).replace(/coupling.*/u, ""))],
    ],
  },
  { name: "citations", make: (n) => times(n, (i) => `organization s${i} { code yes / no cite "key_${i}" }`) },
  {
    name: "doc comments that belong to nothing",
    make: (n) => times(n, (i) => `/// nothing ${i}\n\n// so\n`) + pair,
  },
];
