/**
 * How long the faults go on. What is not set is the short form, which is the same each time:
 *
 * - `FAULT_ROUNDS`: how often a fault comes that comes again and again (3).
 * - `FAULT_AWAY_S`: seconds for which PostgreSQL is away (3).
 * - `FAULT_LOAD_MS`: milliseconds of undisturbed load before and after each fault (300).
 * - `FAULT_SEED`: of what is decided at random: who sends what to whom, and when a fault comes (1).
 */
export const parameters = {
  rounds: read('FAULT_ROUNDS', 3),
  awayMs: read('FAULT_AWAY_S', 3) * 1000,
  loadMs: read('FAULT_LOAD_MS', 300),
  seed: read('FAULT_SEED', 1),
} as const;

/** @throws Error */
function read(name: string, unset: number): number {
  const text = process.env[name];
  if (text === undefined) return unset;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw new Error(`${name} must be a number, 0 or more.`);
  return value;
}
