/**
 * The rooms of the house and the arrows between them: what each room is for, and which other rooms it may import.
 * The walls (`npm run walls`) are made from this table, and so is the one in docs/architecture.md, which a test compares.
 * A room is a folder with all below it, or one file. Packages are not listed here.
 * @type {readonly { room: string, may: readonly string[], holds: string }[]}
 */
const rooms = [
  { room: 'src/patterns', may: [], holds: 'ids, keys and limits that app and service hold to' },
  {
    room: 'src/document',
    may: ['src/patterns'],
    holds: 'the Atlassian Document Format: the gate, plain text, Markdown in and out. Pure',
  },
  {
    room: 'src/contract',
    may: ['src/patterns', 'src/document'],
    holds: 'the wire: one table of operations, from which routes, checks, client and OpenAPI come',
  },

  {
    room: 'src/index.ts',
    may: ['src/app/automation', 'src/app/notices', 'src/app/personal-data', 'src/app/resolvers'],
    holds: 'every function that the manifest names',
  },
  {
    room: 'src/app/definitions',
    may: ['src/document'],
    holds: 'what views and functions agree on: shapes, problems, the name of the live channel',
  },
  { room: 'src/app/client', may: ['src/contract'], holds: 'the conversation API over any fetch, and the Forge fetch' },
  {
    room: 'src/app/site',
    may: ['src/patterns'],
    holds: "who asks and on which site, from the platform's context; what an account id is",
  },
  {
    room: 'src/app/jira',
    may: ['src/app/definitions', 'src/app/client', 'src/app/storage'],
    holds: "everything that is asked of Jira's REST API, mails included",
  },
  { room: 'src/app/storage', may: ['src/app/definitions'], holds: "what the app keeps on Atlassian's platform" },
  {
    room: 'src/app/policy',
    may: ['src/app/definitions', 'src/app/client', 'src/app/jira', 'src/app/storage', 'src/contract'],
    holds: 'who may write to whom about what, why one may not, who may be told; `rules` are its own alone',
  },
  {
    room: 'src/app/problems',
    may: ['src/app/definitions', 'src/app/client', 'src/app/jira', 'src/app/storage'],
    holds: 'what went wrong, as a problem that people can read',
  },
  {
    room: 'src/app/writing',
    may: ['src/app/definitions', 'src/app/problems', 'src/document'],
    holds: 'typed words into a document, within its limits',
  },
  {
    room: 'src/app/notices',
    may: [
      'src/patterns',
      'src/app/definitions',
      'src/app/client',
      'src/app/site',
      'src/app/jira',
      'src/app/storage',
      'src/app/policy',
      'src/contract',
    ],
    holds: 'live hints and mails, told by whoever sends',
  },
  {
    room: 'src/app/resolvers',
    may: [
      'src/patterns',
      'src/app/definitions',
      'src/app/client',
      'src/app/site',
      'src/app/jira',
      'src/app/storage',
      'src/app/policy',
      'src/app/problems',
      'src/app/writing',
      'src/app/notices',
      'src/contract',
      'src/document',
    ],
    holds: 'what a view may ask, one folder a surface',
  },
  {
    room: 'src/app/automation',
    may: [
      'src/patterns',
      'src/app/definitions',
      'src/app/client',
      'src/app/site',
      'src/app/jira',
      'src/app/storage',
      'src/app/policy',
      'src/app/problems',
      'src/app/writing',
      'src/app/notices',
      'src/contract',
    ],
    holds: 'the automation action, the web trigger, the outbox',
  },
  {
    room: 'src/app/personal-data',
    may: ['src/app/client', 'src/app/site', 'src/app/storage', 'src/contract'],
    holds: 'the weekly report of accounts',
  },
  {
    room: 'src/app/views',
    may: ['src/patterns', 'src/app/definitions', 'src/document'],
    holds:
      'UI Kit: one file a module in `entries`, one folder a surface, what they share in `shared`, `conversation`, `composing`, `groups` and `live`',
  },
  {
    room: 'src/app/composer',
    may: ['src/app/definitions', 'src/document'],
    holds: 'the page in the `Frame` where one writes: an editor of documents, which speaks with its view alone',
  },

  { room: 'src/service/config', may: ['src/patterns'], holds: 'settings, read once at the start' },
  {
    room: 'src/service/errors',
    may: ['src/contract', 'src/service/config'],
    holds: 'refusals and faults, and how they are told',
  },
  { room: 'src/service/limits', may: [], holds: 'counters in memory, and how late the process is' },
  {
    room: 'src/service/conversation',
    may: ['src/patterns', 'src/contract', 'src/document', 'src/service/errors'],
    holds: 'the rules, and the interfaces that they need of a store. No input or output',
  },
  {
    room: 'src/service/identity',
    may: ['src/patterns', 'src/contract', 'src/service/errors', 'src/service/limits'],
    holds: 'a token in, a caller out',
  },
  {
    room: 'src/service/store',
    may: [
      'src/patterns',
      'src/contract',
      'src/document',
      'src/service/errors',
      'src/service/conversation',
      'src/service/identity',
    ],
    holds: 'the only room that knows SQL; it implements the interfaces of the rules',
  },
  {
    room: 'src/service/operations',
    may: ['src/contract', 'src/document', 'src/service/errors', 'src/service/conversation', 'src/service/identity'],
    holds: 'what each operation does, without HTTP',
  },
  {
    room: 'src/service/telemetry',
    may: ['src/service/errors', 'src/service/store/engine'],
    holds: 'metrics, spans of statements',
  },
  {
    room: 'src/service/http',
    may: [
      'src/patterns',
      'src/contract',
      'src/document',
      'src/service/config',
      'src/service/errors',
      'src/service/limits',
      'src/service/conversation',
      'src/service/identity',
      'src/service/operations',
      'src/service/telemetry',
    ],
    holds: 'requests in, answers out',
  },
  {
    room: 'src/service/data-directory',
    may: [],
    holds: 'one owner of an embedded store, and the socket over which it is asked',
  },
  {
    room: 'src/service/purge',
    may: ['src/service/conversation'],
    holds: 'what removes old messages by itself, and makes their texts anew when its rules have changed',
  },
  { room: 'src/service/certificates', may: [], holds: 'until when the certificate of an address holds' },
  {
    room: 'src/service/doctor',
    may: [
      'src/service/config',
      'src/service/errors',
      'src/service/http/openapi',
      'src/service/store',
      'src/service/certificates',
    ],
    holds: 'the checks of `aside doctor`',
  },
  {
    room: 'src/service/process',
    may: [
      'src/contract',
      'src/document',
      'src/service/config',
      'src/service/errors',
      'src/service/limits',
      'src/service/conversation',
      'src/service/identity',
      'src/service/operations',
      'src/service/telemetry',
      'src/service/http',
      'src/service/purge',
      'src/service/certificates',
    ],
    holds: 'a whole service from its parts, over any store',
  },
  { room: 'src/service/cli', may: ['src/contract', 'src/service'], holds: 'the command `aside`' },

  { room: 'platform/wire', may: [], holds: 'what the platform is asked and answers, as types' },
  { room: 'platform/clock', may: [], holds: 'the time that tests drive, and what is bounded by it' },
  {
    room: 'platform/rules',
    may: [],
    holds: 'what the real platform refuses, each rule with its source and a name to loosen it by',
  },
  {
    room: 'platform/happenings',
    may: ['platform/wire'],
    holds: 'what the platform does for the app, told as it happens and counted',
  },
  { room: 'platform/manifest', may: ['platform/rules'], holds: "what the platform reads of an app's manifest" },
  {
    room: 'platform/jira',
    may: ['platform/wire', 'platform/rules'],
    holds: 'a small Jira in memory and its REST API, with its points and limits',
  },
  {
    room: 'platform/forge',
    may: [
      'platform/wire',
      'platform/clock',
      'platform/rules',
      'platform/happenings',
      'platform/manifest',
      'platform/jira',
    ],
    holds: 'Forge: functions, storage, queue, Realtime, schedules, web triggers, remotes',
  },
  {
    room: 'platform/automation',
    may: ['platform/wire', 'platform/clock', 'platform/manifest', 'platform/jira', 'platform/forge'],
    holds: "Jira's automation rules",
  },
  { room: 'platform/start', may: ['platform'], holds: 'the door of the platform: one function opens all of it' },

  {
    room: 'preview/wire',
    may: ['platform/wire', 'src/document'],
    holds: "what passes between the preview's page and its server",
  },
  { room: 'preview/demo', may: ['platform'], holds: 'the demo site: people, issues, a rule' },
  { room: 'preview/bundle', may: ['platform'], holds: 'views, functions and the page, bundled as Forge would' },
  {
    room: 'preview/host',
    may: ['preview/wire', 'platform/wire', 'src/document'],
    holds: 'the page: a small Jira in the browser that draws the views',
  },
  {
    room: 'preview/http',
    may: ['preview/wire', 'preview/demo', 'preview/bundle', 'platform'],
    holds: "the preview's server",
  },
  {
    room: 'preview/start',
    may: ['preview/wire', 'preview/demo', 'preview/bundle', 'preview/http', 'platform', 'src/service'],
    holds: 'platform, service and server, started together',
  },
  { room: 'preview/main.ts', may: ['preview/start', 'src/service'], holds: 'the program that `npm start` runs' },
];

/** The table of rooms as it stands in docs/architecture.md. */
function writeTable() {
  const cell = ({ room, may, holds }) =>
    `| \`${room}\` | ${holds} | ${may.map((one) => `\`${one}\``).join(', ') || 'nothing of ours'} |`;
  return ['| room | what it holds | may import |', '|---|---|---|', ...rooms.map(cell)].join('\n');
}

module.exports = { rooms, writeTable };
