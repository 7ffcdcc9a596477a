import type { ProgramAnswer } from './program.js';

/** An error as clients get it. */
export interface ToldError {
  readonly message: string;
  readonly path?: readonly string[];
  readonly locations?: readonly object[];
  readonly extensions: { readonly code: string; readonly reference?: string };
}

export const errorsOf = ({ body }: ProgramAnswer): readonly ToldError[] => body.errors ?? [];

/** The HTTP status, and the code of the first error or `none`. */
export const outcomeOf = (answer: ProgramAnswer): readonly [number, string] => [
  answer.status,
  errorsOf(answer)[0]?.extensions.code ?? 'none',
];
