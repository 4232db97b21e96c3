import type { Command } from 'commander';
import { parseConfig } from '../../config/config';
import { type AuditWords, runAudit } from './audit-command';
import { type EraseWords, runErase } from './erase-command';
import { type ExportWords, runExport } from './export-command';
import { type RetentionWords, runRetention } from './retention-command';

/** The words about people's data. All of them work beside a running service, and without one. */
export function addPeopleCommands(program: Command, env: NodeJS.ProcessEnv): void {
  program
    .command('export')
    .description('Print what is kept of an account, or all of a site, as one JSON text a line')
    .option('--account <accountId>', 'of this account: choices, memberships, and the messages that it sent')
    .option('--site <cloudId>', 'of this site; without --account all of it')
    .action((words: ExportWords) => runExport(parseConfig(env), words));
  program
    .command('erase')
    .description('Take away for good what an account wrote. The messages stay as deleted ones, without words')
    .requiredOption('--account <accountId>', 'whose words')
    .option('--site <cloudId>', 'in this site alone')
    .action((words: EraseWords) => runErase(parseConfig(env), words));
  program
    .command('retention')
    .description('Say how long a site keeps messages, or set it')
    .requiredOption('--site <cloudId>', 'the site')
    .option('--days <days>', 'messages older than this are purged, within the hour and for good; "off" keeps all')
    .action((words: RetentionWords) => runRetention(parseConfig(env), words));
  program
    .command('audit')
    .description('Print who created, revoked, erased, exported or changed what, as one JSON text a line')
    .option('--site <cloudId>', 'in this site; without it, what concerns no single site')
    .action((words: AuditWords) => runAudit(parseConfig(env), words));
}
