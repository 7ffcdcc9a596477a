// Writes the graph that clients are written against to apps/gateway/schema.graphql: npm run schema
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'apps/gateway'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(1);

const { contextModules } = await import('@alongside/deployment');
const { graphOf, printGraph } = await import('@alongside/gateway');
const printed = printGraph(await graphOf(contextModules));
writeFileSync(join(root, 'apps/gateway/schema.graphql'), printed);
console.log(`apps/gateway/schema.graphql has ${printed.split('\n').length} lines.`);
