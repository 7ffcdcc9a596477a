import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import {
  AgreementArgs,
  AgreementsArgs,
  DataSharingAgreement,
  DataSharingAgreementConnection,
} from './agreement.types.js';
import { AgreementsReader } from './agreements.reader.js';

@Resolver()
export class AgreementQueriesResolver {
  constructor(private readonly reader: AgreementsReader) {}

  @Query(() => DataSharingAgreementConnection, {
    name: 'agreements',
    description:
      'The data-sharing agreements of a locality, or those that name an organisation: who shares what with whom, for what and on what legal ground. Public among those signed in.',
  })
  @Rule('signedIn')
  @Reads('agreements', 'organisations', 'localities')
  agreements(@Args() args: AgreementsArgs, @Acting() act: Act) {
    return this.reader.agreements(act, args);
  }

  @Query(() => DataSharingAgreement, {
    name: 'agreement',
    nullable: true,
    description:
      'A data-sharing agreement, also one that is over; null where there is none of this id. Public among those signed in.',
  })
  @Rule('signedIn')
  @Reads('agreements', 'organisations', 'localities')
  agreement(@Args() args: AgreementArgs, @Acting() act: Act) {
    return this.reader.agreement(act, args);
  }
}
