#!/usr/bin/env node
require('../scripts/build.cjs').buildIfStale('preview');
require('../dist/preview.cjs');
