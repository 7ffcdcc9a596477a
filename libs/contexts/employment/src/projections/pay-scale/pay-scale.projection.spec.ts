import { describe, it } from '@jest/globals';
import { foldSpec, givenId, type GivenEvent } from '@alongside/projections/testing';
import { payScaleIdOf } from '../../contracts.js';
import { payScaleProjection, type PayScaleRow } from './pay-scale.projection.js';

const payScaleId = payScaleIdOf('england', '2025/26');
const loaded: GivenEvent = {
  type: 'PayScaleLoaded',
  data: {
    effectiveOn: '2025-04-01',
    payScaleId,
    country: 'england',
    year: '2025/26',
    circular: 'AforC 1/2025',
    confirmed: false,
    bands: [],
  },
};
const confirmed: GivenEvent = {
  type: 'PayScaleConfirmed',
  data: { effectiveOn: '2025-04-01', payScaleId, circular: 'AforC 1/2025' },
};
const row: PayScaleRow = {
  pay_scale_id: payScaleId,
  country: 'england',
  year: '2025/26',
  holds_from: '2025-04-01',
  circular: 'AforC 1/2025',
  confirmed: false,
  bands: [],
};

describe('pay scales', () => {
  it('say whether anybody checked them', () => {
    foldSpec<PayScaleRow>(payScaleProjection).given(loaded).then(row);
    foldSpec<PayScaleRow>(payScaleProjection)
      .given(loaded, confirmed)
      .then({ ...row, confirmed: true });
  });
  it('need to be checked anew once corrected', () => {
    foldSpec<PayScaleRow>(payScaleProjection)
      .given(loaded, confirmed, { ...loaded, corrects: { eventId: givenId(0), reason: 'enteredInError' } })
      .then(row);
  });
});
