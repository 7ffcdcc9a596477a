import { describe, it } from '@jest/globals';
import { foldSpec } from '@alongside/projections/testing';
import {
  localityId,
  organisationId,
  postId,
  stages,
  vacancyId,
  vacancyOpened,
} from '../../domain/testing/examples.js';
import { vacancies, type VacancyRow } from './vacancies.projection.js';

const { given } = foldSpec<VacancyRow>(vacancies);

const row: VacancyRow = {
  vacancy_id: vacancyId,
  organisation_id: organisationId,
  locality_id: localityId,
  post_id: postId,
  title: 'Peer support worker, community',
  engagement_kind: 'agendaForChange',
  role_family: 'peerSupportWorker',
  places: 2,
  stages,
  readiness: [],
  status: 'open',
  opened_on: '2025-03-01',
  closes_on: '2025-03-31',
  closed_on: null,
  close_reason: null,
};
const extended = {
  type: 'VacancyExtended',
  data: { vacancyId, closesOn: '2025-04-30', effectiveOn: '2025-03-20' },
};
const closed = {
  type: 'VacancyClosed',
  data: { vacancyId, organisationId, localityId, postId, reason: 'filled', effectiveOn: '2025-04-10' },
};

describe('the list of vacancies', () => {
  it('shows a vacancy from the day it opens', () => {
    given(vacancyOpened).then(row);
  });
  it('shows the new closing date of an extended vacancy', () => {
    given(vacancyOpened, extended).then({ ...row, closes_on: '2025-04-30' });
  });
  it('shows when and why a vacancy closed', () => {
    given(vacancyOpened, closed).then({
      ...row,
      status: 'closed',
      closed_on: '2025-04-10',
      close_reason: 'filled',
    });
  });
});
