import { join, resolve } from 'node:path';
import { z } from 'zod';

const port = (fallback: number) => z.coerce.number().int().min(1).max(65_535).default(fallback);
const url = (protocols: RegExp, example: string) =>
  z
    .string()
    .refine((text) => protocols.test(text), { message: `expected a URL such as ${example}` })
    .optional();
const postgresUrl = (user: string) =>
  url(/^postgres(ql)?:\/\//, `postgresql://${user}:…@host:5432/alongside`);

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  ALONGSIDE_HOME: z.string().default('.alongside'),
  PORT: port(4000),
  ALONGSIDE_REALM_PORT: port(4080),
  ALONGSIDE_POSTGRES_PORT: port(4032),
  EVENTSTORE_URL: url(/^(esdb|kurrentdb)(\+discover)?:\/\//, 'esdb+discover://host:2113?tls=true'),
  DATABASE_OWNER_URL: postgresUrl('alongside_owner'),
  DATABASE_PROJECTOR_URL: postgresUrl('alongside_projector'),
  DATABASE_URL: postgresUrl('alongside_gateway'),
  KEYCLOAK_URL: url(/^https?:\/\//, 'https://login.example.nhs.uk'),
  KEYCLOAK_REALM: z.string().min(1).default('alongside'),
  ALONGSIDE_AUDIENCE: z.string().min(1).default('alongside-gateway'),
  ALONGSIDE_CLIENTS: z.string().default('alongside-web,alongside-cli'),
  ALONGSIDE_MASTER_KEY: z
    .string()
    .refine((text) => Buffer.from(text, 'base64').length === 32, { message: 'expected 32 bytes in base64' })
    .optional(),
  KEYSTORE_URL: url(/^file:\/\//, 'file:///var/lib/alongside/keys/keys').describe('where data keys lie'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Environment = Readonly<Record<string, string | undefined>>;

/** How a process runs, from environment variables alone. `.env.example` says what each is for. */
export interface Configuration {
  readonly production: boolean;
  /** Folder of the embedded parts' data; absolute. */
  readonly home: string;
  readonly port: number;
  readonly realmPort: number;
  readonly postgresPort: number;
  readonly eventStoreUrl: string | undefined;
  /** Undefined: the embedded PostgreSQL. All three are given, or none. */
  readonly database:
    { readonly owner: string; readonly projector: string; readonly gateway: string } | undefined;
  /** Undefined: the development realm. */
  readonly keycloak: { readonly url: string; readonly realm: string } | undefined;
  readonly audience: string;
  readonly clients: readonly string[];
  readonly masterKeyFile: string;
  readonly keysFile: string;
  readonly environment: Environment;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
}

/** One message with a line for each fault. */
export class ConfigurationFault extends Error {
  override readonly name = 'ConfigurationFault';
}

/** @throws ConfigurationFault that names every variable that is wrong and what it should be */
export const readConfiguration = (environment: Environment): Configuration => {
  // A variable that is set to nothing is one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const urls = ['DATABASE_OWNER_URL', 'DATABASE_PROJECTOR_URL', 'DATABASE_URL'] as const;
  const missing = urls.filter((name) => !given[name]);
  if (missing.length > 0 && missing.length < urls.length)
    faults.push(
      `${missing.join(', ')}: not set. Set all three database URLs, or none for the embedded server.`,
    );
  if (!parsed.success || faults.length > 0)
    throw new ConfigurationFault(
      `The configuration has faults:\n${faults.map((fault) => `  ${fault}`).join('\n')}`,
    );

  const value = parsed.data;
  const home = resolve(value.ALONGSIDE_HOME);
  return {
    production: value.NODE_ENV === 'production',
    home,
    port: value.PORT,
    realmPort: value.ALONGSIDE_REALM_PORT,
    postgresPort: value.ALONGSIDE_POSTGRES_PORT,
    eventStoreUrl: value.EVENTSTORE_URL,
    database: value.DATABASE_URL
      ? {
          owner: value.DATABASE_OWNER_URL!,
          projector: value.DATABASE_PROJECTOR_URL!,
          gateway: value.DATABASE_URL,
        }
      : undefined,
    keycloak: value.KEYCLOAK_URL
      ? { url: value.KEYCLOAK_URL.replace(/\/$/, ''), realm: value.KEYCLOAK_REALM }
      : undefined,
    audience: value.ALONGSIDE_AUDIENCE,
    clients: value.ALONGSIDE_CLIENTS.split(',').map((client) => client.trim()),
    masterKeyFile: join(home, 'keys', 'master'),
    keysFile: value.KEYSTORE_URL ? new URL(value.KEYSTORE_URL).pathname : join(home, 'keys', 'keys'),
    environment,
    logLevel: value.LOG_LEVEL,
  };
};
