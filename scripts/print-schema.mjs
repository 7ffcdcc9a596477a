// Writes what is printed from the program: the graph, who may do what, whose the rows of each table are, and the classes of fields. npm run schema
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
const { graphOf, printedFiles } = await import('@alongside/gateway');
for (const [path, text] of Object.entries(printedFiles(await graphOf(contextModules)))) {
  writeFileSync(join(root, path), text);
  console.log(`${path} has ${text.split('\n').length} lines.`);
}
