#!/usr/bin/env node
const { buildComposerIfStale, buildIfStale } = require('../scripts/build.cjs');

buildIfStale('preview');
buildComposerIfStale().then(
  () => require('../dist/preview.cjs'),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
