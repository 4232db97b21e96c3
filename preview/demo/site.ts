import type { Site } from '../../platform/jira/site';

/** The made-up site. Its cloudId never changes, so that what was written stays readable after a restart. */
export const demoSite: Site = Object.freeze({
  cloudId: '7b0f4c8e-2d53-4a1f-9c66-51d0a3e8b942',
  name: 'Paper Boat',
  url: 'https://paper-boat.atlassian.net',
  installationId: '0e6a1c57-93b4-4d0a-8f25-6c1d7e9b3a80',
  environmentId: '5c9d2f10-7e48-4b6b-a3f1-d84e6b5c2a97',
});
