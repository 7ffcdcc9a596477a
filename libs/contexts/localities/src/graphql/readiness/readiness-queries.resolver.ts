import { Args, Query, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import { Acting, Reads } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { ReadinessEvidenceReader } from './readiness-evidence.reader.js';
import { ReadinessEvidenceArgs, ReadinessEvidenceConnection } from './readiness-evidence.types.js';
import { ReadinessReader } from './readiness.reader.js';
import { OrganisationReadiness, ReadinessArgs } from './readiness.types.js';

@Resolver()
export class ReadinessQueriesResolver {
  constructor(
    private readonly readinessReader: ReadinessReader,
    private readonly evidenceReader: ReadinessEvidenceReader,
  ) {}

  @Query(() => OrganisationReadiness, {
    name: 'readiness',
    description:
      'Which readiness items an organisation, or one of its teams, has in place on a day, and which it publicly does without for a time. Public.',
  })
  @Rule('signedIn')
  @Reads('readiness', 'organisations', 'name-cards')
  readiness(@Args() args: ReadinessArgs, @Acting() act: Act) {
    return this.readinessReader.readiness(act, args);
  }

  @Query(() => ReadinessEvidenceConnection, {
    name: 'readinessEvidence',
    description:
      'What shows that readiness items are in place, also what was corrected since. For the lead of the organisation alone; empty for everybody else.',
  })
  @Rule('signedIn')
  @Reads('readiness-evidence')
  readinessEvidence(@Args() args: ReadinessEvidenceArgs, @Acting() act: Act) {
    return this.evidenceReader.evidence(act, args);
  }
}
