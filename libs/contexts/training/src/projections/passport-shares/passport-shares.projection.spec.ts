import { describe, it } from '@jest/globals';
import { foldSpec } from '@alongside/projections/testing';
import { personId, receiver, shared, shareEnded } from '../../domain/testing/examples.js';
import { passportShares, type PassportShareRow } from './passport-shares.projection.js';

const { given } = foldSpec<PassportShareRow>(passportShares);
const row: PassportShareRow = {
  person_id: personId,
  with_organisation_id: receiver,
  shared_on: '2025-04-01',
  until: '2025-09-30',
  ended_on: null,
  how_ended: null,
};

describe('the shares of passports', () => {
  it('say with whom and until when', () => {
    given(shared([])).then(row);
  });
  it('say when one ended, and whether the person ended it', () => {
    given(shared([]), shareEnded([], '2025-05-01')).then({
      ...row,
      ended_on: '2025-05-01',
      how_ended: 'withdrawn',
    });
  });
  it('show a share that was begun anew', () => {
    given(shared([]), shareEnded([], '2025-05-01'), shared([], '2025-06-01', '2025-12-31')).then({
      ...row,
      shared_on: '2025-06-01',
      until: '2025-12-31',
    });
  });
});
