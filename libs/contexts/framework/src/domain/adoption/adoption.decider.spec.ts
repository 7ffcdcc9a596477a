import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { factId, specFor } from '@alongside/kernel/testing';
import type { AdoptionEvent, ClauseRule } from '../../contracts.js';
import {
  adoptionId,
  banding,
  boundary,
  clauseId,
  firstVersion,
  frameworkId,
  never,
  organisationId,
  principle,
  readiness,
  secondVersion,
} from '../../testing/samples.js';
import type { AdoptVersion, DeclareDeviation, EndAdoption, WithdrawDeviation } from './adoption.commands.js';
import { adoption } from './adoption.decider.js';

const { given } = specFor(adoption);
const of = { adoptionId, frameworkId, organisationId };
const corrects = (index: number) => ({ eventId: factId(index), reason: 'wrongDate' }) as const;
const first = { versionId: firstVersion, frameworkId, inForceFrom: '2024-04-01', supersededOn: '2025-04-01' };
const second = { versionId: secondVersion, frameworkId, inForceFrom: '2025-04-01', supersededOn: null };

const adopt = (changes: Partial<AdoptVersion> = {}): AdoptVersion => ({
  type: 'AdoptVersion',
  ...of,
  version: first,
  inLocality: true,
  effectiveOn: '2024-05-01',
  ...changes,
});
const adopted = (
  versionId = firstVersion,
  effectiveOn = '2024-05-01',
  corrected?: AdoptionEvent['corrects'],
): AdoptionEvent => ({
  type: 'VersionAdopted',
  data: { ...of, versionId, effectiveOn },
  ...(corrected ? { corrects: corrected } : {}),
});
const end = (changes: Partial<EndAdoption> = {}): EndAdoption => ({
  type: 'EndAdoption',
  effectiveOn: '2024-12-01',
  ...changes,
});
const ended = (effectiveOn = '2024-12-01', corrected?: AdoptionEvent['corrects']): AdoptionEvent => ({
  type: 'AdoptionEnded',
  data: { ...of, effectiveOn },
  ...(corrected ? { corrects: corrected } : {}),
});
const deviationId = uuid5('deviation');
const restraint = { versionId: firstVersion, clauseId: clauseId('restraint'), rule: boundary as ClauseRule };
const declare = (changes: Partial<DeclareDeviation> = {}): DeclareDeviation => ({
  type: 'DeclareDeviation',
  deviationId,
  clause: restraint,
  rule: never,
  reason: ' We have no wards. ',
  expiresOn: '2024-12-31',
  effectiveOn: '2024-06-01',
  ...changes,
});
type Declared = Extract<AdoptionEvent, { type: 'DeviationDeclared' }>;
const declared = (
  changes: Partial<Declared['data']> = {},
  corrected?: AdoptionEvent['corrects'],
): AdoptionEvent => ({
  type: 'DeviationDeclared',
  data: {
    ...of,
    deviationId,
    versionId: firstVersion,
    clauseId: restraint.clauseId,
    reason: 'We have no wards.',
    expiresOn: '2024-12-31',
    rule: never,
    direction: 'stricter',
    effectiveOn: '2024-06-01',
    ...changes,
  },
  ...(corrected ? { corrects: corrected } : {}),
});
const withdraw = (changes: Partial<WithdrawDeviation> = {}): WithdrawDeviation => ({
  type: 'WithdrawDeviation',
  deviationId,
  effectiveOn: '2024-09-01',
  ...changes,
});
const withdrawn = (effectiveOn = '2024-09-01'): AdoptionEvent => ({
  type: 'DeviationWithdrawn',
  data: { ...of, deviationId, clauseId: restraint.clauseId, effectiveOn },
});

