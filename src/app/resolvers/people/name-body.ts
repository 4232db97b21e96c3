import type { AdfDocument } from '../../../document/types';
import { findMentions } from './find-mentions';
import { lookUpPeople } from './look-up-people';
import { nameMentions } from './name-mentions';

/** A document that was just written, as it is shown: with names. Jira is asked only where someone is mentioned. */
export async function nameBody(body: AdfDocument): Promise<AdfDocument> {
  return nameMentions(body, await lookUpPeople({ mentioned: findMentions([body]) }));
}
