import { Module } from '@nestjs/common';
import { DrawUpAgreementHandler } from './application/draw-up-agreement/draw-up-agreement.handler.js';
import { OnAgreementHandler } from './application/on-agreement/on-agreement.handler.js';
import { PartnerReader } from './application/partner.reader.js';
import { AgreementCommandsResolver } from './graphql/agreements/agreement-commands.resolver.js';
import { AgreementQueriesResolver } from './graphql/agreements/agreement-queries.resolver.js';
import { AgreementsReader } from './graphql/agreements/agreements.reader.js';

/** Data-sharing agreements in the graph. */
@Module({
  providers: [
    PartnerReader,
    DrawUpAgreementHandler,
    OnAgreementHandler,
    AgreementsReader,
    AgreementCommandsResolver,
    AgreementQueriesResolver,
  ],
})
export class AgreementsModule {}
