/* Models to be drawn, of any size. */

/** Fields of five systems, most couplings within a field, and some between them: always the same. */
export function modelOf(systems: number, couplings: number): string {
  const texts = ["model drawn", ""];
  for (let index = 0; index < systems; index += 1) {
    texts.push(
      `function system system_${index} {`,
      `  code good_${index} / bad_${index}`,
      `  medium medium_${index}`,
      "  sensitive to signal(size: number)",
      "  operation answer(size: number)",
      "  program deciding conditional on signal {",
      `    when size > 10 -> good_${index} { emit answer(size: size - 1) }`,
      `    otherwise -> bad_${index}`,
      "  }",
      "}",
      "",
    );
  }
  let state = 1;
  const drawn = (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  for (let index = 0; index < couplings; index += 1) {
    const from = index % systems;
    const near = from - (from % 5) + ((from + 1 + drawn(4)) % 5);
    const to = drawn(10) < 7 ? near : (from + 1 + drawn(systems - 1)) % systems;
    texts.push(
      `coupling coupling_${index} between system_${from} and system_${to} {`,
      `  system_${from}.answer -> system_${to}.signal(size: size)`,
      "}",
      "",
    );
  }
  return texts.join("\n");
}
