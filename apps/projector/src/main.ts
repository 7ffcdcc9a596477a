import { once } from 'node:events';
import process from 'node:process';
import { openFoundation, readConfiguration } from '@alongside/deployment';
import { startProjector } from './start-projector.js';

const line = (level: string) => (message: string, details?: object) =>
  process.stdout.write(
    `${JSON.stringify({ level, time: new Date().toISOString(), msg: message, ...details })}\n`,
  );

const foundation = await openFoundation(readConfiguration(process.env), { attach: true });
const projector = startProjector(foundation, { info: line('info'), warn: line('warn') });
projector.startProcessManagers();
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await projector.close();
await foundation.close();
