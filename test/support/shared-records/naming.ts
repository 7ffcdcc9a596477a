import { OPERATOR } from '@alongside/demonstration';
import { execute } from '@alongside/event-store';
import { uuid5, type Uuid } from '@alongside/kernel';
import { personStream } from '@alongside/people/contracts';
import { person } from '@alongside/people/domain';
import { found, organisations, planted, today } from './cast.js';
import type { Program } from '../program.js';

interface Somebody {
  readonly personId: Uuid;
  readonly organisation: Uuid | null;
}

/** Gives everybody a family name and an address of their own, so that each can be told in any text. */
export const nameEverybody = async (program: Program): Promise<void> => {
  const waiting = [
    ...(await found<Somebody>(
      program,
      `SELECT person_id AS "personId", organisation_ids[1] AS organisation FROM people.name_card`,
    )),
  ];
  const naming = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await named(program, one);
  };
  await Promise.all(Array.from({ length: 16 }, naming));
  await program.caughtUp();
};

const named = async ({ foundation }: Program, { personId, organisation }: Somebody): Promise<void> => {
  const familyName = planted(personId);
  const email = `${familyName}@demonstration.example`;
  for (const command of [
    { type: 'NamePerson', givenName: 'Ada', familyName, effectiveOn: today },
    { type: 'GiveWorkContact', email, phone: null, effectiveOn: today },
  ] as const)
    await execute(foundation.writing, {
      decider: person,
      stream: personStream(personId),
      command,
      context: {
        actor: OPERATOR,
        organisation: organisation ?? organisations.trust.organisationId,
        locality: null,
        client: 'spec',
        commandId: uuid5(`${command.type} ${personId}`),
      },
    });
};
