import { type DocumentLimits, defaultLimits } from '../limits';
import { type DocumentProblem, invalid, isRecord, tooLarge } from '../problem';
import { checkAttributes } from './check-attributes';
import { checkMembers } from './check-members';

/**
 * The gate for every document that comes from outside. Unknown nodes pass, as published clients send them; what is
 * refused would break a reader or the store: wrong types, links that run code, broken Unicode, too deep or too large.
 *
 * @returns null, or the first fault: where (a JSON pointer into the document), which rule, and `too-large` for a 413
 */
export function checkDocument(value: unknown, limits: DocumentLimits = defaultLimits): DocumentProblem | null {
  if (!isRecord(value)) return invalid('', 'must be an ADF document, an object');
  if (value['type'] !== 'doc') return invalid('/type', 'must be "doc"');
  if (value['version'] !== 1) return invalid('/version', 'must be 1');
  if (!Array.isArray(value['content'])) return invalid('/content', 'must be an array of nodes');
  const fault = checkRest(value, '', limits.depth) ?? checkNodes(value['content'], '/content', limits.depth);
  if (fault !== null) return fault;
  const bytes = sizeOf(value);
  return bytes > limits.bytes ? tooLarge('', `must be at most ${limits.bytes} bytes of JSON, it has ${bytes}`) : null;
}

/** Bytes of the UTF-8 of its JSON. */
export function sizeOf(document: object): number {
  return new TextEncoder().encode(JSON.stringify(document)).length;
}

function checkNodes(nodes: readonly unknown[], pointer: string, depth: number): DocumentProblem | null {
  if (depth === 0 && nodes.length > 0) return tooLarge(pointer, 'must not nest any deeper');
  for (const [index, node] of nodes.entries()) {
    const fault = checkNode(node, `${pointer}/${index}`, depth);
    if (fault !== null) return fault;
  }
  return null;
}

function checkNode(node: unknown, pointer: string, depth: number): DocumentProblem | null {
  if (!isRecord(node)) return invalid(pointer, 'must be a node, an object with a type');
  const { type, text, content } = node;
  if (typeof type !== 'string' || type === '' || type.length > 64) {
    return invalid(`${pointer}/type`, 'must be a text of 1 to 64 characters');
  }
  if (type === 'doc') return invalid(`${pointer}/type`, 'must not be "doc" inside a document');
  if (type === 'text' ? typeof text !== 'string' : text !== undefined && typeof text !== 'string') {
    return invalid(`${pointer}/text`, 'must be a text');
  }
  // Clients send null for what is not there.
  if (content != null && !Array.isArray(content)) return invalid(`${pointer}/content`, 'must be an array of nodes');
  return (
    checkRest(node, pointer, depth) ??
    (Array.isArray(content) ? checkNodes(content, `${pointer}/content`, depth - 1) : null)
  );
}

/** All of the root or of a node but the nodes in it. */
function checkRest(node: Readonly<Record<string, unknown>>, pointer: string, depth: number): DocumentProblem | null {
  const { content: _, marks, ...members } = node;
  return (
    checkAttributes(String(node['type']), node['attrs'], `${pointer}/attrs`) ??
    checkMembers(members, pointer, depth) ??
    checkMarks(marks, `${pointer}/marks`, depth)
  );
}

function checkMarks(marks: unknown, pointer: string, depth: number): DocumentProblem | null {
  if (marks == null) return null;
  if (!Array.isArray(marks)) return invalid(pointer, 'must be an array of marks');
  for (const [index, mark] of marks.entries()) {
    const here = `${pointer}/${index}`;
    if (!isRecord(mark) || typeof mark['type'] !== 'string')
      return invalid(here, 'must be a mark, an object with a type');
    const fault = checkAttributes(mark['type'], mark['attrs'], `${here}/attrs`) ?? checkMembers(mark, here, depth);
    if (fault !== null) return fault;
  }
  return null;
}
