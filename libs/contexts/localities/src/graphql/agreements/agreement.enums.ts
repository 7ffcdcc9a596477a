import { enumOf } from '@alongside/graphql-kit';
import type {
  AgreementClass,
  AgreementParty,
  AgreementPurpose,
  LawfulBasis,
  SpecialCondition,
} from '../../contracts.js';
import type { PairStanding } from '../../domain/index.js';

export const AgreementPartyKindEnum = enumOf<AgreementParty['kind']>(
  'AgreementPartyKind',
  {
    organisation: 'A partner organisation, for which its lead signs.',
    locality: 'The locality, for which whoever leads its framework signs.',
  },
  'Who is a party to a data-sharing agreement.',
);

export const AgreementPurposeEnum = enumOf<AgreementPurpose>(
  'AgreementPurpose',
  {
    recognisingTraining: 'To rely on training that another partner recorded. Opens records of training.',
    planningTheWorkforce: 'To plan the peer workforce together. Opens records of employment.',
    supervisingTogether: 'To supervise across organisations. Opens records of supervision.',
    keepingBoundaries: 'To keep to what was agreed for a worker wherever they work. Opens role boundaries.',
  },
  'For what records are shared, and so which of them. Nothing else is opened (purpose limitation, UK GDPR, Article 5(1)(b)).',
);

export const AgreementClassEnum = enumOf<AgreementClass>(
  'AgreementClass',
  {
    C1: 'Work contact: a name and what somebody does at work.',
    C2: 'Employment, training and supervision.',
  },
  'Which data an agreement can open. There is no C3 and no C4: lived experience, adjustments and benefits are shared by the person alone, the decision on criminal records not at all.',
);

export const LawfulBasisEnum = enumOf<LawfulBasis>(
  'LawfulBasis',
  {
    consent: 'Article 6(1)(a): the people concerned have consented, explicitly.',
    contract: 'Article 6(1)(b): it is necessary for a contract with the person.',
    legalObligation: 'Article 6(1)(c): it is necessary to comply with the law.',
    vitalInterests: 'Article 6(1)(d): it is necessary to protect somebody’s life.',
    publicTask: 'Article 6(1)(e): it is necessary for a task in the public interest or official authority.',
    legitimateInterests:
      'Article 6(1)(f): it is necessary for legitimate interests that the person’s own do not override. Not for public authorities in their tasks.',
  },
  'On which ground of Article 6 of the UK GDPR the parties share personal data.',
);

export const SpecialConditionEnum = enumOf<SpecialCondition>(
  'SpecialCondition',
  {
    explicitConsent: 'Article 9(2)(a): the people concerned have explicitly consented. Only with `consent`.',
    employmentLaw: 'Article 9(2)(b): employment, social security and social protection law.',
    notForProfitBody: 'Article 9(2)(d): a not-for-profit body, about its members and former members.',
    substantialPublicInterest: 'Article 9(2)(g): reasons of substantial public interest, by law.',
    healthOrSocialCare: 'Article 9(2)(h): the provision or management of health or social care.',
    researchOrStatistics: 'Article 9(2)(j): archiving, research or statistics.',
  },
  'Under which condition of Article 9 of the UK GDPR. Always needed: that somebody is a peer worker says something of their health.',
);

export const PairStandingEnum = enumOf<PairStanding>(
  'AgreementPairStanding',
  {
    notBegun: 'Both have signed; the agreement begins on a later day.',
    waiting: 'Somebody has not signed. `waitingFor` says who.',
    inForce: 'Both are bound, and records are open.',
    suspended: 'Nothing is shared until whoever suspended it resumes. `suspendedBy` says who.',
    over: 'The agreement has ended, or one of the two has left it.',
  },
  'How an agreement stands between two parties on a day. Records are open while it is `inForce`, and at no other time.',
);
