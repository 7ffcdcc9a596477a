import { readdirSync, readFileSync } from 'node:fs';

const parentOf = (pid: number): number | undefined => {
  try {
    // The name in brackets may hold anything; what follows the last bracket does not.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
};

/** The process and everything that it started, at any remove. Linux only. */
export const processTree = (root: number): readonly number[] => {
  const parents = new Map(
    readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0)
      .map((pid) => [pid, parentOf(pid)] as const),
  );
  const tree = [root];
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
};

/** Ends them all at once, without a word. */
export const killTree = (root: number): void => {
  for (const pid of processTree(root))
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
};
