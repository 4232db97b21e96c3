import { Command, Option } from 'commander';
import { parseConfig } from '../config/config';
import { version } from '../config/version';
import { describeFault } from '../errors/describe-fault';
import { addClientCommands } from './commands/add-client-commands';
import { addOperationCommands } from './commands/add-operation-commands';
import { distributions, type MigrateWords, runMigrate } from './commands/migrate-command';
import { addPeopleCommands } from './commands/people-commands';
import { runServe } from './commands/serve-command';
import { describeFailure } from './describe-failure';

/** The command line's words. Its settings are environment variables, read by `parseConfig`. */
export function buildProgram(env: NodeJS.ProcessEnv): Command {
  const program = new Command('aside').description('The conversation service of Aside for Jira').version(version);
  program
    .command('serve')
    .description('Run the service until SIGTERM or SIGINT. Settings are the environment variables ASIDE_*')
    .action(() => runServe(parseConfig(env)));
  program
    .command('migrate')
    .description("Bring the store's tables up to this version, and print each migration that was applied")
    .addOption(
      new Option(
        '--distribute <engine>',
        'then spread them over the servers of a cluster, all of a site on one; nobody may write meanwhile',
      ).choices(distributions),
    )
    .action((words: MigrateWords) => runMigrate(parseConfig(env), words));
  addClientCommands(program, env);
  addOperationCommands(program, env);
  addPeopleCommands(program, env);
  return program;
}

/** Runs one command. Where it fails, says why on standard error and leaves 1 as the exit code. */
export async function runProgram(words: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await buildProgram(env).parseAsync([...words], { from: 'user' });
  } catch (error) {
    const sentence = describeFailure(error);
    // What nobody foresaw may quote what people wrote: the engine's errors hold the values of a row.
    if (sentence === null) console.error(describeFault(error));
    else process.stderr.write(`aside: ${sentence}\n`);
    process.exitCode = 1;
  }
}
