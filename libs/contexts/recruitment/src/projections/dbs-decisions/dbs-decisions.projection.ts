import type { Personal, Uuid } from '@alongside/kernel';
import { projection, type Change } from '@alongside/projections';
import type { ApplicationRef, CheckOutcome, DbsLevel } from '../../contracts.js';
import type { ApplicationEvent } from '../../domain/application/application.events.js';

export interface DbsDecisionRow {
  readonly application_id: Uuid;
  readonly organisation_id: Uuid;
  readonly person_id: Uuid;
  /** Sealed; opened and logged one by one. */
  readonly dbs_level: Personal<DbsLevel> | null;
  readonly level_decided_on: string | null;
  /** Sealed; opened and logged one by one. */
  readonly decision: Personal<CheckOutcome> | null;
  readonly decided_on: string | null;
}

const change = (
  { applicationId, organisationId, personId }: ApplicationRef,
  changed: Partial<DbsDecisionRow>,
): Change<DbsDecisionRow> => ({
  key: [applicationId],
  fold: (row) => ({
    application_id: applicationId,
    organisation_id: organisationId,
    person_id: personId,
    dbs_level: null,
    level_decided_on: null,
    decision: null,
    decided_on: null,
    ...row,
    ...changed,
  }),
});

/** Level, decision and date of criminal-record checks, apart from everything else about an application. */
export const dbsDecisions = projection<DbsDecisionRow, ApplicationEvent>({
  name: 'dbs-decisions',
  version: 1,
  table: 'recruitment.dbs_decision',
  columns: {
    application_id: 'uuid',
    organisation_id: 'uuid',
    person_id: 'uuid',
    dbs_level: 'json',
    level_decided_on: 'date',
    decision: 'json',
    decided_on: 'date',
  },
  key: ['application_id'],
  access: { class: 'C4', organisations: ['organisation_id'], people: ['person_id'] },
  on: {
    DbsLevelDecided: ({ data }) =>
      change(data, { dbs_level: data.dbsLevel, level_decided_on: data.effectiveOn }),
    DbsDecisionMade: ({ data }) => change(data, { decision: data.decision, decided_on: data.effectiveOn }),
    CheckMoved: ({ data }) =>
      data.check === 'criminalRecord' ? change(data, { decision: null, decided_on: null }) : undefined,
  },
});
