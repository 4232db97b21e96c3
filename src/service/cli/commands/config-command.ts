import { parseConfig } from '../../config/config';
import { hideCredentials } from '../../config/database-url';
import { type ConfigVariable, configVariables } from '../../config/variables';

export const settingFormats = ['text', 'markdown', 'env'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * `aside config`: the settings with the values that hold here; `markdown` and `env` write the documentation's table and
 * `.env.example`, whatever the environment.
 * @throws ConfigError, after it has printed, when a value breaks its rule.
 */
export function runConfig(env: Environment, format: (typeof settingFormats)[number]): void {
  process.stdout.write(writeSettings[format](env));
  if (format === 'text') parseConfig(env);
}

export const writeSettings: Readonly<Record<(typeof settingFormats)[number], (env: Environment) => string>> = {
  text: (env) => {
    const variables: readonly ConfigVariable[] = Object.values(configVariables);
    const width = Math.max(...variables.map(({ name }) => name.length));
    return joinLines(variables.map((variable) => `${variable.name.padEnd(width)}  ${describeValue(variable, env)}`));
  },
  markdown: () => {
    const rows = Object.values<ConfigVariable>(configVariables).map(({ name, fallback, rule, meaning }) => {
      const cells = [`\`${name}\``, fallback === null ? '' : `\`${fallback}\``, `${meaning}. Must be ${rule}`];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    });
    return joinLines(['| variable | default | |', '|---|---|---|', ...rows]);
  },
  env: () => {
    const entries = Object.values<ConfigVariable>(configVariables).map(({ name, fallback, rule, meaning }) =>
      [`# ${meaning}.`, `# Must be ${rule}.`, `#${name}=${fallback ?? ''}`].join('\n'),
    );
    const head = [
      '# Settings of the conversation service. An unknown ASIDE_* or a wrong value stops the start.',
      '# Docker Compose reads a file .env by itself; the service and the commands read only their environment. Give it to',
      '# them with EnvironmentFile= in a systemd unit, and in a shell with: set -a; . ./.env; set +a',
      "# All three take a value in single quotes, and an address with & needs them: DATABASE_URL='postgres://...?a=b&c=d'",
    ].join('\n');
    return joinLines([head, ...entries], '\n\n');
  },
};

function describeValue({ name, fallback, isSecret }: ConfigVariable, env: Environment): string {
  const own = env[name]?.trim();
  if (own) return isSecret ? hideCredentials(own) : own;
  const port = name === 'ASIDE_PORT' ? env['PORT']?.trim() : undefined;
  if (port) return `${port} (from PORT)`;
  return fallback === null ? '(unset)' : `${fallback} (default)`;
}

function joinLines(lines: readonly string[], separator = '\n'): string {
  return `${lines.join(separator)}\n`;
}
