import { describe, it } from '@jest/globals';
import { foldSpec } from '@alongside/projections/testing';
import {
  approved,
  breakGlassId,
  ended,
  leadId,
  openedId,
  operatorId,
  refused,
  requested,
} from '../../domain/testing/break-glass.examples.js';
import { breakGlasses, type BreakGlassRow } from './break-glasses.projection.js';

const spec = foldSpec<BreakGlassRow>(breakGlasses);
const row: BreakGlassRow = {
  break_glass_id: breakGlassId,
  requested_by: operatorId,
  organisation_id: requested().data.organisationId,
  person_id: openedId,
  classes: ['C2', 'C3'],
  reason: 'A safeguarding alert that nobody else can answer.',
  hours: 4,
  status: 'requested',
  requested_at: '2025-01-01T09:00:00.000Z',
  decided_by: null,
  from_at: null,
  until_at: null,
};
const open: BreakGlassRow = {
  ...row,
  status: 'approved',
  decided_by: leadId,
  from_at: '2025-01-01T10:00:00.000Z',
  until_at: '2025-01-01T14:00:00.000Z',
};

describe('a break-glass as it is shown', () => {
  it('opens nothing when it is asked for', () => {
    spec.given(requested()).then(row);
    spec.given(requested({ personId: null })).then({ ...row, person_id: null });
  });
  it('is open from the approval for its hours', () => {
    spec.given(requested(), approved()).then(open);
  });
  it('says who refused it, and that nothing was opened', () => {
    spec.given(requested(), refused()).then({ ...row, status: 'refused', decided_by: leadId });
  });
  it('closes when it is ended, and keeps who approved it', () => {
    spec
      .given(requested(), approved(), ended())
      .then({ ...open, status: 'ended', until_at: '2025-01-01T11:00:00.000Z' });
  });
  it('has no reason where that has been erased', () => {
    spec
      .given(requested({ reason: { erased: true, at: '2030-01-01T00:00:00.000Z' } }))
      .then({ ...row, reason: null });
  });
});
