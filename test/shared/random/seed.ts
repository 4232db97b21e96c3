const { RANDOM_SEED } = process.env;

/**
 * Where tests at random begin. Fixed, since what passed once has to pass again where nothing changed;
 * `RANDOM_SEED=random` takes another one each time, which the report of a failure names.
 */
export const seed = RANDOM_SEED === 'random' ? Date.now() % 2 ** 31 : Number(RANDOM_SEED ?? 20_261_130);
