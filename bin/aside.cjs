#!/usr/bin/env node
require('../scripts/build.cjs').buildIfStale('aside');
require('../dist/aside.cjs');
