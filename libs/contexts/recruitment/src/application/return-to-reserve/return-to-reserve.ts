import { answerWith, type Commanding } from '@alongside/application';
import type { ReservationRefused } from '@alongside/employment/contracts';
import type { ProcessManager, Published } from '@alongside/projections';
import { application, placeLostBy } from '../../domain/index.js';

const name = 'return-to-reserve';

/** A confirmed applicant to whom the post could give no place goes back to the reserve list, without an end. */
export const returnToReserve = (commanding: Commanding): ProcessManager => ({
  name,
  on: {
    ReservationRefused: (event) =>
      answerWith(commanding, name, event, {
        area: 'recruitment',
        decider: application,
        ...placeLostBy(event as Published<ReservationRefused>),
      }),
  },
});
