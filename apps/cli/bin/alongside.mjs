#!/usr/bin/env node
// Builds what is stale where the sources are at hand, then hands over to the program.
import { existsSync } from 'node:fs';

const build = new URL('../../../scripts/build.mjs', import.meta.url);
if (existsSync(build) && !process.argv.includes('--no-build')) {
  try {
    const { buildIfStale } = await import(build.href);
    await buildIfStale();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
process.argv = process.argv.filter((argument) => argument !== '--no-build');
await import(new URL('../dist/main.js', import.meta.url).href);
