import type { CalendarDate, Fact, Timeline, Uuid } from '@alongside/kernel';
import type { AdoptionEvent, DeviationDeclared } from '../../contracts.js';
import type { Adoption, Deviation } from '../clause/clause.applicable.js';

type Declared = Omit<Deviation, 'withdrawnOn'> & { readonly eventId: Uuid };

export interface Adopting {
  readonly status: 'Adopting';
  readonly adoptionId: Uuid;
  readonly frameworkId: Uuid;
  readonly organisationId: Uuid;
  /** What was adopted from when, in that order; null from when nothing is. */
  readonly adoptions: readonly {
    readonly eventId: Uuid;
    readonly from: CalendarDate;
    readonly value: Uuid | null;
  }[];
  readonly declared: readonly Declared[];
  readonly withdrawn: readonly { readonly deviationId: Uuid; readonly on: CalendarDate }[];
}

export type AdoptionState = { readonly status: 'None' } | Adopting;

export const versionsOf = ({ adoptions }: Pick<Adopting, 'adoptions'>): Timeline<Uuid | null> =>
  adoptions.map(({ from, value }) => ({ from, value }));

export const deviationsOf = ({ declared, withdrawn }: Adopting): readonly Deviation[] =>
  declared.map(({ eventId: _, ...deviation }) => ({
    ...deviation,
    withdrawnOn: withdrawn.find(({ deviationId }) => deviationId === deviation.deviationId)?.on ?? null,
  }));

/** The adoption as the question of applicable clauses needs it. */
export const adoptionOf = (state: Adopting): Adoption => ({
  frameworkId: state.frameworkId,
  organisationId: state.organisationId,
  versions: versionsOf(state),
  deviations: deviationsOf(state),
});

const declaredBy = ({ id, data }: Fact<DeviationDeclared>): Declared => ({
  eventId: id,
  deviationId: data.deviationId,
  versionId: data.versionId,
  clauseId: data.clauseId,
  reason: data.reason,
  rule: data.rule,
  direction: data.direction,
  from: data.effectiveOn,
  expiresOn: data.expiresOn,
});

export const evolveAdoption = (before: AdoptionState, fact: Fact<AdoptionEvent>): AdoptionState => {
  const { adoptionId, frameworkId, organisationId, effectiveOn } = fact.data;
  const state: Adopting =
    before.status === 'Adopting'
      ? before
      : {
          status: 'Adopting',
          adoptionId,
          frameworkId,
          organisationId,
          adoptions: [],
          declared: [],
          withdrawn: [],
        };
  switch (fact.type) {
    case 'VersionAdopted':
    case 'AdoptionEnded': {
      const value = fact.type === 'VersionAdopted' ? fact.data.versionId : null;
      return { ...state, adoptions: [...state.adoptions, { eventId: fact.id, from: effectiveOn, value }] };
    }
    case 'DeviationDeclared':
      return { ...state, declared: [...state.declared, declaredBy(fact)] };
    case 'DeviationWithdrawn':
      return {
        ...state,
        withdrawn: [...state.withdrawn, { deviationId: fact.data.deviationId, on: effectiveOn }],
      };
    default:
      return fact satisfies never;
  }
};
