import fullSchema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import { checkDocument } from '../../src/document/check';
import { markdownToDocument } from '../../src/document/from-markdown';
import { documentToMarkdown } from '../../src/document/to-markdown';
import { arbitraryMarkdown } from './arbitrary-markdown';

const passesAtlassiansSchema = new Ajv({ strict: false }).compile(fullSchema);
const numRuns = Number(process.env['RUNS'] ?? 1500);

describe('every document that our Markdown makes', () => {
  it('passes our gate and the schema of Atlassian', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, (markdown) => {
        const document = markdownToDocument(markdown);
        expect(checkDocument(document)).toBeNull();
        expect(passesAtlassiansSchema(document) ? [] : passesAtlassiansSchema.errors).toEqual([]);
      }),
      { numRuns },
    );
  });

  it('comes back as Markdown that makes the same document', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, (markdown) => {
        const document = markdownToDocument(markdown);
        const edited = documentToMarkdown(document);
        expect(edited).not.toBeNull();
        expect(markdownToDocument(edited ?? '')).toEqual(document);
      }),
      { numRuns },
    );
  });
});
