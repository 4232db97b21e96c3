import { join } from 'node:path';
import { PreviewError } from './preview-error';

export interface PreviewSettings {
  /** 0 takes a free one, of both. */
  readonly previewPort: number;
  readonly servicePort: number;
  /** Where everything of the preview is kept; made where there is none. */
  readonly dataDir: string;
  /** Of the service, whose log goes to standard output. */
  readonly logLevel: string;
  /** Whether each person is asked to allow the app, as on a site whose administrator has not done so for all. */
  readonly asksEachPerson: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads PREVIEW_PORT (3000), SERVICE_PORT (3001), PREVIEW_DATA_DIR (.aside/preview under `root`), PREVIEW_ASKS_EACH_PERSON
 * (off) and ASIDE_LOG_LEVEL (warn). Nothing else of the environment reaches
 * the service behind the preview, so that settings of an installation cannot lead it to real data.
 * @throws PreviewError for a port that is none, and a switch that is neither on nor off.
 */
export function readSettings(env: Environment, root: string): PreviewSettings {
  return {
    previewPort: readPort(env, 'PREVIEW_PORT', 3000),
    servicePort: readPort(env, 'SERVICE_PORT', 3001),
    dataDir: env['PREVIEW_DATA_DIR']?.trim() || join(root, '.aside', 'preview'),
    logLevel: env['ASIDE_LOG_LEVEL'] || 'warn',
    asksEachPerson: readSwitch(env, 'PREVIEW_ASKS_EACH_PERSON'),
  };
}

function readPort(env: Environment, name: string, otherwise: number): number {
  const text = env[name]?.trim() || String(otherwise);
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new PreviewError(`${name} must be a port, 0 to 65535 (0 takes a free one), not "${text}".`);
  }
  return Number(text);
}

function readSwitch(env: Environment, name: string): boolean {
  const text = env[name]?.trim() || 'off';
  if (text !== 'on' && text !== 'off') throw new PreviewError(`${name} must be "on" or "off", not "${text}".`);
  return text === 'on';
}
