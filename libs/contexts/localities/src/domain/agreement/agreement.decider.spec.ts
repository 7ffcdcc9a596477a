import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { specFor } from '@alongside/kernel/testing';
import {
  charity,
  council,
  drawnUp,
  ended,
  leadId,
  left,
  resumed,
  signed,
  suspended,
  sussex,
  trust,
  trustId,
} from '../testing/agreement.examples.js';
import type { EndAgreement, PartyCommand } from './agreement.commands.js';
import { agreement } from './agreement.decider.js';

const { given } = specFor(agreement);
const on = (today: string, party = trust) => ({ party, by: leadId, today });
const sign = (today = '2026-02-01', party = trust, inLocality = true): PartyCommand => ({
  type: 'SignAgreement',
  ...on(today, party),
  inLocality,
});
const suspend = (
  today = '2026-03-01',
  reason = ' A breach is looked into. ',
  party = trust,
): PartyCommand => ({
  type: 'SuspendAgreement',
  ...on(today, party),
  reason,
});
const resume = (today = '2026-04-01', party = trust): PartyCommand => ({
  type: 'ResumeAgreement',
  ...on(today, party),
});
const leave = (today = '2026-05-01', party = trust): PartyCommand => ({
  type: 'LeaveAgreement',
  ...on(today, party),
});
const end = (effectiveOn = '2026-06-01', today = '2026-05-20'): EndAgreement => ({
  type: 'EndAgreement',
  by: leadId,
  today,
  effectiveOn,
});

describe('an agreement that nobody drew up', () => {
  it('is not there to act on', () => {
    for (const command of [sign(), suspend(), resume(), leave(), end()])
      given().when(command).thenRejected('AgreementNotDrawnUp');
  });
});

describe('signing', () => {
  it('binds the party from today', () => {
    given(drawnUp()).when(sign()).then(signed(trust));
    given(drawnUp()).when(sign('2026-02-03', sussex)).then(signed(sussex, '2026-02-03'));
  });
  it('is recorded before an agreement begins, and then too is signing again nothing new', () => {
    const later = drawnUp({ effectiveOn: '2027-01-01' });
    given(later).when(sign()).then(signed(trust));
    given(later, signed(trust)).when(sign('2026-02-02')).thenNothing();
  });
  it('a second time changes nothing, nor while suspended', () => {
    given(drawnUp(), signed(trust)).when(sign('2026-02-02')).thenNothing();
    given(drawnUp(), signed(trust), suspended(trust)).when(sign('2026-03-02')).thenNothing();
  });
  it('is for parties alone, as what they are named', () => {
    given(drawnUp()).when(sign('2026-02-01', council)).thenRejected('NotAParty');
    given(drawnUp())
      .when(sign('2026-02-01', { kind: 'locality', id: trustId }))
      .thenRejected('NotAParty');
  });
  it('is refused to a party that has left the locality since', () => {
    given(drawnUp())
      .when(sign('2026-02-01', trust, false))
      .thenRejected('PartyNotInLocality', { parties: [trust] });
  });
  it('is refused after the end, and possible on the last day', () => {
    const tillJanuary = drawnUp({ endsOn: '2026-01-31' });
    given(tillJanuary).when(sign('2026-02-01')).thenRejected('AgreementEnded');
    given(tillJanuary).when(sign('2026-01-31')).then(signed(trust, '2026-01-31'));
    given(drawnUp(), ended('2026-02-01')).when(sign('2026-02-01')).thenRejected('AgreementEnded');
    given(drawnUp(), signed(trust), ended('2026-02-01'))
      .when(sign('2026-02-01'))
      .thenRejected('AgreementEnded');
  });
  it('is refused to a party that has left', () => {
    given(drawnUp(), signed(trust), left(trust)).when(sign('2026-05-02')).thenRejected('PartyLeft');
  });
});

