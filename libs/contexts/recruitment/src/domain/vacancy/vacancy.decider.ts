import {
  reject,
  type CalendarDate,
  type Decider,
  type Fact,
  type Rejected,
  type Uuid,
} from '@alongside/kernel';
import type { ReadinessOnOpening } from '../../contracts.js';
import type {
  CloseVacancy,
  ExtendVacancy,
  OpenVacancy,
  ReadinessItem,
  VacancyCommand,
} from './vacancy.commands.js';
import type { VacancyEvent } from './vacancy.events.js';
import type { VacancyRefusal } from './vacancy.refusals.js';

interface VacancyRef {
  readonly vacancyId: Uuid;
  readonly organisationId: Uuid;
  readonly localityId: Uuid;
  readonly postId: Uuid;
}

export type VacancyState =
  | { readonly status: 'None' }
  | (VacancyRef & {
      readonly status: 'Open' | 'Closed';
      /** Day of the last thing that happened to it. */
      readonly lastOn: CalendarDate;
      readonly closesOn: CalendarDate | null;
    });

type Decision = readonly VacancyEvent[] | Rejected<VacancyRefusal>;
type Refusal = Rejected<VacancyRefusal> | undefined;
type Policy = (command: OpenVacancy) => Refusal;

const stagesAreInOrder: Policy = ({ stages }) => {
  if (stages.length === 0) return reject('StagesMissing');
  const ids = new Set(stages.map(({ id }) => id));
  if (ids.size < stages.length) return reject('StageRepeated');
  return stages.slice(0, -1).some(({ kind }) => kind === 'decision') ? reject('DecisionNotLast') : undefined;
};

const closesAfterItOpens: Policy = ({ closesOn, effectiveOn }) =>
  closesOn !== null && closesOn < effectiveOn ? reject('ClosesBeforeItOpens') : undefined;

const teamIsThere: Policy = ({ missingTeam }) =>
  missingTeam === null ? undefined : reject('TeamNotThere', { teamId: missingTeam });

const organisationAndTeamAreReady: Policy = ({ readiness }) => {
  const items = readiness.flatMap(({ status, ...item }) => (status === 'neither' ? [item] : []));
  return items.length === 0 ? undefined : reject('NotReady', { items });
};

const postHasRoom: Policy = ({ post, organisationId, places }) => {
  if (post.organisationId !== organisationId) return reject('PostOfAnotherOrganisation');
  if (!post.open) return reject('PostNotOpen');
  if (!Number.isInteger(places) || places < 1) return reject('NoPlaceOffered');
  if (post.placesLeft < 1) return reject('NoPlaceLeft');
  return places > post.placesLeft ? reject('MorePlacesThanLeft', { placesLeft: post.placesLeft }) : undefined;
};

const openingPolicies: readonly Policy[] = [
  stagesAreInOrder,
  closesAfterItOpens,
  teamIsThere,
  organisationAndTeamAreReady,
  postHasRoom,
];

const held = ({ clauseId, title, status, teamId }: ReadinessItem): readonly ReadinessOnOpening[] =>
  status === 'neither' ? [] : [{ clauseId, title, status, ...(teamId ? { teamId } : {}) }];

const open = (command: OpenVacancy, state: VacancyState): Decision => {
  if (state.status !== 'None') return reject('AlreadyOpened');
  const refusal = openingPolicies.map((policy) => policy(command)).find((outcome) => outcome !== undefined);
  if (refusal) return refusal;
  const { vacancyId, organisationId, localityId, postId, title, effectiveOn } = command;
  const { engagementKind, roleFamily, places, stages, closesOn, readiness } = command;
  return [
    {
      type: 'VacancyOpened',
      data: {
        vacancyId,
        organisationId,
        localityId,
        postId,
        title,
        engagementKind,
        roleFamily,
        places,
        stages,
        closesOn,
        readiness: readiness.flatMap(held),
        effectiveOn,
      },
    },
  ];
};

const extend = ({ effectiveOn, closesOn }: ExtendVacancy, state: VacancyState): Decision => {
  if (state.status !== 'Open') return reject('VacancyNotOpen');
  if (effectiveOn < state.lastOn) return reject('BeforeLastStep');
  if (closesOn === state.closesOn) return [];
  const later = state.closesOn !== null && (closesOn === null || closesOn > state.closesOn);
  if (!later || (closesOn !== null && closesOn < effectiveOn)) return reject('NotAnExtension');
  return [{ type: 'VacancyExtended', data: { vacancyId: state.vacancyId, effectiveOn, closesOn } }];
};

const close = ({ effectiveOn, reason }: CloseVacancy, state: VacancyState): Decision => {
  if (state.status !== 'Open') return reject('VacancyNotOpen');
  if (effectiveOn < state.lastOn) return reject('BeforeLastStep');
  const { vacancyId, organisationId, localityId, postId } = state;
  return [
    { type: 'VacancyClosed', data: { vacancyId, organisationId, localityId, postId, effectiveOn, reason } },
  ];
};

const decide = (command: VacancyCommand, state: VacancyState): Decision => {
  switch (command.type) {
    case 'OpenVacancy':
      return open(command, state);
    case 'ExtendVacancy':
      return extend(command, state);
    case 'CloseVacancy':
      return close(command, state);
    default:
      return command satisfies never;
  }
};

const evolve = (state: VacancyState, { type, data }: Fact<VacancyEvent>): VacancyState => {
  if (type === 'VacancyOpened') {
    const { vacancyId, organisationId, localityId, postId, effectiveOn: lastOn, closesOn } = data;
    return { status: 'Open', vacancyId, organisationId, localityId, postId, lastOn, closesOn };
  }
  if (state.status === 'None') return state;
  switch (type) {
    case 'VacancyExtended':
      return { ...state, closesOn: data.closesOn, lastOn: data.effectiveOn };
    case 'VacancyClosed':
      return { ...state, status: 'Closed', lastOn: data.effectiveOn };
    default:
      return data satisfies never;
  }
};

/** A vacancy opens once, for a post with room, where organisation and team are ready for peers; it closes once. */
export const vacancy: Decider<VacancyCommand, VacancyState, VacancyEvent, VacancyRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve,
};
