import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { specFor } from '@alongside/kernel/testing';
import type { AgreementClass } from '../../contracts.js';
import {
  agreementId,
  charity,
  charityId,
  council,
  councilId,
  drawnUp,
  organisationParty,
  sussex,
  sussexId,
  trust,
  trustId,
} from '../testing/agreement.examples.js';
import type { DrawUpAgreement } from './agreement.commands.js';
import { agreement } from './agreement.decider.js';
import { MOST_PARTIES } from './agreement.drawing-up.js';
import type { AgreementRefusal } from './agreement.refusals.js';

const { given } = specFor(agreement);
const drawUp = (part: Partial<DrawUpAgreement> = {}): DrawUpAgreement => ({
  type: 'DrawUpAgreement',
  ...drawnUp().data,
  outside: [],
  ...part,
});
const refuses = (part: Partial<DrawUpAgreement>, reason: AgreementRefusal, details?: object): void =>
  given().when(drawUp(part)).thenRejected(reason, details);
const organisations = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => uuid5(`organisation ${index}`));

describe('drawing up an agreement', () => {
  it('records its terms, with nobody bound', () => {
    given().when(drawUp()).then(drawnUp());
  });

  it('names each party, purpose and class once, and texts without blanks around them', () => {
    given()
      .when(
        drawUp({
          title: ' Peer training in Sussex ',
          reference: ' ISA 2026/14',
          disclosing: [trustId, trustId],
          receiving: [charity, charity, sussex],
          purposes: ['recognisingTraining', 'recognisingTraining'],
          classes: ['C1', 'C2', 'C1'],
        }),
      )
      .then(drawnUp());
  });

  it('lets an organisation disclose and receive, and the locality receive', () => {
    given()
      .when(drawUp({ disclosing: [trustId, charityId], receiving: [trust, charity] }))
      .then(drawnUp({ disclosing: [trustId, charityId], receiving: [trust, charity] }));
    given()
      .when(drawUp({ receiving: [sussex] }))
      .then(drawnUp({ receiving: [sussex] }));
  });

  it('is done once', () => {
    given(drawnUp()).when(drawUp()).thenRejected('AgreementAlreadyDrawnUp');
  });

  it('refuses terms without a title, or that nobody could find', () => {
    refuses({ title: '  ' }, 'TitleMissing');
    refuses({ reference: '' }, 'ReferenceMissing');
  });

  it('refuses an end before the beginning, and takes a single day', () => {
    refuses({ endsOn: '2025-12-31' }, 'AgreementEndsBeforeStart');
    given()
      .when(drawUp({ endsOn: '2026-01-01' }))
      .then(drawnUp({ endsOn: '2026-01-01' }));
  });

  it('refuses terms by which nothing goes from one party to another', () => {
    refuses({ disclosing: [] }, 'DiscloserMissing');
    refuses({ receiving: [] }, 'ReceiverMissing');
    refuses({ receiving: [trust] }, 'NoPairOfParties');
  });

  it('refuses a party that is not in the locality, and says which', () => {
    refuses({ outside: [charityId] }, 'PartyNotInLocality', { parties: [charity] });
    refuses({ outside: [trustId, charityId] }, 'PartyNotInLocality', { parties: [trust, charity] });
  });

  it('refuses another locality as receiver, and says which', () => {
    const wessex = { kind: 'locality', id: uuid5('Wessex') } as const;
    refuses({ receiving: [charity, wessex] }, 'PartyNotInLocality', { parties: [wessex] });
  });

  it('has at most fifty parties', () => {
    const most = organisations(MOST_PARTIES - 1);
    given()
      .when(drawUp({ disclosing: most, receiving: [charity] }))
      .then(drawnUp({ disclosing: most, receiving: [charity] }));
    refuses({ disclosing: organisations(MOST_PARTIES), receiving: [charity] }, 'TooManyParties');
  });

  it('refuses to share for nothing, or nothing', () => {
    refuses({ purposes: [] }, 'PurposeMissing');
    refuses({ classes: [] }, 'ClassMissing');
  });

  it('never shares lived experience or criminal records', () => {
    for (const never of ['C3', 'C4'])
      refuses({ classes: ['C1', never as AgreementClass] }, 'ClassNeverShared');
  });

  it('takes consent only if it is explicit, and explicit consent only as consent', () => {
    refuses({ lawfulBasis: 'consent' }, 'ConsentNotExplicit');
    refuses({ specialCondition: 'explicitConsent' }, 'ConsentNotExplicit');
    const both = { lawfulBasis: 'consent', specialCondition: 'explicitConsent' } as const;
    given().when(drawUp(both)).then(drawnUp(both));
  });

  it('asks nothing of an organisation that is no party', () => {
    given()
      .when(drawUp({ outside: [councilId] }))
      .then(drawnUp());
    refuses({ outside: [councilId], receiving: [council] }, 'PartyNotInLocality', { parties: [council] });
  });

  it('keeps the locality among whose partners it is', () => {
    const elsewhere = { agreementId, localityId: uuid5('Wessex'), receiving: [organisationParty(charityId)] };
    given().when(drawUp(elsewhere)).then(drawnUp(elsewhere));
    refuses({ ...elsewhere, receiving: [sussex] }, 'PartyNotInLocality', {
      parties: [{ kind: 'locality', id: sussexId }],
    });
  });
});
