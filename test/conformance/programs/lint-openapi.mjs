// Reads an OpenAPI document as JSON on standard input and prints what Redocly's recommended rules find in it. It is a
// program of its own, since the linter is published as an ES module that Jest cannot load.
import { text } from 'node:stream/consumers';
import { createConfig, lintFromString } from '@redocly/openapi-core';

const config = await createConfig({
  extends: ['recommended-strict'],
  rules: {
    // The paths are those of the original. `user` is no UUID, so that no request fits two of them.
    'no-ambiguous-paths': 'off',
    'no-path-trailing-slash': 'off',
  },
});
const problems = await lintFromString({ source: await text(process.stdin), absoluteRef: 'openapi.json', config });
const found = problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`);
process.stdout.write(JSON.stringify(found));
