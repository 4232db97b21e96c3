const { RANDOM_REQUESTS, RANDOM_DOCUMENTS, RANDOM_SEED } = process.env;

/**
 * How many inputs of each kind, and the seed. The short form has a fixed one; `RANDOM_SEED=random` takes another one
 * each time, which every report of a failure names.
 */
export const random = {
  requests: Number(RANDOM_REQUESTS ?? 16_000),
  documents: Number(RANDOM_DOCUMENTS ?? 30),
  seed: RANDOM_SEED === 'random' ? Date.now() % 2 ** 31 : Number(RANDOM_SEED ?? 20_261_130),
};
