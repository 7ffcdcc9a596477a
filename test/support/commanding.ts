import { uuid5, type Uuid } from '@alongside/kernel';
import type { Program, ProgramAnswer } from './program.js';

/** What became of a command: what it was accepted with, or the code of its refusal or of an error. */
export interface CommandAnswer {
  readonly id?: Uuid;
  readonly eventIds?: readonly Uuid[];
  readonly position?: string;
  /** Absent where the command was accepted. */
  readonly code?: string;
  readonly message?: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- its shape depends on the reason
  readonly details?: any;
}

/** The document of a command, with its input as `$input`; `also` is asked of what is accepted. */
export const mutationOf = (name: string, also = ''): string => {
  const type = name[0]!.toUpperCase() + name.slice(1);
  return `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    ... on ${type}Accepted { id eventIds position ${also} } ... on ${type}Refused { code message details } } }`;
};

export const answerOf = ({ body }: Pick<ProgramAnswer, 'body'>, name: string): CommandAnswer =>
  body.errors ? { code: body.errors[0].extensions.code } : body.data[name];

export type Commander = (who: Uuid | null, name: string, input: object) => Promise<CommandAnswer>;

/**
 * Gives commands by their names in the graph. `of` makes the command ids of a spec its own, so that it says the same
 * each time; an input may bring another. The program may start later.
 */
export const commanding = (program: () => Pick<Program, 'as'>, of: string): Commander => {
  let commands = 0;
  return async (who, name, input) => {
    const commandId = uuid5(`${of} ${(commands += 1)}`);
    return answerOf(await program().as(who)(mutationOf(name), { input: { commandId, ...input } }), name);
  };
};

/** The code of a refusal or an error, else `accepted`. */
export const codeOf = async (answer: Promise<CommandAnswer>): Promise<string> =>
  (await answer).code ?? 'accepted';

/** What a command was accepted with. @throws where it was not */
export const accepted = async (
  answer: Promise<CommandAnswer>,
): Promise<Required<Pick<CommandAnswer, 'id' | 'eventIds' | 'position'>>> => {
  const { id, eventIds, position, ...refusal } = await answer;
  if (!id || !eventIds || !position) throw new Error(`Refused: ${JSON.stringify(refusal)}`);
  return { id, eventIds, position };
};
