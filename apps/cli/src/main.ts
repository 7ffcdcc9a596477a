import process from 'node:process';
import { Command, Option } from 'commander';
import {
  ConfigurationFault,
  openFoundation,
  readConfiguration,
  type Configuration,
  type Foundation,
} from '@alongside/deployment';
import type { Extent } from '@alongside/demonstration';
import { PortTaken } from '@alongside/gateway';
import { ClientTokenRefused, DevelopmentRealmRefused } from '@alongside/identity/development-realm';
import { EmbeddedPostgresError } from '@alongside/postgres';
import { MasterKeyMissing } from '@alongside/privacy';
import { CommandFault } from './command-fault.js';
import { appointOperator, type FirstOperator } from './commands/appoint-operator.js';
import { doctor } from './commands/doctor.js';
import { rebuild } from './commands/rebuild.js';
import { refreshOrganisations, type RefreshAsked } from './commands/refresh-organisations.js';
import { seed } from './commands/seed.js';
import { start } from './commands/start.js';
import { token, tokenOfClient, type ClientAsked } from './commands/token.js';
import { verify } from './commands/verify.js';
import { createOutput, type Output } from './console.js';

/** 0 done; 1 failed; 2 the command or its surroundings must be put right; 3 checked, and found wrong. */
const exit = { failed: 1, fault: 2, foundWrong: 3 } as const;

const spoken = [
  CommandFault,
  MasterKeyMissing,
  ConfigurationFault,
  EmbeddedPostgresError,
  DevelopmentRealmRefused,
  ClientTokenRefused,
  PortTaken,
];

const stopping = new AbortController();
let signals = 0;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    signals += 1;
    stopping.abort();
    // Whoever asks three times means it.
    if (signals === 3) process.exit(exit.failed);
  });

const fail = (error: unknown, json: boolean): void => {
  const known = spoken.some((kind) => error instanceof kind);
  const message = error instanceof Error ? error.message : String(error);
  if (json) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
  else process.stderr.write(`${known || !(error instanceof Error) ? message : (error.stack ?? message)}\n`);
  process.exitCode = known ? exit.fault : exit.failed;
};

interface Common {
  readonly json?: boolean;
}

const run = async (
  { json = false }: Common,
  work: (configuration: Configuration, output: Output) => Promise<boolean | void>,
): Promise<void> => {
  try {
    const well = await work(readConfiguration(process.env), createOutput(json));
    if (well === false) process.exitCode = exit.foundWrong;
  } catch (error) {
    if (!stopping.signal.aborted) fail(error, json);
  }
};

const withFoundation = (
  options: Common,
  work: (foundation: Foundation, configuration: Configuration, output: Output) => Promise<boolean | void>,
): Promise<void> =>
  run(options, async (configuration, output) => {
    const foundation = await openFoundation(configuration, { attach: true });
    try {
      return await work(foundation, configuration, output);
    } finally {
      await foundation.close();
    }
  });

const count = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new CommandFault(`${text} is not a number of people. Give a whole number above 0.`);
  return value;
};

const asClient = ({ client, key, keyId }: Partial<ClientAsked>): ClientAsked => {
  if (!client || !key) throw new CommandFault('Give --client together with --key.');
  return { client, key, ...(keyId === undefined ? {} : { keyId }) };
};

const program = new Command('alongside')
  .description('One regional framework and one honest record for a locality’s peer support workforce.')
  .showHelpAfterError()
  .addHelpText(
    'after',
    '\nExit codes: 0 done; 1 failed; 2 the command or its surroundings must be put right; 3 checked, and found wrong.',
  )
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : exit.fault);
  });

const json = new Option('--json', 'answer with one line of JSON');

program
  .command('start')
  .description('run everything in one process; the first time, tell the demonstration')
  .addOption(
    new Option('--demonstration <extent>', 'what to tell the first time')
      .choices(['everything', 'partners', 'none'])
      .default('everything')
      .env('ALONGSIDE_DEMONSTRATION'),
  )
  .option('--people <number>', 'peer workers in the demonstration, about', count, 400)
  .addOption(json)
  .action((options: Common & { demonstration: Extent | 'none'; people: number }) =>
    run(options, (configuration, output) =>
      start(
        configuration,
        { demonstration: options.demonstration, people: options.people, signal: stopping.signal },
        output,
      ),
    ),
  );

