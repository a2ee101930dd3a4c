/**
 * A model of about so many lines, always the same for the same number: districts of a city, each with its
 * environment, a monitoring machine, an authority, a company, the couplings between them, a scenario and a property.
 * Its names differ, its constructs are those that models are made of.
 */
export function largeModel(lines: number): string {
  const parts = ['model city "A city of many districts"\n'];
  let written = 1;
  for (let number = 1; written < lines; number += 1) {
    const part = district(number);
    parts.push(part);
    written += part.split("\n").length;
  }
  return parts.join("\n");
}

function district(n: number): string {
  return `/// District ${n}: what it emits is noticed only once it is measured.
environment air_${n} "Air of district ${n}" {
  load: number in 0..1000 "µg/m³" = ${20 + (n % 60)}
  wind: number in 0..30 "m/s" = 4
  event inversion(hours: number)
}

machine station_${n} "Measuring station ${n}" {
  function "report what exceeds the threshold"
  code exceeded / within
  sensitive to reading(value: number "µg/m³") when value >= 0
  operation report(value: number "µg/m³", above: number)
  expectation threshold: number in 0..1000 "µg/m³" = 50

  program compare conditional on reading {
    when value > threshold and not (value > 900) -> exceeded { emit report(value: value, above: value - threshold) }
    otherwise -> within
  }
}

organization authority_${n} "Authority of district ${n}" {
  code competent / not_competent
  sensitive to measurement(value: number "µg/m³", above: number)
  operation order(reduction: number in 0..100%, urgent: boolean)
  expectation reported: number = 0
  expectation tolerance: number in 0..500 = 10 normative

  program decide conditional on measurement {
    when above <= tolerance -> not_competent { reported := reported + 1 }
    when above > tolerance * 2 or reported >= 3 -> competent {
      emit order(reduction: min(20%, above / 1_000), urgent: above > 100)
      reported := 0
    }
    otherwise -> competent { emit order(reduction: 5%, urgent: false) }
  }
}

organization company_${n} "Company ${n}" {
  code profitable / unprofitable
  sensitive to duty(reduction: number in 0..100%, urgent: boolean)
  operation invest(share: number in 0..100%)
  expectation margin: number in -100..100 "%" = 8 cognitive

  program adapt purpose on duty {
    choose filter -> profitable yields margin * (1 - reduction) when reduction < 50% { emit invest(share: reduction) }
    choose leave -> unprofitable yields 2 when urgent { margin := max(-100, margin - 5) }
    otherwise -> unprofitable
  }
}

coupling monitoring_${n} between air_${n} and station_${n} {
  air_${n}.load -> station_${n}.reading(value: load) when load > 0
}

coupling procedure_${n} between station_${n} and authority_${n} {
  station_${n}.report -> authority_${n}.measurement(value: value, above: above) when above >= 0 after 2 steps
}

coupling licence_${n} between authority_${n} and company_${n} {
  authority_${n}.order -> company_${n}.duty(reduction: reduction, urgent: urgent) when reduction > 0 at most 3 per step
}

coupling emission_${n} between company_${n} and air_${n} {
  company_${n}.invest -> air_${n} { load := max(0, load - 100 * share) }
}

regulation clean_air_${n} {
  by authority_${n}
  of air_${n}
  starts with authority_${n}.order(reduction: 20%, urgent: true)
  through licence_${n}, emission_${n}
  aim air_${n}.load <= 50
}

scenario smog_${n} "A day without wind" {
  change air_${n}.load to 120
  run 8 steps
  expect station_${n} designates exceeded
  expect authority_${n} resonates to measurement
  expect company_${n}.invest occurs at least 1 time
}

property heard_${n} { air_${n} reaches company_${n} only through authority_${n} }
`;
}
