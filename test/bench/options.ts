/** How long and how much to measure. */
export interface BenchOptions {
  readonly passes: number;
  /** Of each contender in each pass. */
  readonly seconds: number;
  readonly connections: number;
  /** Messages of the large site; a tenth as many conversations. */
  readonly largeSite: number;
  /** Cores that others may use in a pass that counts. */
  readonly noise: number;
  /** Only contenders with this in their name. */
  readonly only: string;
  readonly json: boolean;
}

const full: BenchOptions = {
  passes: 5,
  seconds: 5,
  connections: 32,
  largeSite: 1_000_000,
  noise: 0.3,
  only: '',
  json: false,
};

const quick: Partial<BenchOptions> = { passes: 1, seconds: 2, largeSite: 10_000 };

/** @throws Error that names the word which is none. */
export function readOptions(words: readonly string[]): BenchOptions {
  const options: Record<string, unknown> = { ...full, ...(words.includes('--quick') ? quick : {}) };
  for (const word of words.filter((one) => one !== '--quick')) {
    const [, name = '', value] = /^--([a-z]+)(?:=(.*))?$/.exec(word) ?? [];
    const key = Object.keys(full).find((one) => one.toLowerCase() === name);
    if (key === undefined) throw new Error(`There is no option ${word}: ${usage}`);
    options[key] = readValue(full[key as keyof BenchOptions], value, word);
  }
  return options as unknown as BenchOptions;
}

const usage = '--quick, --json, --only=<part of a name>, --passes=, --seconds=, --connections=, --largesite=, --noise=';

function readValue(example: unknown, value: string | undefined, word: string): unknown {
  if (typeof example === 'boolean' && value === undefined) return true;
  if (typeof example === 'string' && value !== undefined) return value;
  if (typeof example === 'number' && Number(value) > 0) return Number(value);
  throw new Error(`${word} has no value that fits: ${usage}`);
}
