import { describe, expect, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import type { MergeOrganisation, RegisterOrganisation, RenameOrganisation } from './organisation.commands.js';
import { organisation } from './organisation.decider.js';
import {
  assigned,
  correcting,
  joined,
  left,
  merged,
  MERGER_DAY,
  NEW_NAME,
  OLD_NAME,
  organisationId,
  registered,
  renamed,
  solentId,
  wessexId,
} from '../testing/organisation.examples.js';
import { nameOn } from './organisation.state.js';

const { given } = specFor(organisation);

const register = (part: Partial<RegisterOrganisation> = {}): RegisterOrganisation => ({
  type: 'RegisterOrganisation',
  organisationId,
  name: OLD_NAME,
  sector: 'nhsTrust',
  effectiveOn: '2011-04-01',
  ...part,
});
const rename = (part: Partial<RenameOrganisation> = {}): RenameOrganisation => ({
  type: 'RenameOrganisation',
  name: NEW_NAME,
  effectiveOn: MERGER_DAY,
  ...part,
});
const merge = (part: Partial<MergeOrganisation> = {}): MergeOrganisation => ({
  type: 'MergeOrganisation',
  into: { organisationId: solentId, registeredOn: '2011-04-01', closedOn: null, mergesInto: [] },
  hostOf: [],
  effectiveOn: MERGER_DAY,
  ...part,
});

describe('registering an organisation', () => {
  it('records its name without the spaces around it, and its sector', () => {
    given()
      .when(register({ name: `  ${OLD_NAME} ` }))
      .then(registered());
  });
  it('refuses an organisation that is registered', () => {
    given(registered()).when(register()).thenRejected('OrganisationAlreadyRegistered');
  });
  it('refuses one without a name', () => {
    given()
      .when(register({ name: '  ' }))
      .thenRejected('NameMissing');
  });
  it('lets the registration be corrected', () => {
    given(registered(), joined())
      .when(register({ sector: 'vcse', effectiveOn: '2012-01-01', corrects: correcting(0) }))
      .then({ ...registered({ sector: 'vcse', effectiveOn: '2012-01-01' }), corrects: correcting(0) });
  });
  it('keeps what happened on the same day as a corrected registration', () => {
    const { state } = given(registered(), joined('2011-04-01'), {
      ...registered({ name: NEW_NAME }),
      corrects: correcting(0),
    });
    expect([nameOn(state, '2011-04-01'), state.localities.length]).toEqual([NEW_NAME, 1]);
  });
  it('refuses to correct the registration to a day after another fact', () => {
    given(registered(), joined('2020-04-01'))
      .when(register({ effectiveOn: '2020-04-02', corrects: correcting(0) }))
      .thenRejected('AfterLaterFact', { fact: '2020-04-01' });
    given(registered(), merged())
      .when(register({ effectiveOn: '2025-01-01', corrects: correcting(0) }))
      .thenRejected('AfterLaterFact', { fact: MERGER_DAY });
  });
  it('refuses to correct what is not the registration', () => {
    given(registered(), joined())
      .when(register({ corrects: correcting(1) }))
      .thenRejected('NothingToCorrect');
  });
  it('refuses every other command before it', () => {
    given().when(rename()).thenRejected('OrganisationNotRegistered');
    given().when(merge()).thenRejected('OrganisationNotRegistered');
  });
});

describe('renaming an organisation', () => {
  it('keeps the old name for the days before', () => {
    given(registered()).when(rename()).then(renamed());
    const { state } = given(registered(), renamed());
    expect([nameOn(state, '2024-09-30'), nameOn(state, '2024-10-01')]).toEqual([OLD_NAME, NEW_NAME]);
    expect(nameOn(state, '2011-03-31')).toBeUndefined();
  });
  it('records nothing where it has that name on that day', () => {
    given(registered(), renamed())
      .when(rename({ effectiveOn: '2025-01-01' }))
      .thenNothing();
  });
  it('takes a rename that is learnt of late', () => {
    given(registered(), renamed())
      .when(rename({ name: 'Southern Health', effectiveOn: '2015-01-01' }))
      .then(renamed('2015-01-01', 'Southern Health'));
  });
  it('refuses a second name from the same day', () => {
    given(registered(), renamed())
      .when(rename({ name: 'Wessex Healthcare' }))
      .thenRejected('NameHeldFromThatDay');
  });
  it('lets a rename be corrected, and only a rename', () => {
    given(registered(), renamed())
      .when(rename({ name: 'Wessex Healthcare', corrects: correcting(1) }))
      .then({ ...renamed(MERGER_DAY, 'Wessex Healthcare'), corrects: correcting(1) });
    given(registered(), renamed())
      .when(rename({ corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
  });
  it('refuses an empty name, and a day before the organisation was there', () => {
    given(registered())
      .when(rename({ name: '' }))
      .thenRejected('NameMissing');
    given(registered())
      .when(rename({ effectiveOn: '2011-03-31' }))
      .thenRejected('BeforeRegistration', { registeredOn: '2011-04-01' });
  });
});

describe('merging an organisation into another', () => {
  it('leaves its localities, then closes', () => {
    given(registered(), joined())
      .when(merge())
      .then(left(factId(1), MERGER_DAY), merged());
  });
  it('does not leave again what it has left', () => {
    given(registered(), joined(), left(factId(1), '2024-01-01'))
      .when(merge())
      .then(merged());
  });
  it('leaves at once what it was to leave later', () => {
    given(registered(), joined(), left(factId(1), '2025-03-31'))
      .when(merge())
      .then(left(factId(1), MERGER_DAY), merged());
    const { state } = given(
      registered(),
      joined(),
      left(factId(1), '2025-03-31'),
      left(factId(1), MERGER_DAY),
    );
    expect(state.localities[0]?.until).toBe(MERGER_DAY);
  });
  it('refuses a merger into itself', () => {
    given(registered())
      .when(merge({ into: { organisationId, registeredOn: '2011-04-01', closedOn: null, mergesInto: [] } }))
      .thenRejected('MergerIntoItself');
  });
  it('refuses a merger into an organisation that merges into this one, at any remove and whenever that is', () => {
    const into = { organisationId: solentId, registeredOn: '2011-04-01', closedOn: '2025-04-01' };
    given(registered())
      .when(merge({ into: { ...into, mergesInto: [organisationId] } }))
      .thenRejected('MergerCycle');
    given(registered())
      .when(merge({ into: { ...into, mergesInto: [wessexId, organisationId] } }))
      .thenRejected('MergerCycle');
    given(registered())
      .when(merge({ into: { ...into, mergesInto: [wessexId] } }))
      .then(merged());
  });
  it('refuses a merger into an organisation that is unknown, closed or not yet there', () => {
    const into = {
      organisationId: solentId,
      registeredOn: '2011-04-01',
      closedOn: MERGER_DAY,
      mergesInto: [],
    };
    given(registered())
      .when(merge({ into: null }))
      .thenRejected('SuccessorUnknown');
    given(registered()).when(merge({ into })).thenRejected('SuccessorNotOpen');
    given(registered())
      .when(merge({ into: { ...into, registeredOn: '2024-10-02', closedOn: null } }))
      .thenRejected('SuccessorNotOpen');
  });
  it('refuses while the organisation hosts a locality', () => {
    given(registered())
      .when(merge({ hostOf: [wessexId] }))
      .thenRejected('HostsLocality', { localities: [wessexId] });
  });
  it('refuses a day with a fact on it or after it', () => {
    given(registered(), assigned({ effectiveOn: MERGER_DAY }))
      .when(merge())
      .thenRejected('FactsAfterClosing', { fact: MERGER_DAY });
    given(registered(), merged())
      .when(merge({ effectiveOn: '2024-01-01' }))
      .thenRejected('FactsAfterClosing', { fact: MERGER_DAY });
  });
  it('refuses what is said of the organisation from that day on, and names the successor', () => {
    given(registered(), merged())
      .when(rename())
      .thenRejected('OrganisationClosed', { closedOn: MERGER_DAY, intoOrganisationId: solentId });
    given(registered(), merged()).when(merge()).thenRejected('OrganisationClosed');
  });
  it('takes late news of the days before', () => {
    given(registered(), merged())
      .when(rename({ name: 'Southern Health', effectiveOn: '2024-09-30' }))
      .then(renamed('2024-09-30', 'Southern Health'));
  });
});

describe('closing an organisation', () => {
  it('leaves its localities, and has no successor', () => {
    given(registered(), joined())
      .when({ type: 'CloseOrganisation', hostOf: [], effectiveOn: MERGER_DAY })
      .then(left(factId(1), MERGER_DAY), {
        type: 'OrganisationClosed',
        data: { organisationId, effectiveOn: MERGER_DAY },
      });
  });
  it('refuses while the organisation hosts a locality', () => {
    given(registered())
      .when({ type: 'CloseOrganisation', hostOf: [wessexId], effectiveOn: MERGER_DAY })
      .thenRejected('HostsLocality');
  });
});

describe('reopening an organisation', () => {
  const history = [registered(), joined(), left(factId(1), MERGER_DAY), merged()];
  const reopened = [
    {
      type: 'OrganisationReopened' as const,
      data: { organisationId, effectiveOn: MERGER_DAY },
      corrects: correcting(3),
    },
    { ...joined(), corrects: correcting(1) },
  ];
  it('corrects the merger and joins again what it had left by it', () => {
    given(...history)
      .when({ type: 'ReopenOrganisation', corrects: correcting(3) })
      .then(...reopened);
  });
  it('leaves it open and in its localities', () => {
    given(...history, ...reopened)
      .when(merge())
      .then(left(factId(5), MERGER_DAY), merged());
  });
  it('refuses where nothing was closed by that event', () => {
    given(...history)
      .when({ type: 'ReopenOrganisation', corrects: correcting(2) })
      .thenRejected('NothingToCorrect');
    given(registered())
      .when({ type: 'ReopenOrganisation', corrects: correcting(0) })
      .thenRejected('NothingToCorrect');
  });
});
