import type { ServerFeaturesClient as FeaturesClient } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { Unavailable } from '../errors.js';
import type { StoreHealth } from '../port.js';
import { ask, type Attempt } from './calls.js';
import { readHead } from './reading.js';
import { isSupported } from './server.version.js';
import type { ClientShare } from './shared.client.js';

/** The server refuses every append of a machine whose clock is 10 s behind its own. */
const CLOCK_LIMIT_MS = 8_000;

interface ServerSays {
  readonly version: string;
  /** How far this machine's clock is behind the server's, to the second; undefined where the server does not say. */
  readonly behindMs: number | undefined;
}

/** The client keeps its way of making calls to itself. */
interface Executing {
  execute<Answer>(
    service: typeof FeaturesClient,
    name: string,
    call: (client: FeaturesClient) => Promise<Answer>,
  ): Promise<Answer>;
}

const askServer = ({ client, onAbandoned }: Attempt): Promise<ServerSays> =>
  (client as unknown as Executing).execute(
    featuresGrpc.ServerFeaturesClient,
    'health',
    (features) =>
      new Promise((resolve, reject) => {
        let behindMs: number | undefined;
        const asked = Date.now();
        const call = features.getSupportedMethods(new shared.Empty(), (error, methods?: SupportedMethods) => {
          if (error) reject(error);
          else resolve({ version: methods?.getEventStoreServerVersion() ?? '', behindMs });
        });
        call.on('metadata', (headers) => {
          const said = Date.parse(String(headers.get('date')[0] ?? ''));
          if (!Number.isNaN(said)) behindMs = said - (asked + Date.now()) / 2;
        });
        onAbandoned(() => call.cancel());
      }),
  );

const complaint = ({ version, behindMs }: ServerSays): string | undefined => {
  if (!isSupported(version))
    return `EventStoreDB ${version || 'of unknown version'} is not supported: it gives wrong checkpoints. Use 23.10, 24.10.5 or later, or 25.0.1 or later.`;
  if (behindMs !== undefined && behindMs > CLOCK_LIMIT_MS)
    return `This machine's clock is ${Math.round(behindMs / 1000)} s behind EventStoreDB's: from 10 s on it refuses every append. Synchronise the clocks.`;
  return undefined;
};

/** Whether appends and subscriptions can work: the server answers, is one that can be used, and its clock agrees. */
export const checkHealth = async (share: ClientShare, timeoutMs: number): Promise<StoreHealth> => {
  const engine = 'eventstoredb';
  try {
    const says = await ask(share, timeoutMs, 'the server', askServer);
    const wrong = complaint(says);
    if (wrong) return { ok: false, engine, detail: wrong };
    await readHead(share, timeoutMs);
    const clock =
      says.behindMs === undefined ? 'its clock could not be compared' : 'the clocks agree well enough';
    return { ok: true, engine, detail: `EventStoreDB ${says.version} answers; ${clock}.` };
  } catch (error) {
    const advice =
      error instanceof Unavailable ? ' Check that it runs and that EVENTSTORE_URL is right.' : '';
    return { ok: false, engine, detail: `${(error as Error).message}${advice}` };
  }
};
