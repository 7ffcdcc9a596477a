import { once } from 'node:events';
import process from 'node:process';
import { ConfigurationFault, openFoundation, readConfiguration } from '@alongside/deployment';
import { openGateway } from './open-gateway.js';

const configuration = readConfiguration(process.env);
if (!configuration.keycloak)
  throw new ConfigurationFault(
    'KEYCLOAK_URL is not set. A gateway of its own needs a Keycloak; `npm start` needs none.',
  );
const foundation = await openFoundation(configuration, { attach: true });
const issuer = `${configuration.keycloak.url}/realms/${configuration.keycloak.realm}`;
const gateway = await openGateway(configuration, foundation, { issuer });
await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
await gateway.close();
await foundation.close();
