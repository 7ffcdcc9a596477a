import { Module } from '@nestjs/common';
import { AnswerBreakGlassHandler } from './application/answer-break-glass/answer-break-glass.handler.js';
import { PartnerReader } from './application/partner.reader.js';
import { RequestBreakGlassHandler } from './application/request-break-glass/request-break-glass.handler.js';
import { BreakGlassReader } from './graphql/break-glass/break-glass.reader.js';
import { BreakGlassResolver } from './graphql/break-glass/break-glass.resolver.js';
import { NoticeReader } from './graphql/break-glass/notice.reader.js';

/** Emergencies: an operator asks, another person agrees, whoever is concerned is told. */
@Module({
  providers: [
    PartnerReader,
    RequestBreakGlassHandler,
    AnswerBreakGlassHandler,
    BreakGlassReader,
    NoticeReader,
    BreakGlassResolver,
  ],
})
export class BreakGlassModule {}
