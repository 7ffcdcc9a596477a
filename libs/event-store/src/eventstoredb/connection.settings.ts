const SHAPE =
  /^esdb(?:\+discover)?:\/\/(?:(?<credentials>[^:@/?]+:[^@]+)@)?(?<hosts>[^/?]+)\/?(?:\?(?<query>.*))?$/;

/** The client takes option names in any case, with or without dashes and underscores. */
const flat = (name: string): string => name.trim().toLowerCase().replace(/[_-]/g, '');

const KNOWN = new Set(
  [
    'connectionName',
    'defaultDeadline',
    'discoveryInterval',
    'gossipTimeout',
    'keepAliveInterval',
    'keepAliveTimeout',
    'maxDiscoverAttempts',
    'nodePreference',
    'throwOnAppendFailure',
    'tls',
    'tlsCAFile',
    'tlsVerifyCert',
    'userCertFile',
    'userKeyFile',
  ].map(flat),
);

/**
 * Refuses a connection string that the client would take and that cannot be used safely. Never repeats the string,
 * which may hold a password.
 * @throws Error that says what to change
 */
export const checkConnectionString = (connectionString: string): void => {
  const parts = SHAPE.exec(connectionString.trim())?.groups;
  if (!parts)
    throw new Error(
      'EVENTSTORE_URL is not a connection string: write esdb://host:port or esdb+discover://host:port.',
    );
  const options = new Map(
    (parts['query'] ?? '').split('&').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [flat(name), value.trim()] as const;
    }),
  );
  // The client would print the whole string, password and all, to say that it leaves an option out.
  const unknown = [...options.keys()].find((name) => name !== '' && !KNOWN.has(name));
  if (unknown !== undefined)
    throw new Error(`EVENTSTORE_URL has an option that the client does not know: ${unknown}. Remove it.`);
  if (options.get('tlsverifycert') === 'false')
    throw new Error(
      'EVENTSTORE_URL has tlsVerifyCert=false, which the client cannot do. Name the authority with tlsCAFile.',
    );
  if (parts['credentials'] && options.get('tls') === 'false')
    throw new Error(
      'EVENTSTORE_URL has credentials and tls=false: without TLS they are not sent. Remove one of the two.',
    );
  if (options.get('throwonappendfailure') === 'false')
    throw new Error(
      'EVENTSTORE_URL has throwOnAppendFailure=false: the client then answers refused appends with wrong revisions. Remove it.',
    );
};

/** What the client says of a connection string that it cannot read, without the string. */
export const withoutConnectionString = (error: unknown): Error =>
  typeof error === 'object' && error !== null && 'connectionString' in error
    ? new Error('EVENTSTORE_URL cannot be read. Check its hosts, ports and the values of its options.')
    : (error as Error);
