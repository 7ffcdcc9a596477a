import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { LocalityReader } from './locality.reader.js';
import { LocalitiesArgs, Locality, LocalityArgs, LocalityConnection } from './locality.types.js';
import { OrganisationRecordReader } from './organisation-record.reader.js';
import {
  OrganisationArgs,
  OrganisationConnection,
  OrganisationRecord,
  OrganisationsArgs,
} from './organisation.types.js';
import { OrganisationsReader } from './organisations.reader.js';
import { RoleReader } from './role.reader.js';
import { RoleGrantConnection, RolesArgs } from './role.types.js';

@Resolver()
export class LocalitiesQueriesResolver {
  constructor(
    private readonly localityReader: LocalityReader,
    private readonly organisationsReader: OrganisationsReader,
    private readonly recordReader: OrganisationRecordReader,
    private readonly roleReader: RoleReader,
  ) {}

  @Query(() => LocalityConnection, { name: 'localities', description: 'The localities, by name. Public.' })
  @Rule('signedIn')
  @Reads('localities')
  localities(@Args() args: LocalitiesArgs, @Acting() act: Act) {
    return this.localityReader.localities(act, args);
  }

  @Query(() => Locality, {
    name: 'locality',
    nullable: true,
    description: 'A locality; null where there is none of this id. Public.',
  })
  @Rule('signedIn')
  @Reads('localities')
  locality(@Args() args: LocalityArgs, @Acting() act: Act) {
    return this.localityReader.locality(act, args.localityId);
  }

  @Query(() => OrganisationConnection, {
    name: 'organisations',
    description:
      'The partner organisations that were open on a day, by the names that they bore then. One that had merged is told by its successor, and by `organisation`. Public.',
  })
  @Rule('signedIn')
  @Reads('organisations', 'organisation-names', 'organisation-identifiers', 'locality-memberships')
  organisations(@Args() args: OrganisationsArgs, @Acting() act: Act) {
    return this.organisationsReader.organisations(act, args);
  }

  @Query(() => OrganisationRecord, {
    name: 'organisation',
    nullable: true,
    description:
      'A partner organisation, open or closed, with its names, codes, localities and mergers over time; null where there is none of this id. Public.',
  })
  @Rule('signedIn')
  @Reads('organisations', 'organisation-names', 'organisation-identifiers', 'locality-memberships')
  organisation(@Args() args: OrganisationArgs, @Acting() act: Act) {
    return this.recordReader.organisation(act, args.organisationId);
  }

  @Query(() => RoleGrantConnection, {
    name: 'roles',
    description:
      'Who holds which role in an organisation whose staff you may read, or in a locality whose framework you lead. Empty where it is not yours to see.',
  })
  @Rule('signedIn')
  @Reads('access-grants', 'organisations', 'name-cards')
  roles(@Args() args: RolesArgs, @Acting() act: Act) {
    return this.roleReader.roles(act, args);
  }
}
