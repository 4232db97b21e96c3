import { refuseField } from '../../errors/app-error';

/**
 * The moment that a query names. The schema's format lets through what no `Date` is made of: leap seconds, names of zones.
 * @throws AppError `invalid_request` that names the parameter
 */
export function readTime(name: 'since' | 'until', text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw refuseField(`query.${name}`, 'must be a time in ISO 8601');
  return time;
}
