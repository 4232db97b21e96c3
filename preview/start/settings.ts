import { join } from 'node:path';
import { pointsOfDefaultTier } from '../../platform/jira/points-hour';
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
  /** Whether the demo site has only its work items, with the panel on each, and nothing that anybody said or did. */
  readonly isBare: boolean;
  /** How many more people the site has, whom nobody is: whoever they are, an action costs the same. */
  readonly morePeople: number;
  /** What the app may ask of Jira in an hour. */
  readonly pointsAnHour: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads PREVIEW_PORT (3000), SERVICE_PORT (3001), PREVIEW_DATA_DIR (.aside/preview under `root`), PREVIEW_ASKS_EACH_PERSON
 * (off), PREVIEW_DEMO (`full` or `bare`), PREVIEW_MORE_PEOPLE (0), PREVIEW_POINTS (65000) and ASIDE_LOG_LEVEL (warn).
 * Nothing else of the environment reaches the service behind the preview, so that settings of an installation cannot lead
 * it to real data.
 * @throws PreviewError for a number out of its range, and a word that is not among those of its setting.
 */
export function readSettings(env: Environment, root: string): PreviewSettings {
  return {
    previewPort: readPort(env, 'PREVIEW_PORT', 3000),
    servicePort: readPort(env, 'SERVICE_PORT', 3001),
    dataDir: env['PREVIEW_DATA_DIR']?.trim() || join(root, '.aside', 'preview'),
    logLevel: env['ASIDE_LOG_LEVEL'] || 'warn',
    asksEachPerson: readSwitch(env, 'PREVIEW_ASKS_EACH_PERSON'),
    isBare: readChoice(env, 'PREVIEW_DEMO', ['full', 'bare']) === 'bare',
    morePeople: readNumber(env, 'PREVIEW_MORE_PEOPLE', 0, 50_000),
    pointsAnHour: readNumber(env, 'PREVIEW_POINTS', pointsOfDefaultTier, pointsOfDefaultTier),
  };
}

function readPort(env: Environment, name: string, otherwise: number): number {
  const text = env[name]?.trim() || String(otherwise);
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new PreviewError(`${name} must be a port, 0 to 65535 (0 takes a free one), not "${text}".`);
  }
  return Number(text);
}

function readNumber(env: Environment, name: string, otherwise: number, most: number): number {
  const text = env[name]?.trim() || String(otherwise);
  if (!/^\d{1,5}$/.test(text) || Number(text) > most) {
    throw new PreviewError(`${name} must be a whole number up to ${most}, not "${text}".`);
  }
  return Number(text);
}

function readSwitch(env: Environment, name: string): boolean {
  return readChoice(env, name, ['off', 'on']) === 'on';
}

/** The first is meant where nothing is set. */
function readChoice(env: Environment, name: string, choices: readonly [string, string]): string {
  const text = env[name]?.trim() || choices[0];
  if (choices.includes(text)) return text;
  throw new PreviewError(`${name} must be "${choices[1]}" or "${choices[0]}", not "${text}".`);
}
