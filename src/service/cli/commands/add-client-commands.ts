import type { Command } from 'commander';
import { parseConfig } from '../../config/config';
import { runClientCreate, runClientList, runClientRevoke, runKeyRotate } from './client-command';

interface ClientOptions {
  readonly name: string;
  readonly site: string[];
  readonly scope: string;
}

/** `aside client …` and `aside key …`: who may come in with OAuth, and by which signature. */
export function addClientCommands(program: Command, env: NodeJS.ProcessEnv): void {
  const client = program.command('client').description('OAuth clients: bots, scripts and integrations');
  client
    .command('create')
    .description('Make a client and print its id and secret as JSON. The secret is shown this once')
    .requiredOption('--name <name>', 'what it is called, 1 to 255 characters')
    .requiredOption('--site <cloudId>', 'a site that it may use (repeatable)', collect)
    .requiredOption('--scope <scopes>', 'participate:conversation, manage:conversation, or both with a space between')
    .action(({ name, site, scope }: ClientOptions) =>
      runClientCreate(parseConfig(env), { name, sites: site, scopes: scope.split(/\s+/).filter(Boolean) }),
    );
  client
    .command('list')
    .description('Print every client as a line of JSON, without its secret')
    .action(() => runClientList(parseConfig(env)));
  client
    .command('revoke')
    .description('Refuse a client and all of its tokens, on every node within a minute. It cannot be undone')
    .argument('<id>', 'its client_id')
    .action((id: string) => runClientRevoke(parseConfig(env), id));
  program
    .command('key')
    .description('The keys that access tokens are signed with')
    .command('rotate')
    .description('Sign with a new key. Tokens of the earlier ones stay good until they end')
    .option('--drop', 'refuse tokens of the earlier keys at once, for a key that got out', false)
    .action(({ drop }: { readonly drop: boolean }) => runKeyRotate(parseConfig(env), drop));
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}
