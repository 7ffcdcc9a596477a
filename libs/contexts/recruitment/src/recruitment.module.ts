import { Module } from '@nestjs/common';
import { ConfirmOfferHandler } from './application/confirm-offer/confirm-offer.handler.js';
import { HoldInterviewHandler } from './application/hold-interview/hold-interview.handler.js';
import { PostRegister } from './application/looking-up/post-places.js';
import { RecruitmentStandards } from './application/looking-up/recruitment-standards.js';
import { VacanciesOnOffer } from './application/looking-up/vacancies-on-offer.js';
import { MakeConditionalOfferHandler } from './application/make-conditional-offer/make-conditional-offer.handler.js';
import { OnApplicationHandler } from './application/on-application/on-application.handler.js';
import { OnVacancyHandler } from './application/on-vacancy/on-vacancy.handler.js';
import { OpenVacancyHandler } from './application/open-vacancy/open-vacancy.handler.js';
import { SubmitApplicationHandler } from './application/submit-application/submit-application.handler.js';
import { WithdrawApplicationHandler } from './application/withdraw-application/withdraw-application.handler.js';
import { ApplicationCommandsResolver } from './graphql/application-commands.resolver.js';
import { ApplicationReader } from './graphql/application.reader.js';
import { DbsDecisionReader } from './graphql/dbs-decision.reader.js';
import { OfferCommandsResolver } from './graphql/offer-commands.resolver.js';
import { RecruitmentQueriesResolver } from './graphql/recruitment-queries.resolver.js';
import { VacancyCommandsResolver } from './graphql/vacancy-commands.resolver.js';
import { VacancyReader } from './graphql/vacancy.reader.js';

/** Vacancies and applications in the graph. */
@Module({
  providers: [
    PostRegister,
    RecruitmentStandards,
    VacanciesOnOffer,
    OpenVacancyHandler,
    OnVacancyHandler,
    SubmitApplicationHandler,
    OnApplicationHandler,
    HoldInterviewHandler,
    MakeConditionalOfferHandler,
    ConfirmOfferHandler,
    WithdrawApplicationHandler,
    VacancyReader,
    ApplicationReader,
    DbsDecisionReader,
    VacancyCommandsResolver,
    ApplicationCommandsResolver,
    OfferCommandsResolver,
    RecruitmentQueriesResolver,
  ],
})
export class RecruitmentModule {}