describe('adopting a version', () => {
  it('holds the organisation to it from a day', () => {
    given().when(adopt()).then(adopted());
  });
  it('changes nothing the second time', () => {
    given(adopted())
      .when(adopt({ effectiveOn: '2024-06-01' }))
      .thenNothing();
  });
  it('takes the place of the version adopted before', () => {
    given(adopted())
      .when(adopt({ version: second, effectiveOn: '2025-04-01' }))
      .then(adopted(secondVersion, '2025-04-01'));
  });
  it.each([
    ['was not ratified', { version: { ...first, inForceFrom: null } }, 'VersionNotRatified'],
    ['is not yet in force', { effectiveOn: '2024-03-31' }, 'VersionNotYetInForce'],
    ['has been superseded by then', { effectiveOn: '2025-04-01' }, 'VersionSuperseded'],
    ['is of a locality that it takes no part in', { inLocality: false }, 'OrganisationNotInLocality'],
    ['belongs elsewhere', { version: { ...first, frameworkId: uuid5('x') } }, 'VersionOfAnotherFramework'],
  ] as const)('refuses what %s', (_, changes, refusal) => {
    given().when(adopt(changes)).thenRejected(refusal);
  });
  it('takes the first day in force and the last', () => {
    given()
      .when(adopt({ effectiveOn: '2024-04-01' }))
      .then(adopted(firstVersion, '2024-04-01'));
    given()
      .when(adopt({ effectiveOn: '2025-03-31' }))
      .then(adopted(firstVersion, '2025-03-31'));
  });
  it('is put right where the day was wrong', () => {
    given(adopted())
      .when(adopt({ effectiveOn: '2024-04-15', corrects: corrects(0) }))
      .then(adopted(firstVersion, '2024-04-15', corrects(0)));
  });
  it('corrects an adoption and nothing else', () => {
    given(adopted(), ended())
      .when(adopt({ corrects: corrects(1) }))
      .thenRejected('NothingToCorrect');
    given()
      .when(adopt({ corrects: corrects(0) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('ending an adoption', () => {
  it('leaves the organisation without a version from that day', () => {
    given(adopted()).when(end()).then(ended());
  });
  it('is refused where nothing is adopted', () => {
    given().when(end()).thenRejected('NothingAdopted');
    given(adopted())
      .when(end({ effectiveOn: '2024-04-30' }))
      .thenRejected('NothingAdopted');
    given(adopted(), ended())
      .when(end({ effectiveOn: '2024-12-02' }))
      .thenRejected('NothingAdopted');
  });
  it('is put right where the day was wrong', () => {
    given(adopted(), ended())
      .when(end({ effectiveOn: '2025-01-01', corrects: corrects(1) }))
      .then(ended('2025-01-01', corrects(1)));
    given(adopted(), ended())
      .when(end({ corrects: corrects(0) }))
      .thenRejected('NothingToCorrect');
  });
  it('does not keep the organisation from adopting again', () => {
    given(adopted(), ended())
      .when(adopt({ effectiveOn: '2025-02-01' }))
      .then(adopted(firstVersion, '2025-02-01'));
  });
});

describe('declaring a deviation', () => {
  it('finds its direction by comparing the rules', () => {
    given(adopted()).when(declare()).then(declared());
    const looser: ClauseRule = { ...boundary, stance: 'usual', conditions: [] };
    given(adopted())
      .when(declare({ rule: looser }))
      .then(declared({ rule: looser, direction: 'looser' }));
  });
  it.each<[string, ClauseRule]>([
    ['not by default', { ...never, stance: 'notByDefault' }],
    ['conditions', boundary],
    ['usual', { ...never, stance: 'usual' }],
    ['not agreed', { ...never, stance: 'notAgreed' }],
  ])('refuses %s where the framework says never', (_, rule) => {
    given(adopted())
      .when(declare({ clause: { ...restraint, rule: never }, rule }))
      .thenRejected('LooserThanNever');
  });
  it.each<[string, Partial<DeclareDeviation>, string]>([
    ['before anything is adopted', { effectiveOn: '2024-04-30' }, 'NothingAdopted'],
    [
      'the clause of another version',
      { clause: { ...restraint, versionId: secondVersion } },
      'ClauseOfAnotherVersion',
    ],
    ['a clause that the version does not have', { clause: null }, 'ClauseOfAnotherVersion'],
    ['the same rule', { rule: boundary }, 'NothingDeviates'],
    ['a rule about another task', { rule: { ...never, task: 'seclusion' } }, 'RuleOfAnotherSubject'],
    ['a rule of another kind', { rule: banding }, 'RuleOfAnotherSubject'],
    ['a principle', { clause: { ...restraint, rule: principle }, rule: principle }, 'ClauseHasNoRule'],
    [
      'readiness of a team for that of an organisation',
      { clause: { ...restraint, rule: readiness }, rule: { ...readiness, for: 'team' } },
      'RuleOfAnotherSubject',
    ],
    ['no reason', { reason: ' ' }, 'ReasonMissing'],
    ['a reason beyond 2,000 characters', { reason: 'x'.repeat(2_001) }, 'ReasonMissing'],
    ['an expiry before the start', { expiresOn: '2024-05-31' }, 'ExpiresBeforeStart'],
  ])('refuses %s', (_, changes, refusal) => {
    given(adopted())
      .when(declare(changes))
      .thenRejected(refusal as 'NothingDeviates');
  });
  it('names what makes its rule impossible to evaluate', () => {
    given(adopted())
      .when(declare({ rule: { ...never, conditions: [{ kind: 'workerOptedIn' }] } }))
      .thenRejected('ClauseNotEvaluable', { faults: ['conditions: none, as the stance is never'] });
  });
  it('needs an adoption', () => {
    given().when(declare()).thenRejected('NothingAdopted');
    given(adopted(), ended())
      .when(declare({ effectiveOn: '2024-12-01' }))
      .thenRejected('NothingAdopted');
  });

  const another = { deviationId: uuid5('another deviation') };
  it('leaves one at a time to a clause', () => {
    const standing = given(adopted(), declared());
    standing
      .when(declare({ ...another, effectiveOn: '2024-12-31', expiresOn: '2025-02-01' }))
      .thenRejected('DeviationStands', { deviationId, until: '2024-12-31' });
    standing
      .when(declare({ ...another, effectiveOn: '2024-05-01', expiresOn: '2024-06-01' }))
      .thenRejected('DeviationStands', { deviationId, until: '2024-12-31' });
    const next = { ...another, expiresOn: '2025-02-01', effectiveOn: '2025-01-01' };
    standing.when(declare(next)).then(declared(next));
  });
  it('can follow from the day on which another was withdrawn', () => {
    const next = { ...another, effectiveOn: '2024-09-01' };
    given(adopted(), declared(), withdrawn()).when(declare(next)).then(declared(next));
    given(adopted(), declared(), withdrawn())
      .when(declare({ ...another, effectiveOn: '2024-08-31' }))
      .thenRejected('DeviationStands', { deviationId, until: '2024-08-31' });
  });
  it('is not declared twice under one id', () => {
    given(adopted(), declared()).when(declare()).thenRejected('DeviationStands');
  });
  it('is put right under the id it has', () => {
    given(adopted(), declared())
      .when(declare({ expiresOn: '2024-11-30', corrects: corrects(1) }))
      .then(declared({ expiresOn: '2024-11-30' }, corrects(1)));
    given(adopted(), declared())
      .when(declare({ ...another, corrects: corrects(1) }))
      .thenRejected('NothingToCorrect');
    given(adopted(), declared())
      .when(declare({ corrects: corrects(0) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('withdrawing a deviation', () => {
  it('puts the framework back in its place from that day', () => {
    given(adopted(), declared()).when(withdraw()).then(withdrawn());
  });
  it('changes nothing once withdrawn or expired', () => {
    given(adopted(), declared(), withdrawn())
      .when(withdraw({ effectiveOn: '2024-10-01' }))
      .thenNothing();
    given(adopted(), declared())
      .when(withdraw({ effectiveOn: '2025-01-01' }))
      .thenNothing();
  });
  it('is refused for what was not declared, or did not hold yet', () => {
    given(adopted()).when(withdraw()).thenRejected('DeviationUnknown');
    given(adopted(), declared())
      .when(withdraw({ effectiveOn: '2024-05-31' }))
      .thenRejected('BeforeDeviation', { from: '2024-06-01' });
  });
});
