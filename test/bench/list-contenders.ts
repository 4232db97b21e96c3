import type { Contender, Run } from './contenders/contender';
import { preparePgbench } from './contenders/run-pgbench';
import type { LoadScenario, SeededSite } from './load/load-job';
import type { LoadProcess } from './load/start-load-process';
import type { BenchOptions } from './options';
import type { Stage } from './stage';
import { timeStatements } from './time-statements';

/** More than the service remembers, so that each is new to it when its turn comes again. */
const tokensToForget = 10_100;

/** All that is measured. A name's part before the comma is who does it, the rest is what. */
export async function listContenders(
  stage: Stage,
  load: LoadProcess,
  binaries: string,
  { connections, seconds, passes }: BenchOptions,
): Promise<Contender[]> {
  const { small, large, direct, nodes, embedded, ejabberd, empty } = stage;
  const [ofSmall, ofLarge] = [await stage.signTokens(small, 1), await stage.signTokens(large, 1)];
  const ofDirect = await stage.signTokens(direct, 1);
  const over = (
    name: string,
    scenario: LoadScenario,
    at: readonly { readonly pid: number; readonly port: number }[],
    more: { readonly connections?: number; readonly mostRequests?: number; readonly usesPostgres?: boolean } = {},
  ): Contender => ({
    name,
    nodes: at.map(({ pid }) => pid),
    usesPostgres: more.usesPostgres ?? true,
    run: (duration) =>
      load.run({
        scenario,
        ports: at.map(({ port }) => port),
        connections: more.connections ?? connections,
        milliseconds: duration * 1000,
        ...(more.mostRequests && { mostRequests: more.mostRequests }),
      }),
  });
  const spread = { kind: 'send-spread', site: small, tokens: ofSmall } as const;
  const hot = { kind: 'send-hot', site: small, tokens: ofSmall, ...(await findGroup(stage)) } as const;
  const one = nodes.slice(0, 1);
  const alone = { connections: 1 };
  const pgbench = await preparePgbench(binaries, await stage.postgres.createDatabase(), small.directs);
  return [
    {
      name: 'pgbench, one statement a send',
      nodes: [],
      usesPostgres: true,
      run: (duration): Promise<Run> => pgbench.run(connections, duration),
    },
    over('Fastify, empty request', { kind: 'empty', path: '/' }, [empty], { usesPostgres: false }),
    over('service, empty request', { kind: 'empty', path: '/healthz' }, one, { usesPostgres: false }),
    over('service, sends', spread, one),
    newTokenEach(stage, Math.ceil(seconds * passes * 1_500), (tokens) =>
      over('service, sends, new token each', { ...spread, tokens }, one, { mostRequests: tokens.length }),
    ),
    over('service, sends, one hot conversation', hot, one),
    over('two nodes, sends', spread, nodes),
    over('two nodes, sends, one hot conversation', hot, nodes),
    over('embedded, sends', spread, [embedded], { usesPostgres: false }),
    ...(ejabberd ? [over('ejabberd, sends into its archive', { kind: 'xmpp-send' }, [ejabberd])] : []),
    over('service, history of 20', { ...spread, kind: 'history' }, one),
    over('service, list of 25', { ...spread, kind: 'list' }, one),
    over('service, mix', { ...spread, kind: 'mix' }, one),
    over('embedded, mix', { ...spread, kind: 'mix' }, [embedded], { usesPostgres: false }),
    over('service, token requests', { kind: 'token', ...stage.client }, one),
    over('one connection, empty request', { kind: 'empty', path: '/healthz' }, one, alone),
    over('one connection, history of 20, small site', { ...spread, kind: 'history' }, one, alone),
    over('one connection, history of 20, large site', { kind: 'history', site: large, tokens: ofLarge }, one, alone),
    over('one connection, list of 25, small site', { ...spread, kind: 'list' }, one, alone),
    over('one connection, list of 25, large site', { kind: 'list', site: large, tokens: ofLarge }, one, alone),
    ...(await timeStatements(stage)),
    over(
      'one connection, search by name, large site',
      search(large, ofLarge, 'conversation?order=name&query='),
      one,
      alone,
    ),
    over('one connection, search of words, 250 of one’s own', search(direct, ofDirect, 'message?query='), one, alone),
    over('one connection, search of words, 5,000 public groups', search(large, ofLarge, 'message?query='), one, alone),
    over('one connection, unread, large site', unread(stage, ofLarge), one, alone),
  ];
}

/** What is not enough to be forgotten is used once. */
function newTokenEach(stage: Stage, most: number, using: (tokens: readonly string[]) => Contender): Contender {
  const tokens: string[] = [];
  const wanted = Math.min(tokensToForget, most);
  return {
    ...using(tokens),
    prepare: async () => void tokens.push(...(await stage.signTokens(stage.small, wanted))),
    run: (seconds) => using(tokens).run(seconds),
  };
}

/** Parts of what `seedSite` writes: hexadecimal digits. */
function search(site: SeededSite, tokens: readonly string[], path: string): LoadScenario {
  const parts = Array.from({ length: 256 }, (_, n) => (n * 257 + 4_096).toString(16));
  const paths = parts.map((part) => `/site/${site.cloudId}/${path}${part}`);
  return { kind: 'get', site, tokens, asApp: false, paths };
}

function unread({ large: site }: Stage, tokens: readonly string[]): LoadScenario {
  return { kind: 'get', site, tokens, asApp: true, paths: [`/site/${site.cloudId}/unread`] };
}

async function findGroup({ database, small }: Stage) {
  const text = `select m.conversation_id, m.user_id from member m where m.cloud_id = $1 and m.conversation_id =
    (select c.id from conversation c where c.cloud_id = $1 and c.low_id is null order by c.id limit 1)`;
  const rows = await database.query<{ conversation_id: string; user_id: string }>({ name: 'find-group', text }, [
    small.cloudId,
  ]);
  return { conversationId: rows[0]?.conversation_id ?? '', members: rows.map(({ user_id }) => user_id) };
}
