import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, PageArgs, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { SessionReader } from './session.reader.js';
import { SupervisionReader } from './supervision.reader.js';
import {
  SessionsArgs,
  Supervision,
  SupervisionArgs,
  SupervisionConnection,
  SupervisionSessionConnection,
  SupervisionsOfArgs,
} from './supervision.types.js';

@Resolver()
export class SupervisionQueriesResolver {
  constructor(
    private readonly supervisions: SupervisionReader,
    private readonly recorded: SessionReader,
  ) {}

  @Query(() => [Supervision], {
    name: 'supervision',
    description:
      'Every kind of supervision arranged for an engagement, four at most, also those that have ended. Empty where it is not yours to see.',
  })
  @Rule('signedIn')
  @Reads('supervision-arrangement', 'supervision-session', 'name-cards')
  supervision(@Args() args: SupervisionArgs, @Acting() act: Act) {
    return this.supervisions.ofEngagement(act, args);
  }

  @Query(() => SupervisionConnection, {
    name: 'mySupervision',
    description:
      'Who supervises you, and whom you supervise, today: by the day on which the next session is due.',
  })
  @Rule('signedIn')
  @Reads('supervision-arrangement', 'supervision-session', 'name-cards')
  mySupervision(@Args() args: PageArgs, @Acting() act: Act) {
    return this.supervisions.mine(act, args);
  }

  @Query(() => SupervisionConnection, {
    name: 'supervisionsOf',
    description:
      'Supervision in an organisation on a day, by the day on which the next session is due. Empty where it is not yours to see.',
  })
  @Rule('signedIn')
  @Reads('supervision-arrangement', 'supervision-session', 'organisations', 'name-cards')
  supervisionsOf(@Args() args: SupervisionsOfArgs, @Acting() act: Act) {
    return this.supervisions.ofOrganisation(act, args);
  }

  @Query(() => SupervisionSessionConnection, {
    name: 'sessions',
    description:
      'What is recorded of the sessions of a supervision, latest first, without what was corrected. Empty where it is not yours to see.',
  })
  @Rule('signedIn')
  @Reads('supervision-session', 'name-cards')
  sessions(@Args() args: SessionsArgs, @Acting() act: Act) {
    return this.recorded.sessions(act, args);
  }
}