describe('suspending', () => {
  it('is for a party that has signed, with its reason', () => {
    given(drawnUp(), signed(trust)).when(suspend()).then(suspended(trust));
    given(drawnUp(), signed(charity)).when(suspend()).thenRejected('PartyNotSigned');
    given(drawnUp(), signed(trust)).when(suspend('2026-03-01', '  ')).thenRejected('ReasonMissing');
  });
  it('a second time changes nothing', () => {
    given(drawnUp(), signed(trust), suspended(trust)).when(suspend('2026-03-02')).thenNothing();
  });
  it('is possible again after resuming', () => {
    given(drawnUp(), signed(trust), suspended(trust), resumed(trust))
      .when(suspend('2026-04-01'))
      .then(suspended(trust, '2026-04-01'));
  });
  it('is refused after leaving and after the end', () => {
    given(drawnUp(), signed(trust), left(trust)).when(suspend('2026-05-01')).thenRejected('PartyLeft');
    given(drawnUp(), signed(trust), ended()).when(suspend('2026-06-01')).thenRejected('AgreementEnded');
  });
});

describe('resuming', () => {
  it('is for the party that suspended', () => {
    given(drawnUp(), signed(trust), suspended(trust)).when(resume()).then(resumed(trust));
    given(drawnUp(), signed(trust), signed(charity), suspended(charity))
      .when(resume())
      .thenRejected('PartyNotSuspended');
  });
  it('is refused where there is nothing to resume', () => {
    given(drawnUp(), signed(trust)).when(resume()).thenRejected('PartyNotSuspended');
    given(drawnUp()).when(resume()).thenRejected('PartyNotSigned');
    given(drawnUp(), signed(trust), suspended(trust), left(trust))
      .when(resume('2026-05-01'))
      .thenRejected('PartyLeft');
    given(drawnUp(), signed(trust), suspended(trust), ended())
      .when(resume('2026-06-02'))
      .thenRejected('AgreementEnded');
  });
});

describe('leaving', () => {
  it('is for a party that has signed, also one that suspended', () => {
    given(drawnUp(), signed(trust)).when(leave()).then(left(trust));
    given(drawnUp(), signed(trust), suspended(trust)).when(leave()).then(left(trust));
    given(drawnUp()).when(leave()).thenRejected('PartyNotSigned');
  });
  it('a second time changes nothing', () => {
    given(drawnUp(), signed(trust), left(trust)).when(leave('2026-05-02')).thenNothing();
  });
  it('is refused after the end', () => {
    given(drawnUp(), signed(trust), ended()).when(leave('2026-06-01')).thenRejected('AgreementEnded');
  });
  it('leaves the others bound', () => {
    const { state } = given(drawnUp(), signed(trust), signed(charity), signed(sussex), left(charity));
    expect(state.parties).toEqual({ [trust.id]: 'bound', [charity.id]: 'left', [sussex.id]: 'bound' });
  });
});

describe('ending', () => {
  it('is for all, today or on a later day', () => {
    given(drawnUp(), signed(trust)).when(end()).then(ended());
    given(drawnUp()).when(end('2026-05-20')).then(ended('2026-05-20'));
  });
  it('is refused for days that have been', () => {
    given(drawnUp()).when(end('2026-05-19')).thenRejected('EndInThePast');
  });
  it('can be brought forward, and never put off', () => {
    given(drawnUp(), ended('2026-07-01')).when(end()).then(ended());
    given(drawnUp(), ended('2026-06-01')).when(end()).thenNothing();
    given(drawnUp(), ended('2026-06-01'))
      .when(end('2026-06-02'))
      .thenRejected('AgreementEndsEarlier', { endsOn: '2026-05-31' });
    given(drawnUp({ endsOn: '2026-05-31' }))
      .when(end())
      .thenNothing();
    given(drawnUp({ endsOn: '2026-05-31' }))
      .when(end('2026-07-01'))
      .thenRejected('AgreementEndsEarlier', { endsOn: '2026-05-31' });
  });
  it('leaves parties bound until its day', () => {
    given(drawnUp(), signed(trust), ended()).when(suspend('2026-05-31')).then(suspended(trust, '2026-05-31'));
  });
  it('is the last that happens', () => {
    given(drawnUp(), ended()).when(end('2026-07-01', '2026-06-01')).thenRejected('AgreementEnded');
  });
});

describe('every fact of an agreement', () => {
  it('names the parties of the terms, so that it says which pairs it concerns', () => {
    const among = { disclosing: [uuid5('a'), trustId], receiving: [council] };
    given(drawnUp(among))
      .when(sign())
      .then(signed(trust, '2026-02-01', among));
    given(drawnUp(among), signed(trust, '2026-02-01', among))
      .when(suspend())
      .then(suspended(trust, '2026-03-01', among));
    given(drawnUp(among)).when(end()).then(ended('2026-06-01', among));
  });
});
