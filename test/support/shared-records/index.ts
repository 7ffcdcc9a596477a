import type { Uuid } from '@alongside/kernel';
import { accepted, commanding } from '../commanding.js';
import { castOf, type Cast, type Give } from './cast.js';
import { registerClients, type TokenOfClient } from './clients.js';
import { nameEverybody } from './naming.js';
import { agree, breakGlasses, disclose, lend } from './sharing.js';
import { employ, learn, speak } from './working.js';
import type { Program } from '../program.js';

export { found, organisations, planted, today, type Cast } from './cast.js';
export { inForce } from './sharing.js';

export interface SharedRecords {
  readonly cast: Cast;
  /** The rights of all the agreements, in force or not. */
  readonly agreed: readonly Uuid[];
  /** Open to the operator: on one person, and on everybody of the trust; and one that is open no longer. */
  readonly glasses: { readonly onPeer: Uuid; readonly onTrust: Uuid; readonly ended: Uuid };
  readonly clients: { readonly narrow: TokenOfClient; readonly wide: TokenOfClient };
}

/**
 * Adds to the whole demonstration what is shared and not shared in every way there is: agreements in each of their
 * states, lent roles, lived experience shown to each role, training shown, emergencies, organisations' own systems,
 * somebody hosted elsewhere. Everybody's family name, and every text that people write themselves, holds a word that is
 * `planted`.
 */
export const shareRecords = async (program: Program): Promise<SharedRecords> => {
  await nameEverybody(program);
  const command = commanding(() => program, 'shared');
  const give: Give = (who, name, input) => accepted(command(who, name, input));
  const cast = await castOf(program);
  const agreed = await agree(give);
  await lend(give);
  await employ(program, give, cast);
  await disclose(give, cast);
  await program.caughtUp();
  await learn(program, give, cast);
  await speak(program, give, cast);
  const glasses = await breakGlasses(program, give, cast);
  const clients = await registerClients(program, give);
  await program.caughtUp();
  return { cast, agreed, glasses, clients };
};
