import { sizeOf } from '../../../document/gate/check';
import { defaultLimits } from '../../../document/limits';
import { documentToText } from '../../../document/to-text';
import type { AdfDocument } from '../../../document/types';
import { longestText } from '../../definitions/message';

/** From this part of the limit on, the count shows. */
const countedFrom = 0.8;

export interface Measure {
  /** Characters that still fit, judged by whichever limit is nearer: of the text, or of the document's bytes. Negative over it. */
  readonly left: number;
  readonly isCounted: boolean;
}

export function measureDocument(document: AdfDocument): Measure {
  const used = Math.max(documentToText(document).length / longestText, sizeOf(document) / defaultLimits.bytes);
  return { left: Math.floor(Number(((1 - used) * longestText).toFixed(6))), isCounted: used >= countedFrom };
}
