import { Module } from '@nestjs/common';
import { AdoptVersionHandler } from './application/adopt-version/adopt-version.handler.js';
import { AlignClausesHandler } from './application/align-clauses/align-clauses.handler.js';
import { ApplicableClausesHandler } from './application/applicable-clauses/applicable-clauses.handler.js';
import { CurrentVersionHandler } from './application/current-version/current-version.handler.js';
import { DecideVersionHandler } from './application/decide-version/decide-version.handler.js';
import { DeclareDeviationHandler } from './application/declare-deviation/declare-deviation.handler.js';
import { DraftVersionHandler } from './application/draft-version/draft-version.handler.js';
import { FoundFrameworkHandler } from './application/found-framework/found-framework.handler.js';
import { FrameworkLookup } from './application/lookups/framework.lookup.js';
import { OnAdoptionHandler } from './application/on-adoption/on-adoption.handler.js';
import { OnFrameworkHandler } from './application/on-framework/on-framework.handler.js';
import { OnVersionHandler } from './application/on-version/on-version.handler.js';
import { TakePartHandler } from './application/take-part/take-part.handler.js';
import { AdoptionCommandsResolver } from './graphql/adoption-commands.resolver.js';
import { AdoptionPartsResolver } from './graphql/adoption-parts.resolver.js';
import { AdoptionReader } from './graphql/adoption.reader.js';
import { ClauseReader } from './graphql/clause.reader.js';
import { FrameworkCommandsResolver } from './graphql/framework-commands.resolver.js';
import { FrameworkQueriesResolver } from './graphql/framework-queries.resolver.js';
import { FrameworkReader } from './graphql/framework.reader.js';
import { GroupVoiceResolver } from './graphql/group-voice.resolver.js';
import { VersionDraftingResolver } from './graphql/version-drafting.resolver.js';
import { VersionPartsResolver } from './graphql/version-parts.resolver.js';
import { VersionVotingResolver } from './graphql/version-voting.resolver.js';
import { VersionReader } from './graphql/version.reader.js';

/** Frameworks, their versions and votes, and what partners adopt of them, in the graph. */
@Module({
  providers: [
    FrameworkLookup,
    FoundFrameworkHandler,
    OnFrameworkHandler,
    AlignClausesHandler,
    DraftVersionHandler,
    OnVersionHandler,
    TakePartHandler,
    DecideVersionHandler,
    AdoptVersionHandler,
    OnAdoptionHandler,
    DeclareDeviationHandler,
    ApplicableClausesHandler,
    CurrentVersionHandler,
    FrameworkReader,
    VersionReader,
    ClauseReader,
    AdoptionReader,
    FrameworkCommandsResolver,
    VersionDraftingResolver,
    VersionVotingResolver,
    GroupVoiceResolver,
    AdoptionCommandsResolver,
    FrameworkQueriesResolver,
    VersionPartsResolver,
    AdoptionPartsResolver,
  ],
})
export class FrameworkModule {}
