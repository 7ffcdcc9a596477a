import type { Done, Faulty, RefreshReport } from '@alongside/localities';

/** So many lines of a kind are worth reading on a screen; `--json` has all. */
const MOST = 50;

/** What was recorded, or would be, a line each; then what was not, and how many there were of all. */
export const refreshInWords = (report: RefreshReport, dryRun: boolean): string => {
  const { rows, unchanged, notRegistered, done, refused, faults } = report;
  const counts = [
    `${rows} rows`,
    `${done.length} ${dryRun ? 'to be recorded' : 'recorded'}`,
    `${unchanged} as they are`,
    `${notRegistered.length} not registered here`,
    `${refused.length} refused`,
    `${faults.length} not usable`,
  ];
  return [
    ...shown(done.map((one) => doneInWords(one, dryRun))),
    ...shown(
      refused.map(
        ({ line, code, doing, message }) => `line ${line}: ${code} refused to ${doing}. ${message}`,
      ),
    ),
    ...shown(faults.map(faultInWords)),
    `${counts.join(', ')}.${dryRun ? ' Nothing was written.' : ''}`,
  ].join('\n');
};

const shown = (lines: readonly string[]): readonly string[] =>
  lines.length > MOST ? [...lines.slice(0, MOST), `and ${lines.length - MOST} more: see --json`] : lines;

const doneInWords = (done: Done, dryRun: boolean): string => {
  const start = `line ${done.line}: ${done.code} ${dryRun ? 'would be' : 'is'}`;
  switch (done.doing) {
    case 'rename':
      return `${start} renamed from ${done.from} to ${done.name}, from ${done.effectiveOn}`;
    case 'merge':
      return `${start} merged into ${done.into.code}, from ${done.effectiveOn}`;
    case 'close':
      return `${start} closed, from ${done.effectiveOn}; no registered organisation succeeds it`;
    default:
      return done satisfies never;
  }
};

const faultInWords = ({ file, line, code, message }: Faulty): string =>
  `line ${line}${file === 'succession' ? ' of the succession' : ''}: ${code ? `${code}: ` : ''}${message}`;
