import { join } from 'node:path';
import ts from 'typescript';
import { declaredProps } from '../../../preview/host/forge-doc/declared-props';
import { bundleRenderer, type Renderer, type SentNode } from './bundle-renderer';

/** What the types of @forge/react say that each of its components takes. */
function readDeclared(): ReadonlyMap<string, readonly string[]> {
  const entry = join(__dirname, '..', '..', '..', 'node_modules', '@forge', 'react', 'out', 'index.d.ts');
  const { ESNext } = ts.ModuleKind;
  const moduleResolution = ts.ModuleResolutionKind.Bundler;
  const program = ts.createProgram([entry], {
    strict: true,
    skipLibCheck: true,
    types: [],
    module: ESNext,
    moduleResolution,
  });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  if (file === undefined || module === undefined) throw new Error('@forge/react has no types');
  const propsOf = (component: ts.Symbol): string[] => {
    const [signature] = checker.getTypeOfSymbolAtLocation(component, file).getCallSignatures();
    const taken = signature?.getParameters()[0];
    const type = taken && checker.getTypeOfSymbolAtLocation(taken, file);
    const types = type === undefined ? [] : type.isUnion() ? type.types : [type];
    return types.flatMap((it) => checker.getPropertiesOfType(it).map(({ name }) => name));
  };
  return new Map(checker.getExportsOfModule(module).map((it) => [it.name, propsOf(it)]));
}

/** What its AdfRenderer adds to what it was given, and what never arrives as a prop. */
const added = (type: string) => (type === 'AdfRenderer' ? ['documentWithoutMedia'] : []);
const isProp = (name: string) => name !== 'children';

/** What some are drawn in, outermost first. What stands in a dialog needs a page, and a panel its own tab: they are left out. */
const around: Readonly<Record<string, readonly string[]>> = {
  TabList: ['Tabs'],
  Tab: ['Tabs', 'TabList'],
  TabPanel: ['Tabs'],
};
const alone = [...declaredProps.keys()].filter((type) => !/^(Modal.|TabPanel)/.test(type));

describe('the props that the preview draws', () => {
  const declared = readDeclared();
  let renderer: Renderer;
  beforeAll(() => {
    jest.spyOn(console, 'warn').mockImplementation(() => {});
    renderer = bundleRenderer();
  });
  afterAll(() => {
    renderer.remove();
    jest.restoreAllMocks();
  });

  it.each([...declaredProps.keys()])('are those that @forge/react declares: %s', (type) => {
    const expected = [...new Set([...(declared.get(type) ?? []), ...added(type)])].filter(isProp);
    expect(declared.has(type)).toBe(true);
    expect([...(declaredProps.get(type) ?? [])].sort()).toEqual(expected.sort());
  });

  it('are known of every component that it has', () => {
    expect([...renderer.drawn].sort()).toEqual([...declaredProps.keys()].sort());
  });

  it.each(alone)('are no others: %s says which one it was given', (type) => {
    const props = { ...(type === 'Heading' ? { size: 'small' } : {}), onKeyDown: () => {}, scrollTop: 3, dir: 'rtl' };
    const node = (around[type] ?? []).reduceRight<SentNode>((inner, parent) => ({ type: parent, children: [inner] }), {
      type,
      props,
    });
    const html = renderer.draw([node]);
    for (const name of ['onKeyDown', 'scrollTop', 'dir']) {
      expect(html).toContain(`not drawn in the preview: ${name} of ${type}`);
    }
    expect(html).not.toMatch(/ dir=| onkeydown=| scrolltop=/i);
  });

  it('are six of the editor of comments, which shows Save and Cancel where a view listens for them', () => {
    expect(declaredProps.get('CommentEditor')?.size).toBe(6);
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Typed before' }] }];
    const defaultValue = { version: 1, type: 'doc', content };
    const html = renderer.draw([{ type: 'CommentEditor', props: { defaultValue, features: {}, onSave: () => {} } }]);
    expect(html).toContain('Typed before');
    expect(html).toContain('Save');
    expect(html).not.toContain('Cancel');
    expect(renderer.draw([{ type: 'CommentEditor', props: { isDisabled: true, onChange: () => {} } }])).toMatch(
      /<textarea[^>]*disabled/,
    );
    expect(renderer.draw([{ type: 'CommentEditor', props: { label: 'Message' } }])).toContain('label of CommentEditor');
  });
});
