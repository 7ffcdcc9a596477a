export type EmbeddedPostgresFault =
  | 'AlreadyRunning'
  | 'DataGone'
  | 'FolderNotUsable'
  | 'NoServer'
  | 'NoServerUser'
  | 'OtherVersion'
  | 'PortTaken'
  | 'StartFailed';

/** Why the embedded server could not be started. The message says what a person can do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly fault: EmbeddedPostgresFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
