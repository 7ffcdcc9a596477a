/** The development realm will not start, and why. The message is for whoever started it. */
export class DevelopmentRealmRefused extends Error {
  override readonly name = 'DevelopmentRealmRefused';

  constructor(
    readonly reason: 'production' | 'notLoopback' | 'portTaken',
    message: string,
  ) {
    super(message);
  }
}
