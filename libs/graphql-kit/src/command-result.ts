import {
  createUnionType,
  Extensions,
  Field,
  InputType,
  InterfaceType,
  ObjectType,
  type ReturnTypeFunc,
} from '@nestjs/graphql';
import { isRejected, type DataClass, type Json, type Uuid as UuidText } from '@alongside/kernel';
import type { Outcome } from '@alongside/event-store';
import { enumOf } from './enums.js';
import { JsonValue, Position, Uuid } from './scalars.js';

/** What every command may be given. */
@InputType({ isAbstract: true })
export abstract class CommandInput {
  @Field(() => Uuid, {
    nullable: true,
    description:
      'Your own id for this command, best a UUID version 7. Sent again with the same content within 7 days it answers as the first time and does nothing twice; with another content it is refused. The `Idempotency-Key` header serves the same purpose for a document with one mutation.',
  })
  readonly commandId?: UuidText;
}

@InterfaceType({
  description:
    'A command that was understood and not carried out. Nothing was recorded. Refusals are answers, not errors: each command has its own closed list of reasons.',
})
@Extensions({ class: 'C0' })
export abstract class Refusal {
  @Field({ description: 'The reason as stable text, the same as `reason` of the concrete type.' })
  readonly code!: string;

  @Field({
    description:
      'One or two sentences: why, and what to do about it. May change in wording; decide by `reason`.',
  })
  readonly message!: string;

  @Field(() => JsonValue, {
    nullable: true,
    description: 'What else is known of the reason, such as what is outstanding.',
  })
  readonly details?: unknown;
}

const NOT_FOUND =
  'There is nothing of this id that you may act on. Check the id, and that you hold a role in the organisation it belongs to.';

/** The GraphQL types of one command's answer, and how an outcome becomes one. */
export interface CommandResult<Reason extends string> {
  readonly union: object;
  /** `id` is what the command made or changed. */
  readonly answer: (
    outcome: Outcome<Reason>,
    id: UuidText,
    also?: Readonly<Record<string, unknown>>,
  ) => object;
}

interface About {
  readonly accepted: string;
  readonly id: string;
  /** What to do where the thing is not there or not the caller's; about ids and roles where absent. */
  readonly notFound?: string;
  /** What else an accepted command answers, by name. `answer` is given the values. */
  readonly also?: Readonly<
    Record<string, { readonly type: ReturnTypeFunc; readonly class: DataClass; readonly description: string }>
  >;
}

/**
 * `<Name>Result = <Name>Accepted | <Name>Refused`. The reasons come from the decider's own table of refusals, so that
 * the graph cannot forget one.
 */
export const commandResult = <Reason extends string>(
  name: string,
  refusals: Readonly<Record<Reason, string>>,
  about: About,
): CommandResult<Reason> => {
  const sentences: Record<string, string> = { ...refusals, NotFound: about.notFound ?? NOT_FOUND };
  const reasons = enumOf(`${name}Reason`, sentences, `Why ${name} can be refused.`);

  class Accepted {
    id!: UuidText;
    position!: string;
    eventIds!: readonly UuidText[];
  }
  Object.defineProperty(Accepted, 'name', { value: `${name}Accepted` });
  Field(() => Uuid, { description: about.id })(Accepted.prototype, 'id');
  Field(() => Position, {
    description: 'Where the record stands with this. Give it as `atLeast` to read what was decided.',
  })(Accepted.prototype, 'position');
  Field(() => [Uuid], {
    description: 'The facts recorded, by event id; none where everything was so already.',
  })(Accepted.prototype, 'eventIds');
  for (const [field, { type, class: dataClass, description }] of Object.entries(about.also ?? {})) {
    Field(type, { description })(Accepted.prototype, field);
    Extensions({ class: dataClass })(Accepted.prototype, field);
  }
  ObjectType(`${name}Accepted`, { description: about.accepted })(Accepted);
  Extensions({ class: 'C0' })(Accepted);

  class Refused extends Refusal {
    reason!: string;
  }
  Object.defineProperty(Refused, 'name', { value: `${name}Refused` });
  Field(() => reasons, { description: 'Why, as a word to decide by.' })(Refused.prototype, 'reason');
  ObjectType(`${name}Refused`, {
    implements: () => [Refusal],
    description: `${name} was not carried out, and nothing was recorded.`,
  })(Refused);
  Extensions({ class: 'C0' })(Refused);

  const union = createUnionType({
    name: `${name}Result`,
    description: `What became of ${name}.`,
    types: () => [Accepted, Refused] as const,
    resolveType: (value: object) => ('code' in value ? `${name}Refused` : `${name}Accepted`),
  });

  return {
    union,
    answer: (outcome, id, also = {}) => {
      if (isRejected(outcome))
        return refusalOf(outcome.rejected, sentences[outcome.rejected] ?? NOT_FOUND, outcome.details);
      const { facts, position } = outcome;
      return { ...also, id, position, eventIds: facts.map((fact) => fact.id) };
    },
  };
};

const refusalOf = (code: string, message: string, details?: Readonly<Record<string, Json>>): object => ({
  code,
  reason: code,
  message,
  details: details ?? null,
});
