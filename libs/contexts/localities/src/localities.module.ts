import { Module } from '@nestjs/common';
import { AccessReviewModule } from './access-review.module.js';
import { AgreementsModule } from './agreements.module.js';
import { AssignIdentifierHandler } from './application/assign-identifier/assign-identifier.handler.js';
import { CloseOrganisationHandler } from './application/close-organisation/close-organisation.handler.js';
import { EstablishLocalityHandler } from './application/establish-locality/establish-locality.handler.js';
import { AreOpenHandler } from './application/are-open/are-open.handler.js';
import { HaveJoinedHandler } from './application/have-joined/have-joined.handler.js';
import { JoinLocalityHandler } from './application/join-locality/join-locality.handler.js';
import { LeaveLocalityHandler } from './application/leave-locality/leave-locality.handler.js';
import { MergeOrganisationHandler } from './application/merge-organisation/merge-organisation.handler.js';
import { NameLocalityHostHandler } from './application/name-locality-host/name-locality-host.handler.js';
import { OnOrganisationHandler } from './application/on-organisation/on-organisation.handler.js';
import { PartnerReader } from './application/partner.reader.js';
import { PredecessorsOfHandler } from './application/predecessors-of/predecessors-of.handler.js';
import { RegisterOrganisationHandler } from './application/register-organisation/register-organisation.handler.js';
import { BreakGlassModule } from './break-glass.module.js';
import { LocalitiesQueriesResolver } from './graphql/localities-queries.resolver.js';
import { LocalityCommandsResolver } from './graphql/locality-commands.resolver.js';
import { LocalityReader } from './graphql/locality.reader.js';
import { OrganisationCommandsResolver } from './graphql/organisation-commands.resolver.js';
import { OrganisationRecordReader } from './graphql/organisation-record.reader.js';
import { OrganisationStandingResolver } from './graphql/organisation-standing.resolver.js';
import { OrganisationsReader } from './graphql/organisations.reader.js';
import { RoleReader } from './graphql/role.reader.js';
import { MembershipsModule } from './memberships.module.js';
import { IntegrationClientsModule } from './integration-clients.module.js';
import { TeamsModule } from './teams.module.js';

/** Localities, partner organisations, roles and readiness in the graph. */
@Module({
  imports: [
    AccessReviewModule,
    MembershipsModule,
    BreakGlassModule,
    AgreementsModule,
    IntegrationClientsModule,
    TeamsModule,
  ],
  providers: [
    PartnerReader,
    RegisterOrganisationHandler,
    OnOrganisationHandler,
    AssignIdentifierHandler,
    MergeOrganisationHandler,
    CloseOrganisationHandler,
    JoinLocalityHandler,
    LeaveLocalityHandler,
    EstablishLocalityHandler,
    NameLocalityHostHandler,
    PredecessorsOfHandler,
    HaveJoinedHandler,
    AreOpenHandler,
    LocalityReader,
    OrganisationsReader,
    OrganisationRecordReader,
    RoleReader,
    OrganisationCommandsResolver,
    OrganisationStandingResolver,
    LocalityCommandsResolver,
    LocalitiesQueriesResolver,
  ],
})
export class LocalitiesModule {}
