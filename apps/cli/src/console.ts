import cliProgress from 'cli-progress';

/** How a command talks: words and bars for people, or one line of JSON for programs. */
export interface Output {
  readonly say: (text: string) => void;
  /** The one answer of the command. */
  readonly answer: (result: object, text: string) => void;
  /** A bar for work that takes more than two seconds; nothing where nobody looks on. */
  readonly progress: (title: string) => {
    readonly to: (done: number, of: number) => void;
    readonly end: () => void;
  };
}

export const createOutput = (json: boolean): Output => ({
  say: (text) => {
    if (!json) process.stdout.write(`${text}\n`);
  },
  answer: (result, text) => process.stdout.write(`${json ? JSON.stringify(result) : text}\n`),
  progress: (title) => {
    if (json || !process.stderr.isTTY)
      return plainProgress(json ? () => undefined : (line) => process.stderr.write(line), title);
    const bar = new cliProgress.SingleBar(
      {
        format: `${title} {bar} {percentage}% · {value} of {total}`,
        hideCursor: true,
        clearOnComplete: true,
      },
      cliProgress.Presets.shades_classic,
    );
    let begun = false;
    return {
      to: (done, of) => {
        if (!begun) bar.start(of, done);
        else bar.update(done);
        begun = true;
      },
      end: () => bar.stop(),
    };
  },
});

/** For logs: a line for each quarter. */
const plainProgress = (write: (line: string) => void, title: string) => {
  let said = -1;
  return {
    to: (done: number, of: number) => {
      const quarter = Math.floor((done / Math.max(of, 1)) * 4);
      if (quarter > said) write(`${title}: ${quarter * 25}%\n`);
      said = Math.max(said, quarter);
    },
    end: () => undefined,
  };
};
