#!/usr/bin/env node
// Libraries look at it when they are loaded: without it they check what only their developers need, and are slow.
process.env.NODE_ENV ??= 'production';
await import('../dist/server/cli.js');
