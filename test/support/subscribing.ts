import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What came over a subscription so far, and how it ended. */
export interface Subscribed {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as JSON
  readonly data: readonly any[];
  readonly codes: readonly string[];
  readonly over: () => boolean;
  readonly stop: () => Promise<void>;
}

/** Opens a connection of its own for one subscription. */
export const subscribe = (
  url: string,
  token: string | null,
  query: string,
  variables: Record<string, unknown> = {},
): Subscribed => {
  const data: unknown[] = [];
  const codes: string[] = [];
  let over = false;
  const client: Client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(token === null ? {} : { connectionParams: { authorization: `Bearer ${token}` } }),
  });
  const said = (errors: unknown): void => {
    const list = Array.isArray(errors) ? errors : [errors];
    for (const error of list as { extensions?: { code?: string }; code?: number; message?: string }[])
      codes.push(String(error.extensions?.code ?? error.code ?? error.message));
  };
  client.subscribe(
    { query, variables },
    {
      next: (result) => {
        if (result.errors) said(result.errors);
        else data.push(result.data);
      },
      error: (error) => {
        said(error);
        over = true;
      },
      complete: () => {
        over = true;
      },
    },
  );
  return { data, codes, over: () => over, stop: async () => client.dispose() };
};
