import { commandResult } from '@alongside/graphql-kit';
import { applicationRefusals } from '../domain/index.js';

/** The answer of a command on an application. */
export const applicationResult = (name: string, accepted: string) =>
  commandResult(name, applicationRefusals, { accepted, id: 'The application.' });
