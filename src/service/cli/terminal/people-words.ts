import { Compile } from 'typebox/compile';
import { AccountId, Uuid } from '../../../contract/identifiers';
import { UsageError } from './usage-error';

const accountCheck = Compile(AccountId);
const siteCheck = Compile(Uuid);

/** @throws UsageError */
export function readAccount(text: string): string {
  if (accountCheck.Check(text)) return text;
  throw new UsageError(`"${text}" is not an account id: 1 to 128 letters, digits, ":", "_" or "-".`);
}

/** In lower case. @throws UsageError */
export function readSite(text: string): string {
  if (siteCheck.Check(text)) return text.toLowerCase();
  throw new UsageError(`"${text}" is not a site: a cloudId is a UUID.`);
}

/** Days to keep messages; null for "off". @throws UsageError */
export function readDays(text: string): number | null {
  if (text === 'off') return null;
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 36_500) return Number(text);
  throw new UsageError(`"${text}" is not a number of days, 1 to 36500, or "off".`);
}
