/* A regulation that is applied over and over, in a world of chance. */

/** So many runs that they are not played one by one; and the run without the regulation draws by other probabilities. */
export const yearsOfLevy = `import politics, economy from "canon"
extend politics { operation levy(rate: number) }
extend economy {
  sensitive to cost(rate: number)
  sensitive to mood
  expectation price: number in 0..100 = 60
  program budget conditional on cost {
    when chance(25%) -> payment { price := max(0, price - rate) }
    otherwise -> non_payment { price := min(100, price + 1) }
  }
  program drift conditional on mood {
    when chance(price / 200) -> payment { price := max(0, price - 1) }
    otherwise -> non_payment { price := min(100, price + 1) }
  }
}
environment weather { event turn }
coupling taxes between politics and economy { politics.levy -> economy.cost(rate: rate) }
coupling moods between weather and economy { weather.turn -> economy.mood }
regulation mild { by politics of economy starts with politics.levy(rate: 4) through taxes aim economy.price <= 57 }
scenario years {
  repeat 8 times { weather emits turn run 1 step apply mild run 1 step }
  expect mild is effective
}
property helps { eventually mild is effective }
`;
