/* Small models in which nothing is wrong, for tests to break. */

/** A thermostat that is irritated by a room, and a meter that it irritates. */
export const twoMachines = `environment room {
  temperature: number "°C" = 15
}

machine thermostat {
  code too_cold / warm_enough
  sensitive to reading(degrees: number)
  operation heat(minutes: number)

  program regulate conditional on reading {
    when degrees < 20 -> too_cold { emit heat(minutes: 5) }
    otherwise -> warm_enough
  }
}

machine meter {
  code used / unused
  sensitive to use(minutes: number)
  expectation total: number = 0

  program counting conditional on use {
    when minutes > 0 -> used { total := total + minutes }
    otherwise -> unused
  }
}

coupling thermometer between room and thermostat {
  room.temperature -> thermostat.reading(degrees: temperature)
}

coupling wire between thermostat and meter {
  thermostat.heat -> meter.use(minutes: minutes)
}
`;

/** A thermostat and its room, with further members, and effects of its first clause. */
export function room(members: string, effects: string): string {
  return `environment room {
  temperature: number "°C" = 15
}

machine thermostat {
  code too_cold / warm_enough
  sensitive to reading(degrees: number)
  ${members}
  program regulate conditional on reading {
    when degrees < 20 -> too_cold { ${effects} }
    otherwise -> warm_enough
  }
}

coupling thermometer between room and thermostat {
  room.temperature -> thermostat.reading(degrees: temperature)
}
`;
}
