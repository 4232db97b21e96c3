import type { MediaType } from '../../../contract/operation';
import { AppError, refuseField } from '../../errors/app-error';
import type { RequestBody } from '../../operations/input/operation-request';
import { findUnstorableText } from './find-unstorable-text';
import { isNestedDeeper } from './is-nested-deeper';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Far above the depth of a document. Only beneath it may what was parsed be walked with recursion. */
const deepestJson = 256;

/** Only these escapes can bring in text that cannot be kept; without one there is nothing to look for. */
const suspiciousEscape = /\\u(0000|d[89a-f])/i;

/**
 * Reads a body by its media type. JSON is parsed and nothing in it is converted.
 * @throws AppError `invalid_request` for an absent body, text that is not UTF-8 or JSON; `too_large`, `unsupported_media_type`.
 */
export function decodeBody(
  accepted: readonly MediaType[],
  contentType: string | undefined,
  raw: Uint8Array | undefined,
): RequestBody {
  if (raw === undefined || raw.length === 0) throw refuseField('body', 'is required');
  const mediaType = readMediaType(accepted, contentType);
  const text = decodeText(raw);
  if (mediaType === 'application/json') return { mediaType, value: parseJson(text) };
  if (text.includes('\0')) throw refuseField('body', 'must not hold the character U+0000');
  return { mediaType, value: text };
}

function readMediaType(accepted: readonly MediaType[], contentType: string | undefined): MediaType {
  const [type, ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const mediaType = accepted.find((one) => one === type);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (mediaType !== undefined && (charset === undefined || /^"?(utf-?8|us-ascii)"?$/.test(charset))) return mediaType;
  throw new AppError('unsupported_media_type', 'The body is of a type that this operation does not take.', {
    details: [{ field: 'header.Content-Type', rule: `must be ${accepted.join(' or ')}, in UTF-8` }],
  });
}

function decodeText(raw: Uint8Array): string {
  try {
    return utf8.decode(raw);
  } catch {
    throw refuseField('body', 'must be UTF-8');
  }
}

function parseJson(text: string): unknown {
  if (isNestedDeeper(text, deepestJson)) {
    const details = [{ field: 'body', rule: `must not nest deeper than ${deepestJson} levels` }];
    throw new AppError('too_large', 'The body is nested too deep.', { details });
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own message quotes the body, so it is neither shown nor logged.
    throw refuseField('body', 'must be JSON');
  }
  const unstorable = suspiciousEscape.test(text) ? findUnstorableText(value) : null;
  if (unstorable !== null) throw refuseField(`body${unstorable}`, 'must not hold U+0000 or half of a surrogate pair');
  return value;
}
