import { defaultLimits } from '../../../document/limits';

/**
 * Bytes of a body that are taken. JSON may spell a character with six (`\u00e9`) and add blanks: a document within its
 * limit must get as far as its check.
 */
export const bodyLimit = 6 * defaultLimits.bytes;
