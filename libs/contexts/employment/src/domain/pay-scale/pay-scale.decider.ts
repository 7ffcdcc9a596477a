import {
  reject,
  type Correction,
  type Decider,
  type Fact,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import type { BandPay, PayScaleConfirmed, PayScaleEvent, PayScaleLoaded } from '../../contracts.js';
import type { ConfirmPayScale, PayScaleCommand, PayTable } from './pay-scale.commands.js';
import type { PayScaleRefusal } from './pay-scale.refusals.js';
import { faultOf } from './pay-table.js';

export type LoadedPayScale = PayTable & {
  readonly status: 'Loaded';
  readonly payScaleId: Uuid;
  /** The event that a correction names. */
  readonly loadedBy: Uuid;
};
export type PayScaleState = { readonly status: 'None' } | LoadedPayScale;

type Decision<Event = PayScaleEvent> = readonly Event[] | Rejected<PayScaleRefusal>;

const decide = (command: PayScaleCommand, state: PayScaleState): Decision => {
  if (command.type === 'LoadPayScale' && state.status === 'None') return load(command.payScaleId, command);
  if (state.status === 'None') return reject('PayScaleNotLoaded');
  if (command.type === 'ConfirmPayScale') return confirm(command, state);
  if (isSame(command, state)) return [];
  if (command.country !== state.country || command.year !== state.year) return reject('OtherPayScale');
  if (command.type === 'LoadPayScale' && state.confirmed) return reject('PayScaleConfirmed');
  const reason = command.type === 'CorrectPayScale' ? command.reason : 'enteredInError';
  return load(state.payScaleId, command, { eventId: state.loadedBy, reason });
};

const load = (payScaleId: Uuid, table: PayTable, corrects?: Correction): Decision<PayScaleLoaded> => {
  const fault = faultOf(table);
  if (fault) return reject(fault);
  const { year, country, circular, confirmed, bands } = table;
  const data = { effectiveOn: beginningOf(year), payScaleId, country, year, circular, confirmed, bands };
  return [{ type: 'PayScaleLoaded', data, ...(corrects ? { corrects } : {}) }];
};

const beginningOf = (year: string): string => `${year.slice(0, 4)}-04-01`;

const confirm = ({ circular }: ConfirmPayScale, state: LoadedPayScale): Decision<PayScaleConfirmed> => {
  if (circular !== state.circular) return reject('CircularDiffers', { circular: state.circular });
  if (state.confirmed) return [];
  const data = { effectiveOn: beginningOf(state.year), payScaleId: state.payScaleId, circular };
  return [{ type: 'PayScaleConfirmed', data }];
};

const isSame = (one: PayTable, other: PayTable): boolean => textOf(one) === textOf(other);

const textOf = ({ country, year, circular, confirmed, bands }: PayTable): string =>
  JSON.stringify([country, year, circular, confirmed, bands.map(textsOf)]);

const textsOf = ({ band, points }: BandPay) => [
  band,
  points.map(({ stepPoint, annualPence, yearsAtPoint }) => [stepPoint, annualPence, yearsAtPoint]),
];

const evolve = (state: PayScaleState, fact: Fact<PayScaleEvent>): PayScaleState => {
  switch (fact.type) {
    case 'PayScaleLoaded': {
      const { payScaleId, country, year, circular, confirmed, bands } = fact.data;
      return { status: 'Loaded', payScaleId, loadedBy: fact.id, country, year, circular, confirmed, bands };
    }
    case 'PayScaleConfirmed':
      // Figures that a later correction replaced were confirmed, those that replaced them were not.
      return state.status === 'None' ? state : { ...state, confirmed: true };
    default:
      return fact satisfies never;
  }
};

/** Pay of a country in a year. Figures are data with a source; what is not confirmed says so. */
export const payScale: Decider<PayScaleCommand, PayScaleState, PayScaleEvent, PayScaleRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve,
};
