import { Module } from '@nestjs/common';
import { AccessReviewReader } from './graphql/access-review/access-review.reader.js';
import { AccessReviewResolver } from './graphql/access-review/access-review.resolver.js';
import { OwnAccessReader } from './graphql/access-review/own-access.reader.js';
import { AgreementsReader } from './graphql/agreements/agreements.reader.js';

/** Who can see what, and why, in the graph. */
@Module({ providers: [AgreementsReader, AccessReviewReader, OwnAccessReader, AccessReviewResolver] })
export class AccessReviewModule {}
