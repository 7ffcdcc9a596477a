import { Module } from '@nestjs/common';
import { CorrectTeamFormationHandler } from './application/correct-team-formation/correct-team-formation.handler.js';
import { FormTeamHandler } from './application/form-team/form-team.handler.js';
import { OnTeamHandler } from './application/on-team/on-team.handler.js';
import { PartnerReader } from './application/partner.reader.js';
import { ReadinessOfHandler } from './application/readiness-of/readiness-of.handler.js';
import { TeamOfHandler } from './application/team-of/team-of.handler.js';
import { TeamRegister } from './application/team-register.reader.js';
import { ReadinessCommandsResolver } from './graphql/readiness/readiness-commands.resolver.js';
import { ReadinessEvidenceReader } from './graphql/readiness/readiness-evidence.reader.js';
import { ReadinessQueriesResolver } from './graphql/readiness/readiness-queries.resolver.js';
import { ReadinessReader } from './graphql/readiness/readiness.reader.js';
import { TeamCommandsResolver } from './graphql/teams/team-commands.resolver.js';
import { TeamQueriesResolver } from './graphql/teams/team-queries.resolver.js';
import { TeamReader } from './graphql/teams/team.reader.js';

/** Teams of organisations, and what organisations and teams have in place for peer workers. */
@Module({
  providers: [
    PartnerReader,
    TeamRegister,
    FormTeamHandler,
    CorrectTeamFormationHandler,
    OnTeamHandler,
    TeamOfHandler,
    ReadinessOfHandler,
    TeamReader,
    ReadinessReader,
    ReadinessEvidenceReader,
    TeamCommandsResolver,
    TeamQueriesResolver,
    ReadinessCommandsResolver,
    ReadinessQueriesResolver,
  ],
})
export class TeamsModule {}
