import { join } from 'node:path';
import { loadManifest } from '../../../platform/manifest/load-manifest';

describe('manifest.yml, as the preview reads it', () => {
  const manifest = loadManifest(join(__dirname, '..', '..', '..'));

  it('gives every module with a view, with its title, its file and what answers it', () => {
    expect(manifest.views.map(({ key, type, viewFile, functionKey }) => [key, type, viewFile, functionKey])).toEqual([
      ['conversation-panel', 'jira:issuePanel', 'src/app/views/entries/panel.tsx', 'panel'],
      ['conversation-context', 'jira:issueContext', 'src/app/views/entries/panel.tsx', 'panel'],
      ['message-assignee', 'jira:issueAction', 'src/app/views/entries/panel.tsx', 'panel'],
      ['issue-background', 'jira:issueViewBackgroundScript', 'src/app/views/entries/background.tsx', 'panel'],
      ['inbox', 'jira:globalPage', 'src/app/views/entries/inbox.tsx', 'panel'],
      ['settings-page', 'jira:adminPage', 'src/app/views/entries/settings.tsx', 'settings'],
      ['preferences-page', 'jira:personalSettingsPage', 'src/app/views/entries/preferences.tsx', 'panel'],
      ['send-message', 'action', 'src/app/views/entries/automation-form.tsx', null],
    ]);
    expect(manifest.views.map(({ title }) => title)).not.toContainEqual(expect.stringMatching(/\.title$/));
  });

  it('gives what runs without a view, and how long it may', () => {
    expect(manifest.consumers).toEqual([{ key: 'outbox-consumer', queue: 'outbox', functionKey: 'outbox' }]);
    expect(manifest.functions.get('outbox')).toEqual({ key: 'outbox', exportName: 'outbox', timeoutSeconds: 120 });
    expect(manifest.schedules.map(({ key, interval }) => `${key} ${interval}`)).toEqual([
      'personal-data-daily day',
      'delivery-log-daily day',
      'unread-sweep-timer fiveMinute',
    ]);
    expect(manifest.actions).toEqual([
      { key: 'send-message', functionKey: 'automation', inputNames: ['issueKey', 'recipient', 'message', 'ruleName'] },
    ]);
    const [trigger] = manifest.webTriggers;
    expect(trigger?.outputs?.map(({ key, statusCode }) => [key, statusCode])).toEqual([
      ['accepted', 202],
      ['invalid', 400],
      ['rejected', 401],
      ['unavailable', 503],
    ]);
  });

  it('takes the placeholder for the app, whatever the environment says', () => {
    expect(manifest.appId).toBe('00000000-0000-4000-8000-000000000000');
  });
});
