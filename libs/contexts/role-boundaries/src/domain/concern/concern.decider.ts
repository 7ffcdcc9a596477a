import {
  reject,
  type CalendarDate,
  type Decider,
  type Fact,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import type {
  ConcernEvent,
  ConcernRaised,
  ConcernResolved,
  ConcernShared,
  OfConcern,
} from '../../contracts.js';
import type { ConcernCommand, RaiseConcern, ResolveConcern, ShareConcern } from './concern.commands.js';
import type { ConcernRefusal } from './concern.refusals.js';

export interface Concern {
  readonly status: 'Raised' | 'Resolved';
  readonly of: Omit<OfConcern, 'effectiveOn'>;
  readonly raisedOn: CalendarDate;
  readonly raisedBy: Uuid;
  readonly visibleTo: readonly Uuid[];
}
export type ConcernState = { readonly status: 'None' } | Concern;

type Decision<Event = ConcernEvent> = readonly Event[] | Rejected<ConcernRefusal>;

const decide = (command: ConcernCommand, state: ConcernState): Decision => {
  if (state.status === 'None')
    return command.type === 'RaiseConcern' ? raise(command) : reject('ConcernNotRaised');
  if (command.type === 'RaiseConcern') return reject('ConcernExists');
  if (state.status === 'Resolved') return reject('ConcernResolved');
  if (command.effectiveOn < state.raisedOn) return reject('BeforeRaised', { raisedOn: state.raisedOn });
  return command.type === 'ShareConcern' ? share(command, state) : resolve(command, state);
};

const raise = ({
  of,
  raisedBy,
  task,
  text,
  visibleTo,
  effectiveOn,
}: RaiseConcern): Decision<ConcernRaised> => {
  const others = [...new Set(visibleTo)].filter((person) => person !== raisedBy);
  if (others.length === 0) return reject('NobodyToSee');
  return [{ type: 'ConcernRaised', data: { ...of, effectiveOn, raisedBy, task, text, visibleTo: others } }];
};

const share = (command: ShareConcern, { of, raisedBy, visibleTo }: Concern): Decision<ConcernShared> => {
  if (command.by !== raisedBy) return reject('NotTheRaiser');
  const others = [...new Set(command.with)].filter(
    (person) => person !== raisedBy && !visibleTo.includes(person),
  );
  if (others.length === 0) return [];
  return [{ type: 'ConcernShared', data: { ...of, effectiveOn: command.effectiveOn, with: others } }];
};

const resolve = (
  { resolvedBy, outcome, effectiveOn }: ResolveConcern,
  { of, raisedBy, visibleTo }: Concern,
): Decision<ConcernResolved> => {
  if (resolvedBy !== raisedBy && !visibleTo.includes(resolvedBy)) return reject('NotVisible');
  return [{ type: 'ConcernResolved', data: { ...of, effectiveOn, resolvedBy, outcome } }];
};

const evolve = (state: ConcernState, fact: Fact<ConcernEvent>): ConcernState => {
  if (fact.type === 'ConcernRaised') return state.status === 'None' ? raised(fact) : state;
  if (state.status === 'None') return state;
  switch (fact.type) {
    case 'ConcernShared':
      return { ...state, visibleTo: [...state.visibleTo, ...fact.data.with] };
    case 'ConcernResolved':
      return { ...state, status: 'Resolved' };
    default:
      return fact satisfies never;
  }
};

const raised = ({ data }: Fact<ConcernRaised>): Concern => {
  const { concernId, engagementId, personId, organisationId, localityId } = data;
  return {
    status: 'Raised',
    of: { concernId, engagementId, personId, organisationId, localityId },
    raisedOn: data.effectiveOn,
    raisedBy: data.raisedBy,
    visibleTo: data.visibleTo,
  };
};

/** A concern about an engagement. Whoever raises it says who may see it, and nobody else can widen that. */
export const concern: Decider<ConcernCommand, ConcernState, ConcernEvent, ConcernRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve,
};
