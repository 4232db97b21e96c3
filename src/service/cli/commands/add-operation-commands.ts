import { type Command, Option } from 'commander';
import { runConfig, settingFormats } from './config-command';
import { runDoctor } from './doctor-command';

/** `aside config` and `aside doctor`: what the service is told, and whether it can work with that. */
export function addOperationCommands(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('config')
    .description('Print every setting with the value that holds here; passwords are left out')
    .addOption(new Option('--format <format>', 'how to print them').choices(settingFormats).default('text'))
    .action(({ format }: { readonly format: (typeof settingFormats)[number] }) => runConfig(env, format));
  program
    .command('doctor')
    .description('Check configuration, store, keys, clock and, with --url, the address that Atlassian calls')
    .option('--url <url>', 'the https address of this service, as an administrator approves it')
    .action(({ url }: { readonly url?: string }) => runDoctor(env, url ?? null));
}
