import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import type { JoinLocality, LeaveLocality } from './organisation.commands.js';
import { organisation } from './organisation.decider.js';
import {
  correcting,
  joined,
  left,
  merged,
  MERGER_DAY,
  registered,
  wessexId,
} from '../testing/organisation.examples.js';

const { given } = specFor(organisation);

const join = (part: Partial<JoinLocality> = {}): JoinLocality => ({
  type: 'JoinLocality',
  localityId: wessexId,
  localityEstablishedOn: '2020-01-01',
  effectiveOn: '2020-04-01',
  ...part,
});
const leave = (part: Partial<LeaveLocality> = {}): LeaveLocality => ({
  type: 'LeaveLocality',
  localityId: wessexId,
  hosts: false,
  effectiveOn: '2023-04-01',
  ...part,
});

describe('joining a locality', () => {
  it('is recorded with the organisation', () => {
    given(registered()).when(join()).then(joined());
  });
  it('refuses to join twice, also before a stay that is known', () => {
    given(registered(), joined())
      .when(join({ effectiveOn: '2021-01-01' }))
      .thenRejected('AlreadyInLocality');
    given(registered(), joined())
      .when(join({ effectiveOn: '2020-01-01' }))
      .thenRejected('AlreadyInLocality');
  });
  it('takes an organisation back on the day on which it left', () => {
    given(registered(), joined(), left(factId(1), '2023-04-01'))
      .when(join({ effectiveOn: '2023-04-01' }))
      .then(joined('2023-04-01'));
  });
  it('refuses a locality that is not there, or not yet', () => {
    given(registered())
      .when(join({ localityEstablishedOn: null }))
      .thenRejected('LocalityUnknown');
    given(registered())
      .when(join({ effectiveOn: '2019-12-31' }))
      .thenRejected('BeforeLocalityEstablished', { establishedOn: '2020-01-01' });
  });
  it('refuses an organisation that is closed', () => {
    given(registered(), merged())
      .when(join({ effectiveOn: MERGER_DAY }))
      .thenRejected('OrganisationClosed');
    given(registered(), merged()).when(join()).thenRejected('OrganisationClosed');
  });
  it('lets the day of joining be corrected', () => {
    given(registered(), joined())
      .when(join({ effectiveOn: '2020-05-01', corrects: correcting(1) }))
      .then({ ...joined('2020-05-01'), corrects: correcting(1) });
    given(registered(), joined())
      .when(join({ corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('leaving a locality', () => {
  it('names the joining that it ends', () => {
    given(registered(), joined())
      .when(leave())
      .then(left(factId(1), '2023-04-01'));
  });
  it('refuses where the organisation is not in it on that day', () => {
    given(registered()).when(leave()).thenRejected('NotInLocality');
    given(registered(), joined())
      .when(leave({ effectiveOn: '2020-03-31' }))
      .thenRejected('NotInLocality');
    given(registered(), joined(), left(factId(1), '2023-04-01'))
      .when(leave())
      .thenRejected('NotInLocality');
  });
  it('refuses the host', () => {
    given(registered(), joined())
      .when(leave({ hosts: true }))
      .thenRejected('HostsLocality', { localities: [wessexId] });
  });
  it('says of a joining made in error that it never was', () => {
    const never = { ...left(factId(1), '2020-04-01'), corrects: correcting(1) };
    given(registered(), joined())
      .when(leave({ effectiveOn: '2020-04-01', corrects: correcting(1) }))
      .then(never);
    given(registered(), joined(), never).when(leave()).thenRejected('NotInLocality');
    given(registered(), joined(), never)
      .when(leave({ corrects: correcting(1) }))
      .thenRejected('NothingToCorrect');
  });
});
