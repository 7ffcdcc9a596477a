import type { Uuid } from '@alongside/kernel';
import { projection, type Change } from '@alongside/projections';
import type { ApplicationRef, CheckHolder, CheckStatus, EmploymentCheck } from '../../contracts.js';
import type { ApplicationEvent } from '../../domain/application/application.events.js';

export interface CheckStatusRow {
  readonly application_id: Uuid;
  readonly employment_check: EmploymentCheck;
  readonly organisation_id: Uuid;
  readonly person_id: Uuid;
  /** `decided` stands for every outcome of a criminal-record check. */
  readonly status: CheckStatus | 'decided';
  readonly holder: CheckHolder;
  /** Day of the last move. */
  readonly since: string;
  /** Whether the conditional offer waits for it. */
  readonly required: boolean;
}

type Move = Pick<CheckStatusRow, 'status' | 'holder' | 'since'>;

const change = (
  { applicationId, organisationId, personId }: ApplicationRef,
  check: EmploymentCheck,
  changed: (row: CheckStatusRow | undefined) => Move & Partial<CheckStatusRow>,
): Change<CheckStatusRow> => ({
  key: [applicationId, check],
  fold: (row) => ({
    application_id: applicationId,
    employment_check: check,
    organisation_id: organisationId,
    person_id: personId,
    required: row?.required ?? false,
    ...changed(row),
  }),
});

/** Where each employment check of an application stands and who holds the ball; never what it showed. */
export const checkStatus = projection<CheckStatusRow, ApplicationEvent>({
  name: 'check-status',
  version: 1,
  table: 'recruitment.check_status',
  columns: {
    application_id: 'uuid',
    employment_check: 'text',
    organisation_id: 'uuid',
    person_id: 'uuid',
    status: 'text',
    holder: 'text',
    since: 'date',
    required: 'boolean',
  },
  key: ['application_id', 'employment_check'],
  access: { class: 'C2', organisations: ['organisation_id'], people: ['person_id'] },
  on: {
    CheckMoved: ({ data }) =>
      change(data, data.check, () => ({
        status: data.status,
        holder: data.holder,
        since: data.effectiveOn,
      })),
    DbsDecisionMade: ({ data }) =>
      change(data, 'criminalRecord', () => ({
        status: 'decided',
        holder: data.holder,
        since: data.effectiveOn,
      })),
    OfferConditional: ({ data }) =>
      data.requiredChecks.map((check) =>
        change(data, check, (row) => ({
          status: row?.status ?? 'notStarted',
          holder: row?.holder ?? 'employer',
          since: row?.since ?? data.effectiveOn,
          required: true,
        })),
      ),
  },
});
