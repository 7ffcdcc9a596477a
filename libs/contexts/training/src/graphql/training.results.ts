import { commandResult } from '@alongside/graphql-kit';
import { trainingRefusals } from '../domain/index.js';

/** The answer to a command on an enrolment. */
export const enrolmentResult = (name: string, accepted: string) =>
  commandResult(name, trainingRefusals, { accepted, id: 'The enrolment.' });

/** The answer to a command on a person's record. */
export const recordResult = (name: string, accepted: string) =>
  commandResult(name, trainingRefusals, { accepted, id: 'The person’s training record.' });
