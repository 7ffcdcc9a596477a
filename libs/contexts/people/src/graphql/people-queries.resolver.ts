import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, PageArgs, ReadArgs, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { ContestReader } from './contest.reader.js';
import { ContestConnection, ContestsArgs } from './contest.types.js';
import { DisclosureReader } from './disclosure.reader.js';
import { DisclosureConnection, DisclosuresToMeArgs, DisclosureToMeConnection } from './disclosure.types.js';
import { MeReader } from './me.reader.js';
import { Me } from './me.types.js';
import { PathwayReader } from './pathway.reader.js';
import { PathwayArgs, PathwayStepConnection } from './pathway.types.js';
import { PersonReader } from './person.reader.js';
import { PeopleArgs, Person, PersonArgs, PersonConnection } from './person.types.js';

@Resolver()
export class PeopleQueriesResolver {
  constructor(
    private readonly own: MeReader,
    private readonly persons: PersonReader,
    private readonly pathways: PathwayReader,
    private readonly disclosures: DisclosureReader,
    private readonly contested: ContestReader,
  ) {}

  @Query(() => Me, { name: 'me', description: 'Who you are, and in what you hold which role.' })
  @Rule('signedIn')
  @Reads('name-cards', 'access-grants', 'organisations', 'localities')
  me(@Args() _: ReadArgs, @Acting() act: Act) {
    return this.own.me(act);
  }

  @Query(() => PersonConnection, {
    name: 'people',
    description: 'The people of an organisation, by family name. Empty where it is not yours to see.',
  })
  @Rule('signedIn')
  @Reads('name-cards', 'organisations')
  people(@Args() args: PeopleArgs, @Acting() act: Act) {
    return this.persons.people(act, args);
  }

  @Query(() => Person, {
    name: 'person',
    nullable: true,
    description:
      'Somebody’s name and work contact: your own, of those you supervise, and of your organisation’s people. Null where there is nobody of this id that you may see.',
  })
  @Rule('signedIn')
  @Reads('name-cards')
  person(@Args() args: PersonArgs, @Acting() act: Act) {
    return this.persons.person(act, args.personId);
  }

  @Query(() => PathwayStepConnection, {
    name: 'pathway',
    description:
      'A career in milestones, whoever the employer was: your own whole, of others what an organisation in which you may know it has on record or hosts. What was corrected is left out, but where it was still believed at `asKnownAt`.',
  })
  @Rule('signedIn')
  @Reads('pathway-steps', 'organisation-names', 'history')
  pathway(@Args() args: PathwayArgs, @Acting() act: Act) {
    return this.pathways.pathway(act, args);
  }

  @Query(() => DisclosureConnection, {
    name: 'myDisclosures',
    nullable: true,
    description:
      'What you disclose about yourself and to whom, also what you withdrew. Nobody else can ask this. Null, with the reason, where that you read it could not be written down.',
  })
  @Rule('signedIn')
  @Reads('disclosures', 'organisations')
  myDisclosures(@Args() args: PageArgs, @Acting() act: Act) {
    return this.disclosures.mine(act, args);
  }

  @Query(() => DisclosureToMeConnection, {
    name: 'disclosuresToMe',
    nullable: true,
    description:
      'What people disclose today to a role that you hold in an organisation, as its supervisor only of the people assigned to you. Each of them sees that you read it. Empty where nothing is shared with you; null, with the reason, where that you read it could not be written down.',
  })
  @Rule('signedIn')
  @Reads('disclosures', 'name-cards')
  disclosuresToMe(@Args() args: DisclosuresToMeArgs, @Acting() act: Act) {
    return this.disclosures.toMe(act, args);
  }

  @Query(() => ContestConnection, {
    name: 'contests',
    description: 'Facts that people contest about themselves, and what was answered.',
  })
  @Rule('signedIn')
  @Reads('contested-facts', 'name-cards', 'organisations')
  contests(@Args() args: ContestsArgs, @Acting() act: Act) {
    return this.contested.contests(act, args);
  }
}
