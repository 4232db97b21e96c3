import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { describedOperations } from '../../src/contract/described-operations';
import type { DescribedOperation } from '../../src/contract/operation';
import { scopes } from '../../src/contract/scopes';

interface ListedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly { readonly in: 'path' | 'query'; readonly name: string }[];
}

interface Listing {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ListedOperation>>>>;
}

// The owner's own document, as it was given.
const file = readFileSync(join(__dirname, '../conformance/listing.yaml'), 'utf8');
const listing = parseAllDocuments(file)[0]?.toJS() as Listing;

const listed = Object.entries(listing.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
);

/** By the name that each has in the OpenAPI document. */
const table: Readonly<Record<string, DescribedOperation>> = Object.fromEntries(
  Object.values(describedOperations).map((operation) => [operation.operationId, operation]),
);

describe('the operations table', () => {
  it('holds the seven operations of the listing and marks them, and no others, as from it', () => {
    const original = Object.keys(table).filter((id) => table[id]?.origin === 'listing');
    expect(original.sort()).toEqual(listed.map((it) => it.operationId).sort());
    expect(original).toHaveLength(7);
  });

  describe.each(listed)('$operationId', ({ operationId, path, method, summary, description, parameters = [] }) => {
    const operation = table[operationId];
    const named = (place: string) => parameters.filter((it) => it.in === place).map((it) => it.name);

    it('has the path, the method and the summary of the listing', () => {
      expect(operation).toMatchObject({ path, method, summary });
    });

    it('has its path parameters, all of them and no others', () => {
      expect(Object.keys(operation?.params.properties ?? {}).sort()).toEqual(named('path').sort());
    });

    it('has its query parameters', () => {
      expect(Object.keys(operation?.query.properties ?? {})).toEqual(expect.arrayContaining(named('query')));
    });

    it('is open to the scope that the listing names', () => {
      const [scope = 'participate:conversation'] = scopes.filter((it) => description.includes(it));
      expect(operation?.scopes).toContain(scope);
    });
  });

  it.each(Object.entries(table))('names in the path of %s what it has as path parameters', (_, { path, params }) => {
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(params.properties).sort()).toEqual(named.sort());
  });
});
