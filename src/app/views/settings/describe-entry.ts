import type { Delivery } from '../../definitions';
import type { Texts } from '../shared/use-texts';

/** By what something was sent. A rule's or a program's name is its own word for itself and stands in quotes for that reason. */
export function describeEntry(t: Texts, { entry, label }: Delivery): string {
  return label === null
    ? t(`settings.deliveries.entry.${entry}`)
    : t(`settings.deliveries.entry.${entry}Named`, { label });
}
