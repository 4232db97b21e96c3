import { seed } from '../shared/random/seed';

const { RANDOM_REQUESTS, RANDOM_RAW, RANDOM_DOCUMENTS } = process.env;

/** How many inputs of each kind, and the seed. */
export const random = {
  requests: Number(RANDOM_REQUESTS ?? 16_000),
  raw: Number(RANDOM_RAW ?? 1_500),
  documents: Number(RANDOM_DOCUMENTS ?? 30),
  seed,
};
