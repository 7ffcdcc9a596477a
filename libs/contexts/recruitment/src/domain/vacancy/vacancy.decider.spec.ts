import { describe, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import {
  localityId,
  openVacancy,
  organisationId,
  postId,
  stages,
  vacancyId,
  vacancyOpened,
} from '../testing/examples.js';
import { vacancy } from './vacancy.decider.js';
import type { VacancyEvent } from './vacancy.events.js';

const { given } = specFor(vacancy);
const post = { open: true, placesLeft: 2, organisationId };
const teamId = 'a team';

const closed: VacancyEvent = {
  type: 'VacancyClosed',
  data: { vacancyId, organisationId, localityId, postId, reason: 'filled', effectiveOn: '2025-04-10' },
};
const extended = (closesOn: string | null): VacancyEvent => ({
  type: 'VacancyExtended',
  data: { vacancyId, closesOn, effectiveOn: '2025-03-20' },
});

describe('opening a vacancy', () => {
  it('records the places and the stages that applications go through', () => {
    given().when(openVacancy()).then(vacancyOpened);
  });
  it('keeps on which items organisation and team were ready, and which they had waived', () => {
    const met = { clauseId: 'a', title: 'Peers have somewhere to sit', status: 'met' } as const;
    const waived = { clauseId: 'b', title: 'The team has been prepared', status: 'waived', teamId } as const;
    given()
      .when(
        openVacancy({
          readiness: [
            { ...met, organisationId, teamId: null },
            { ...waived, organisationId },
          ],
        }),
      )
      .then({ ...vacancyOpened, data: { ...vacancyOpened.data, readiness: [met, waived] } } as VacancyEvent);
  });
  it('refuses while readiness items are neither met nor waived, and names them and whose they are', () => {
    const seat = { clauseId: 'a', title: 'Peers have somewhere to sit', organisationId, teamId: null };
    const prepared = { clauseId: 'b', title: 'The team has been prepared', organisationId, teamId };
    const supervision = { clauseId: 'c', title: 'Supervision is in place', organisationId, teamId: null };
    given()
      .when(
        openVacancy({
          readiness: [
            { ...seat, status: 'met' },
            { ...prepared, status: 'neither' },
            { ...supervision, status: 'neither' },
          ],
        }),
      )
      .thenRejected('NotReady', { items: [prepared, supervision] });
  });
  it('refuses a post whose team is not there', () => {
    given()
      .when(openVacancy({ missingTeam: teamId }))
      .thenRejected('TeamNotThere', { teamId });
  });
  it('refuses a post that is not open', () => {
    given()
      .when(openVacancy({ post: { ...post, open: false } }))
      .thenRejected('PostNotOpen');
  });
  it('refuses a post of another organisation', () => {
    given()
      .when(openVacancy({ post: { ...post, organisationId: 'another' } }))
      .thenRejected('PostOfAnotherOrganisation');
  });
  it('refuses a post without a place left', () => {
    given()
      .when(openVacancy({ post: { ...post, placesLeft: 0 } }))
      .thenRejected('NoPlaceLeft');
  });
  it('refuses more places than the post has left', () => {
    given()
      .when(openVacancy({ places: 3 }))
      .thenRejected('MorePlacesThanLeft', { placesLeft: 2 });
  });
  it.each([0, -1, 1.5])('refuses %s places', (places) => {
    given().when(openVacancy({ places })).thenRejected('NoPlaceOffered');
  });
  it('refuses a vacancy without stages', () => {
    given()
      .when(openVacancy({ stages: [] }))
      .thenRejected('StagesMissing');
  });
  it('refuses two stages with one id', () => {
    given()
      .when(openVacancy({ stages: [stages[0], stages[0]] }))
      .thenRejected('StageRepeated');
  });
  it('refuses a stage after the decision', () => {
    given()
      .when(openVacancy({ stages: [stages[4], stages[3]] }))
      .thenRejected('DecisionNotLast');
  });
  it('lets training come before the application itself', () => {
    const trainingFirst = [stages[1], { id: 'form', kind: 'application', title: 'Form' } as const];
    given()
      .when(openVacancy({ stages: trainingFirst }))
      .then({ ...vacancyOpened, data: { ...vacancyOpened.data, stages: trainingFirst } } as VacancyEvent);
  });
  it('refuses a closing date before the opening date', () => {
    given()
      .when(openVacancy({ closesOn: '2025-02-28' }))
      .thenRejected('ClosesBeforeItOpens');
  });
  it('can take applications until it is filled', () => {
    given()
      .when(openVacancy({ closesOn: null }))
      .then({ ...vacancyOpened, data: { ...vacancyOpened.data, closesOn: null } } as VacancyEvent);
  });
  it('refuses to open twice', () => {
    given(vacancyOpened).when(openVacancy()).thenRejected('AlreadyOpened');
    given(vacancyOpened, closed).when(openVacancy()).thenRejected('AlreadyOpened');
  });
});

describe('extending a vacancy', () => {
  const extend = (closesOn: string | null, effectiveOn = '2025-03-20') =>
    ({ type: 'ExtendVacancy', effectiveOn, closesOn }) as const;

  it('takes applications for longer', () => {
    given(vacancyOpened).when(extend('2025-04-30')).then(extended('2025-04-30'));
    given(vacancyOpened).when(extend(null)).then(extended(null));
  });
  it('records nothing for the date that stands', () => {
    given(vacancyOpened, extended('2025-04-30')).when(extend('2025-04-30')).thenNothing();
  });
  it('refuses an earlier closing date', () => {
    given(vacancyOpened).when(extend('2025-03-25')).thenRejected('NotAnExtension');
    given(vacancyOpened, extended(null)).when(extend('2025-05-01')).thenRejected('NotAnExtension');
  });
  it('refuses a closing date that has passed already', () => {
    given(vacancyOpened).when(extend('2025-04-05', '2025-04-06')).thenRejected('NotAnExtension');
  });
  it('refuses a date before the last thing recorded', () => {
    given(vacancyOpened, extended('2025-04-30'))
      .when(extend('2025-05-30', '2025-03-19'))
      .thenRejected('BeforeLastStep');
  });
  it('refuses a vacancy that is not open', () => {
    given().when(extend('2025-04-30')).thenRejected('VacancyNotOpen');
    given(vacancyOpened, closed).when(extend('2025-04-30')).thenRejected('VacancyNotOpen');
  });
});

describe('closing a vacancy', () => {
  const close = { type: 'CloseVacancy', effectiveOn: '2025-04-10', reason: 'filled' } as const;

  it('records why', () => {
    given(vacancyOpened).when(close).then(closed);
  });
  it('refuses a day before it opened', () => {
    given(vacancyOpened)
      .when({ ...close, effectiveOn: '2025-02-28' })
      .thenRejected('BeforeLastStep');
  });
  it('refuses a vacancy that is not open', () => {
    given().when(close).thenRejected('VacancyNotOpen');
    given(vacancyOpened, closed).when(close).thenRejected('VacancyNotOpen');
  });
});
