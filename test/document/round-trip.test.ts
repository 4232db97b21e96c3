import fullSchema from '@atlaskit/adf-schema/dist/json-schema/v1/full.json';
import Ajv from 'ajv-draft-04';
import { checkDocument } from '../../src/document/gate/check';
import { markdownToDocument } from '../../src/document/markdown/from-markdown';
import { documentToMarkdown } from '../../src/document/markdown/to-markdown';
import fc from '../shared/random/fast-check';
import { arbitraryMarkdown } from './arbitrary-markdown';

const passesAtlassiansSchema = new Ajv({ strict: false }).compile(fullSchema);
const numRuns = 1000;

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

  it('comes back as well when it was kept with its marks in another order, as older ones are', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, (markdown) => {
        const document = markdownToDocument(markdown);
        const older = JSON.parse(JSON.stringify(document), (name, value: unknown) =>
          name === 'marks' && Array.isArray(value) ? value.toReversed() : value,
        );
        expect(markdownToDocument(documentToMarkdown(older) ?? '')).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '**_both_**',
    '**run `npm test`**',
    '- a\n\n* b',
    '- a\n- b',
    '1. a\n\n1) b',
    '> a\n\n> b',
    '| a\\|b |\n| --- |',
    '# a',
    '***',
  ])('comes back as it was typed, where that is plain: %j', (markdown) => {
    const typed = documentToMarkdown(markdownToDocument(markdown)) ?? '';
    expect(typed).not.toContain('\u2063');
    expect(markdownToDocument(typed)).toEqual(markdownToDocument(markdown));
  });
});
