import type { Summary } from '../measuring/summarise';

/** A ratio or a figure of one run that the service is held to. */
export interface Target {
  readonly name: string;
  readonly wanted: string;
  /** Null where what it is made of was not measured. */
  readonly found: number | null;
  readonly isMet: boolean | null;
}

/** `idleMemory` is in bytes. */
export function compareWithTargets(summaries: readonly Summary[], idleMemory: number | null): Target[] {
  const of = (name: string) => summaries.find((one) => one.name === name);
  const rate = (name: string) => of(name)?.rate.median;
  const p50 = (name: string) => of(name)?.p50.median;
  const p99 = (name: string) => of(name)?.p99.median;
  const pgbench = of('pgbench, one statement a send');
  const sends = of('service, sends');
  const overSql = (what: string) => {
    const [page, sql, empty] = [
      p50(`one connection, ${what}`),
      p50(`SQL alone, ${what}`),
      p50('one connection, empty request'),
    ];
    return ratio(page, sql !== undefined && empty !== undefined ? sql + empty : undefined);
  };
  const cost = (sends?.nodeCpu?.median ?? Number.NaN) + (sends?.postgresCpu?.median ?? Number.NaN);
  return [
    atLeast('sends ÷ pgbench', 1.2, ratio(sends?.rate.median, pgbench?.rate.median)),
    atLeast('sends ÷ ejabberd', 2.5, ratio(sends?.rate.median, rate('ejabberd, sends into its archive'))),
    atMost('p99 of sends ÷ p99 of pgbench', 0.5, ratio(sends?.p99.median, pgbench?.p99.median)),
    atMost('CPU a send ÷ CPU a statement of pgbench', 1.0, ratio(cost, pgbench?.postgresCpu?.median)),
    atLeast(
      'sends with a new token each ÷ sends',
      0.7,
      ratio(rate('service, sends, new token each'), rate('service, sends')),
    ),
    atLeast(
      'hot conversation ÷ sends',
      0.8,
      ratio(rate('service, sends, one hot conversation'), rate('service, sends')),
    ),
    atLeast('embedded store ÷ PostgreSQL, sends', 0.5, ratio(rate('embedded, sends'), rate('service, sends'))),
    atMost('history page ÷ (its SQL + empty request), small site', 1.3, overSql('history of 20, small site')),
    atMost('history page ÷ (its SQL + empty request), large site', 1.3, overSql('history of 20, large site')),
    atMost('list ÷ (its SQL + empty request), small site', 1.5, overSql('list of 25, small site')),
    atMost('list ÷ (its SQL + empty request), large site', 1.5, overSql('list of 25, large site')),
    atMost('p99 ms, search by name, large site', 10, p99('one connection, search by name, large site')),
    atMost('p99 ms, search of words, 250 of one’s own', 10, p99('one connection, search of words, 250 of one’s own')),
    atMost(
      'p99 ms, search of words, 5,000 public groups',
      10,
      p99('one connection, search of words, 5,000 public groups'),
    ),
    atMost('p50 ms, unread, large site', 20, p50('one connection, unread, large site')),
    atMost('MB of an idle node on PostgreSQL', 90, idleMemory === null ? undefined : idleMemory / 1e6),
  ];
}

function atLeast(name: string, bound: number, found: number | undefined): Target {
  return { name, wanted: `${bound} or more`, ...judge(found, (value) => value >= bound) };
}

function atMost(name: string, bound: number, found: number | undefined): Target {
  return { name, wanted: `${bound} or less`, ...judge(found, (value) => value <= bound) };
}

function judge(found: number | undefined, holds: (value: number) => boolean): Pick<Target, 'found' | 'isMet'> {
  if (found === undefined || !Number.isFinite(found)) return { found: null, isMet: null };
  return { found, isMet: holds(found) };
}

function ratio(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one / other;
}
