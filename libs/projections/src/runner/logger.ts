/** Where the runners say what an operator should know. Never personal data. */
export interface Logger {
  readonly info: (message: string, details?: Readonly<Record<string, unknown>>) => void;
  readonly warn: (message: string, details?: Readonly<Record<string, unknown>>) => void;
}

export const silent: Logger = { info: () => undefined, warn: () => undefined };
