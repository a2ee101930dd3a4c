/*
 * The model of the first run: what it needs is in the cache that makes all others fast. There is no mistake in it: what
 * is needed to say what is wrong would make the cache larger, and every start slower by more than that takes to compile.
 */

/** A model that has something of everything. */
export const sound = `model warming "A model that has something of everything"

import politics, economy from "canon"

extend politics {
  operation decree(cap: number)
  sensitive to cold_homes(degrees: number)
  program relief conditional on cold_homes {
    when degrees < 10 or degrees = 12 -> government { emit decree(cap: 50) }
    otherwise -> opposition
  }
}

extend economy {
  sensitive to cost(amount: number)
  operation purchase(price: number)
  expectation price: number in 0..1000 = 60
  program investment conditional on cost {
    when amount > 20 and price > 1 -> non_payment { price := price * 90% }
    otherwise -> payment { emit purchase(price: price) }
  }
}

environment room {
  temperature: number in -50..60 "°C" = 15
  light: number = 300
}

machine heater {
  function "keep the room warm"
  code too_cold / warm_enough
  sensitive to reading(degrees: number)
  operation heat
  expectation target: number = 20
  program regulate conditional on reading {
    when degrees < target -> too_cold { emit heat }
    otherwise -> warm_enough
  }
}

coupling taxes between politics and economy {
  politics.decree -> economy.cost(amount: cap) when cap > 0
}

coupling thermometer between room and heater {
  room.temperature -> heater.reading(degrees: temperature)
}

coupling radiator between heater and room {
  heater.heat -> room { temperature := temperature + 1 }
}

scenario decree {
  perturb economy from politics with decree(cap: 50)
  run
  expect economy resonates to cost
  expect economy.price = 60
}

scenario lights_out {
  change room.light to 0
  run 3 steps
  expect heater.heat occurs 5 times
  expect heater designates warm_enough
}

scenario smashed "It is gone" {
  unplug heater
  change room.temperature to 5
  run
  expect heater stays indifferent
}
`;
