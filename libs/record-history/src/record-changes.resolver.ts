import { Inject } from '@nestjs/common';
import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { NEWS, type News } from '@alongside/application';
import { Authentication, NothingHere, ofOperation, Rule, SignInRequired } from '@alongside/identity';
import { listening } from './listening.js';
import { mayHearOf, RecordChangesReader } from './record-changes.reader.js';
import { RecordChange, RecordChangesArgs } from './record-changes.types.js';

/** What a listener is told last where it may not go on. */
interface Ended {
  readonly ended: GraphQLError;
}

const accessEnded = (): Ended => ({
  ended: new GraphQLError('What you listened to is no longer yours to see. Nothing more is sent.', {
    extensions: { code: 'ACCESS_ENDED' },
  }),
});

const signInAgain = (): Ended => ({
  ended: new GraphQLError('Sign in again, and subscribe anew with `after` to miss nothing.', {
    extensions: { code: 'UNAUTHENTICATED' },
  }),
});

/** An error that a listener is told is its last answer, and not the end of its connection. */
export const orEnd = (value: RecordChange | Ended): RecordChange => {
  if ('ended' in value) throw value.ended;
  return value;
};

@Resolver()
export class RecordChangesResolver {
  constructor(
    private readonly reader: RecordChangesReader,
    @Inject(Authentication) private readonly authentication: Authentication,
    @Inject(NEWS) private readonly news: News,
  ) {}

  @Subscription(() => RecordChange, {
    description:
      'Tells that the record of an organisation has moved, or the record about yourself, within moments of each change. It ends with the error `ACCESS_ENDED` as soon as the organisation’s record is no longer yours to read – a role ended, an agreement was suspended – and with `UNAUTHENTICATED` once your token is no longer good.',
    resolve: orEnd,
  })
  @Rule('signedIn')
  async recordChanges(
    @Args() { organisationId = null, after }: RecordChangesArgs,
    @Context() context: object,
  ): Promise<AsyncIterableIterator<RecordChange | Ended>> {
    const credentials = ofOperation(context);
    const acting = await this.authentication.again(credentials);
    if (!acting || !mayHearOf(acting, organisationId)) throw new NothingHere();
    let position = after ?? (await this.reader.position());
    let over = false;
    const last = (ended: Ended): { value: Ended } => {
      over = true;
      return { value: ended };
    };
    return listening<RecordChange | Ended>(this.news, async () => {
      if (over) return undefined;
      try {
        const still = await this.authentication.again(credentials);
        if (!still || !mayHearOf(still, organisationId)) return last(accessEnded());
        const change = await this.reader.since(still, organisationId, position);
        if (change) position = change.position;
        return { value: change };
      } catch (error) {
        if (error instanceof SignInRequired) return last(signInAgain());
        // What cannot be found out now is asked again in a while; until then nothing is told.
        return { value: null };
      }
    });
  }
}