program
  .command('seed')
  .description('tell the demonstration through the real rules')
  .option('--people <number>', 'peer workers, about', count)
  .option('--seed <text>', 'the same text gives the same story')
  .addOption(new Option('--extent <extent>', 'how much of it').choices(['everything', 'partners']))
  .addOption(json)
  .action((options: Common & { people?: number; seed?: string; extent?: Extent }) => {
    const { json: _, ...asked } = options;
    return withFoundation(options, (foundation, configuration, output) =>
      seed(configuration, foundation, { ...asked, signal: stopping.signal }, output),
    );
  });

program
  .command('appoint-operator')
  .description('appoint the first operator of a record that has none')
  .requiredOption('--given-name <name>', 'their given name')
  .requiredOption('--family-name <name>', 'their family name')
  .option('--email <address>', 'their work e-mail address')
  .option(
    '--issuer <url>',
    'the `iss` of their tokens; if left out, that of the configured Keycloak or of the development realm',
  )
  .requiredOption('--subject <sub>', 'the `sub` of their tokens')
  .addOption(json)
  .action((options: Common & FirstOperator) => {
    const { json: _, ...asked } = options;
    return withFoundation(options, (foundation, configuration, output) =>
      appointOperator(configuration, foundation, asked, output),
    );
  });

program
  .command('refresh-organisations')
  .description('compare registered organisations with a published ODS file, and record what differs')
  .argument('<file>', 'organisations in the ODS layout of 27 columns, as etr.csv')
  .option('--succession <file>', 'who succeeds whom, as succ.csv: closings become mergers')
  .option('--effective-on <day>', 'from which day a name that differs is borne; today if left out')
  .option('--dry-run', 'write nothing, and say what would be recorded')
  .addOption(json)
  .action((file: string, options: Common & Omit<RefreshAsked, 'file' | 'signal'>) => {
    const { json: _, ...asked } = options;
    return withFoundation(options, (foundation, configuration, output) =>
      refreshOrganisations(configuration, foundation, { file, ...asked, signal: stopping.signal }, output),
    );
  });

program
  .command('token')
  .description('a bearer token: of a person, from the development realm, or of an organisation’s client')
  .argument('[person...]', 'a person’s id, or words of a name, role or organisation')
  .option('--client <name>', 'an organisation’s client instead, as hr-<organisation id>')
  .option('--key <file>', 'the client’s private key, in PEM')
  .option('--key-id <id>', 'the id under which its public key is registered, where the realm asks for it')
  .addOption(json)
  .action((person: string[], options: Common & Partial<ClientAsked>) => {
    if (options.client !== undefined || options.key !== undefined)
      return run(options, (configuration, output) => tokenOfClient(configuration, asClient(options), output));
    if (person.length === 0)
      throw new CommandFault('Say whose token: words of a person, or --client with --key.');
    return withFoundation(options, (foundation, configuration, output) =>
      token(configuration, foundation, person.join(' '), output),
    );
  });

program
  .command('verify')
  .description('fold the whole log afresh and compare every read model with it')
  .addOption(json)
  .action((options: Common) =>
    withFoundation(options, (foundation, _, output) => verify(foundation, output)),
  );

program
  .command('rebuild')
  .description('build read models anew from the log')
  .argument('[projection]', 'one of them; all if left out')
  .addOption(json)
  .action((name: string | undefined, options: Common) =>
    withFoundation(options, (foundation, _, output) => rebuild(foundation, name, output)),
  );

program
  .command('doctor')
  .description('look at every part and say what is wrong')
  .addOption(json)
  .action((options: Common) =>
    withFoundation(options, (foundation, configuration, output) => doctor(configuration, foundation, output)),
  );

try {
  await program.parseAsync();
} catch (error) {
  fail(error, process.argv.includes('--json'));
}
