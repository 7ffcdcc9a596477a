import { disclosed, type Uuid } from '@alongside/kernel';
import { factColumns, type FactColumns, projection, recorded } from '@alongside/projections';
import type { Band, EquivalentBandDeclared, PostBanded } from '../../contracts.js';

/** What a post was worth from when, as learnt when. */
export interface PostBandingRow extends FactColumns {
  readonly post_id: Uuid;
  /** `equivalent` is a declaration of the employer, `banded` the outcome of a job evaluation. */
  readonly basis: 'banded' | 'equivalent';
  readonly band: Band;
  /** Reference of the job evaluation; null for an equivalent. */
  readonly evaluation: string | null;
  readonly correction_note: string | null;
  readonly employing_organisation_id: Uuid;
  readonly host_organisation_id: Uuid;
}

export const postBandingProjection = projection<PostBandingRow, PostBanded | EquivalentBandDeclared>({
  name: 'post-banding',
  version: 1,
  table: 'employment.post_banding',
  columns: {
    ...factColumns,
    post_id: 'uuid',
    basis: 'text',
    band: 'text',
    evaluation: 'text',
    correction_note: 'text',
    employing_organisation_id: 'uuid',
    host_organisation_id: 'uuid',
  },
  key: ['event_id'],
  access: {
    class: 'C2',
    counted: true,
    organisations: ['employing_organisation_id', 'host_organisation_id'],
  },
  on: {
    PostBanded: (event) =>
      recorded<PostBandingRow>(event, {
        post_id: event.data.postId,
        basis: 'banded',
        band: event.data.band,
        evaluation: event.data.evaluation,
        correction_note:
          event.data.correctionNote === undefined ? null : (disclosed(event.data.correctionNote) ?? null),
        employing_organisation_id: event.data.employingOrganisationId,
        host_organisation_id: event.data.hostOrganisationId,
      }),
    EquivalentBandDeclared: (event) =>
      recorded<PostBandingRow>(event, {
        post_id: event.data.postId,
        basis: 'equivalent',
        band: event.data.band,
        evaluation: null,
        correction_note: null,
        employing_organisation_id: event.data.employingOrganisationId,
        host_organisation_id: event.data.hostOrganisationId,
      }),
  },
});
