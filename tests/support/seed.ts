import fc from "fast-check";

/*
 * `npm test` tries the same cases each time, so that it says of a change whether it broke something. New cases are for
 * the long campaigns: `npm run fuzz` leaves the seed to chance and prints it where something fails.
 */
if (process.env["NIKLAS_FUZZ"] === undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 1984 });
