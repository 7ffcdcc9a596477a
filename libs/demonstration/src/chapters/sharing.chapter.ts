import { agreementStream, type AgreementParty } from '@alongside/localities/contracts';
import { agreement } from '@alongside/localities/domain';
import { uuid5 } from '@alongside/kernel';
import { localityIdOf, partnerByOds, partners } from '../partners.js';
import { later, morningOf, type Story } from '../story.js';
import { telling, type Telling, type Thread } from '../telling.js';
import { frameworkLeadOf, staffOf } from './partners.chapter.js';

const AGREED_ON = '2025-02-03';

export const DEMONSTRATION_AGREEMENT = uuid5(
  'demonstration: the agreement of Sussex Community and Southdown',
);

/** Two partners of Sussex whose peer workers work side by side share who they are and what they have learnt. */
export const sharingOfStory = (story: Story): readonly Thread[] =>
  later(story.start, AGREED_ON) > story.until ? [] : [{ name: 'sharing', tellings: agreed(story) }];

function* agreed(story: Story): Generator<Telling> {
  const community = partnerByOds('RDR');
  const southdown = partners.find(({ name }) => name === 'Southdown')!;
  const localityId = localityIdOf('Sussex');
  const today = later(story.start, AGREED_ON);
  const said = {
    at: morningOf(story, today),
    actor: staffOf(southdown).lead,
    organisation: southdown.organisationId,
    locality: localityId,
  };
  const stream = agreementStream(DEMONSTRATION_AGREEMENT);
  const organisations = [southdown, community].map(({ organisationId }) => organisationId);
  yield telling(said, agreement, stream, {
    type: 'DrawUpAgreement',
    agreementId: DEMONSTRATION_AGREEMENT,
    localityId,
    title: 'Peer workers of Southdown and Sussex Community',
    disclosing: organisations,
    receiving: [
      ...organisations.map((id) => ({ kind: 'organisation' as const, id })),
      { kind: 'locality', id: localityId },
    ],
    purposes: ['recognisingTraining', 'planningTheWorkforce'],
    classes: ['C1', 'C2'],
    lawfulBasis: 'publicTask',
    specialCondition: 'healthOrSocialCare',
    reference: 'ISA 2025/03 (invented)',
    endsOn: null,
    effectiveOn: today,
    outside: [],
  });
  const parties: readonly (readonly [AgreementParty, string])[] = [
    [{ kind: 'organisation', id: southdown.organisationId }, staffOf(southdown).lead],
    [{ kind: 'organisation', id: community.organisationId }, staffOf(community).lead],
    [{ kind: 'locality', id: localityId }, frameworkLeadOf('Sussex')],
  ];
  for (const [party, by] of parties)
    yield telling(
      {
        ...said,
        actor: by,
        organisation: party.kind === 'organisation' ? party.id : null,
      },
      agreement,
      stream,
      { type: 'SignAgreement', party, by, today, inLocality: true },
    );
}
