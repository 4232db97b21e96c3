import { findHref, findPath } from '../../../preview/host/links/find-href';
import { findPlace, pathOfModule } from '../../../preview/host/links/places';
import { aBoot } from './builders';

const boot = aBoot();
const pathOf = (key: string) => {
  const module = boot.modules.find((candidate) => candidate.key === key);
  return module === undefined ? undefined : pathOfModule(boot, module);
};

describe('the addresses of the preview', () => {
  it('are those that Atlassian documents for each module', () => {
    expect(pathOf('inbox')).toBe('/jira/apps/app/env');
    expect(pathOf('settings')).toBe('/jira/settings/apps/configure/app/env');
    expect(pathOf('preferences')).toBe('/jira/settings/personal/apps/app/env');
    expect(pathOf('panel')).toBeNull();
  });

  it.each([
    ['/', 'start'],
    ['/jira/software/projects/OPS/board', 'nowhere'],
    ['/jira/software/projects/WEB', 'project'],
    ['/jira/software/projects/WEB/board', 'project'],
    ['/jira/software/projects/WEB/poem', 'nowhere'],
    ['/automation/when-assigned', 'automation'],
    ['/browse/web-1', 'issue'],
    ['/automation', 'automation'],
    ['/jira/settings/apps', 'apps'],
    ['/jira/apps/app/env', 'app'],
    ['/jira/apps/app/env/', 'app'],
    ['/jira/apps/app/env/below', 'app'],
    ['/jira/apps/app/environment', 'nowhere'],
    ['/jira/dashboards/1', 'nowhere'],
  ])('show under %s the place "%s"', (path, kind) => {
    expect(findPlace(boot, path).kind).toBe(kind);
  });

  it('name an issue by its key in capitals', () => {
    expect(findPlace(boot, '/browse/web-1')).toEqual({ kind: 'issue', key: 'WEB-1' });
  });
});

describe('where a view may go', () => {
  it.each([
    [{ target: 'issue', issueKey: 'WEB-1' }, '/browse/WEB-1'],
    [{ target: 'issue', issueKey: '../preview/boot' }, '/browse/..%2Fpreview%2Fboot'],
    [{ target: 'module', moduleKey: 'inbox' }, '/jira/apps/app/env'],
    [{ target: 'module', moduleKey: 'inbox', path: '/groups' }, '/jira/apps/app/env/groups'],
    [{ target: 'userProfile', accountId: '557058:a' }, '/jira/people/557058%3Aa'],
    [{ target: 'dashboard', dashboardId: '7' }, '/jira/dashboards/7'],
    [{ target: 'projectSettingsDetails', projectKey: 'WEB' }, '/jira/software/projects/WEB/settings/details'],
    [{ url: '/browse/WEB-2?focusedId=1' }, '/browse/WEB-2?focusedId=1'],
    [{ url: 'https://paper-boat.atlassian.net/browse/WEB-2' }, '/browse/WEB-2'],
    [{ url: 'https://a.example/x' }, 'https://a.example/x'],
  ])('%j leads to %s', (location, href) => {
    expect(findHref(boot, location)).toBe(href);
  });

  it.each([
    [{ url: 'javascript:alert(1)' }],
    [{ target: 'module', moduleKey: 'panel' }],
    [{ target: 'module', moduleKey: 'elsewhere' }],
    [{ target: 'spaceView', spaceKey: 'X' }],
  ])('%j is refused', (location) => {
    expect(() => findHref(boot, location)).toThrow('The preview cannot go there.');
  });

  it('takes the site by its name for the preview, and no other site whose name only begins so', () => {
    expect(findPath(boot, 'https://paper-boat.atlassian.net')).toBe('/');
    expect(findPath(boot, 'https://paper-boat.atlassian.net?x=1')).toBe('/?x=1');
    expect(findPath(boot, 'https://paper-boat.atlassian.net//evil.example')).toBeUndefined();
    const other = 'https://paper-boat.atlassian.net.evil.example/browse/WEB-1';
    expect(findPath(boot, other)).toBe(other);
  });
});
