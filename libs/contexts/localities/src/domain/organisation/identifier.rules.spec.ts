import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import type { AssignIdentifier, EndIdentifier } from './organisation.commands.js';
import { organisation } from './organisation.decider.js';
import {
  assigned,
  correcting,
  merged,
  MERGER_DAY,
  organisationId,
  registered,
} from '../testing/organisation.examples.js';
import type { IdentifierEnded } from '../../contracts.js';

const { given } = specFor(organisation);

const assign = (part: Partial<AssignIdentifier> = {}): AssignIdentifier => ({
  type: 'AssignIdentifier',
  system: 'ods',
  value: 'RW1',
  until: null,
  heldByOthers: [],
  effectiveOn: '2011-04-01',
  ...part,
});
const end = (part: Partial<EndIdentifier> = {}): EndIdentifier => ({
  type: 'EndIdentifier',
  system: 'ods',
  value: 'RW1',
  effectiveOn: MERGER_DAY,
  ...part,
});
const ended = (effectiveOn = MERGER_DAY): IdentifierEnded => ({
  type: 'IdentifierEnded',
  data: { organisationId, assignmentId: factId(1), system: 'ods', value: 'RW1', effectiveOn },
});

describe('assigning an identifier', () => {
  it('records it as the register writes it', () => {
    given(registered())
      .when(assign({ value: ' rw1 ' }))
      .then(assigned());
  });
  it('refuses a second identifier of the same system at the same time', () => {
    given(registered(), assigned({ until: '2024-09-30' }))
      .when(assign({ value: 'RW9', effectiveOn: '2024-09-30' }))
      .thenRejected('IdentifierOverlaps', { value: 'RW1', from: '2011-04-01', until: '2024-10-01' });
  });
  it('takes the next one from the day after the last', () => {
    given(registered(), assigned({ until: '2024-09-30' }))
      .when(assign({ value: 'RW9', effectiveOn: MERGER_DAY }))
      .then(assigned({ value: 'RW9', effectiveOn: MERGER_DAY }));
  });
  it('takes identifiers of other systems beside it', () => {
    given(registered(), assigned())
      .when(assign({ system: 'esr', value: '123' }))
      .then(assigned({ system: 'esr', value: '123' }));
  });
  it('refuses one that another organisation holds at that time', () => {
    const others = [{ from: '2010-01-01', until: '2012-01-01' }];
    given(registered())
      .when(assign({ heldByOthers: others }))
      .thenRejected('IdentifierHeldByAnother');
    given(registered())
      .when(assign({ heldByOthers: others, effectiveOn: '2012-01-01' }))
      .then(assigned({ effectiveOn: '2012-01-01' }));
  });
  it.each([
    ['ods', 'R!'],
    ['charity', '12345'],
    ['charity', 'SC12'],
    ['company', '123'],
    ['esr', 'x'],
  ] as const)('refuses as %s what does not look like it: %s', (system, value) => {
    given(registered()).when(assign({ system, value })).thenRejected('IdentifierMalformed', { system });
  });
  it.each([
    ['charity', '1059080'],
    ['charity', 'SC012345'],
    ['company', '03136213'],
    ['company', 'CE012345'],
    ['ods', 'QRL'],
  ] as const)('takes as %s: %s', (system, value) => {
    given(registered()).when(assign({ system, value })).then(assigned({ system, value }));
  });
  it('refuses an end before the beginning', () => {
    given(registered())
      .when(assign({ until: '2011-03-31' }))
      .thenRejected('IdentifierEndsBeforeStart');
  });
  it('refuses days on which the organisation was not there', () => {
    given(registered())
      .when(assign({ effectiveOn: '2010-01-01' }))
      .thenRejected('BeforeRegistration');
    given(registered(), merged())
      .when(assign({ effectiveOn: MERGER_DAY }))
      .thenRejected('OrganisationClosed');
  });
  it('lets an assignment be corrected without being in its own way', () => {
    given(registered(), assigned({ value: 'RW2' }))
      .when(assign({ corrects: correcting(1) }))
      .then({ ...assigned(), corrects: correcting(1) });
    given(registered(), assigned())
      .when(assign({ corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('ending an identifier', () => {
  it('names the assignment that it ends', () => {
    given(registered(), assigned()).when(end()).then(ended());
  });
  it('frees the system from that day on', () => {
    given(registered(), assigned(), ended())
      .when(assign({ value: 'RW9', effectiveOn: MERGER_DAY }))
      .then(assigned({ value: 'RW9', effectiveOn: MERGER_DAY }));
  });
  it('records nothing where it ends on that day', () => {
    given(registered(), assigned({ until: '2024-09-30' }))
      .when(end())
      .thenNothing();
  });
  it('ends the one that holds on that day, not the one that ended then', () => {
    given(registered(), assigned({ effectiveOn: MERGER_DAY }), assigned({ until: '2024-09-30' }))
      .when(end())
      .then(ended());
  });
  it('is possible after a merger, since registers are slower', () => {
    given(registered(), assigned(), merged())
      .when(end({ effectiveOn: '2025-04-01' }))
      .then(ended('2025-04-01'));
  });
  it('refuses one that is not held on that day', () => {
    given(registered(), assigned({ until: '2024-01-01' }))
      .when(end())
      .thenRejected('IdentifierNotHeld');
    given(registered(), assigned())
      .when(end({ effectiveOn: '2011-03-31' }))
      .thenRejected('IdentifierNotHeld');
    given(registered(), assigned())
      .when(end({ value: 'RW9' }))
      .thenRejected('IdentifierNotHeld');
  });
  it('says of an assignment made in error that it never was', () => {
    const never = { ...ended(), corrects: correcting(1) };
    given(registered(), assigned())
      .when(end({ corrects: correcting(1) }))
      .then(never);
    given(registered(), assigned(), never).when(assign()).then(assigned());
    given(registered(), assigned())
      .when(end({ corrects: correcting(0) }))
      .thenRejected('NothingToCorrect');
  });
});
