import { reject, timeline, type CalendarDate, type Fact, type Rejected, type Uuid } from '@alongside/kernel';
import type { TeamEvent as TeamFact } from '../../contracts.js';
import { readinessAfter, type Readiness, type ReadinessEvent } from '../readiness/readiness.state.js';
import { saying, type Said } from '../said.js';
import type { TeamRefusal } from './team.refusals.js';

export type TeamEvent = TeamFact | ReadinessEvent;

/** When something began or ended, with the event that said so. */
interface Noted {
  readonly eventId: Uuid;
  readonly on: CalendarDate;
}

/** One shape whatever the order of facts, since a correction comes after what was true on the same day. */
export interface TeamState {
  readonly formation: (Noted & { readonly teamId: Uuid; readonly organisationId: Uuid }) | null;
  readonly disbanding: Noted | null;
  readonly names: readonly Said<string>[];
  readonly settings: readonly Said<string>[];
  readonly readiness: Readiness;
}

export const unformed: TeamState = {
  formation: null,
  disbanding: null,
  names: [],
  settings: [],
  readiness: {},
};

export const evolve = (state: TeamState, fact: Fact<TeamEvent>): TeamState => {
  const { effectiveOn } = fact.data;
  switch (fact.type) {
    case 'TeamFormed': {
      const { teamId, organisationId, name, setting } = fact.data;
      return {
        ...state,
        formation: { eventId: fact.id, on: effectiveOn, teamId, organisationId },
        names: saying(state.names, fact, name),
        settings: saying(state.settings, fact, setting),
      };
    }
    case 'TeamRenamed':
      return { ...state, names: saying(state.names, fact, fact.data.name) };
    case 'TeamSettingNamed':
      return { ...state, settings: saying(state.settings, fact, fact.data.setting) };
    case 'TeamDisbanded':
      return { ...state, disbanding: { eventId: fact.id, on: effectiveOn } };
    case 'TeamReinstated':
      return state;
    case 'ReadinessItemMet':
    case 'ReadinessItemWaived':
    case 'ReadinessItemLapsed':
      return { ...state, readiness: readinessAfter(state.readiness, fact) };
    default:
      return fact satisfies never;
  }
};

/** Why nothing can be recorded of the team on a day; undefined where it was there. */
export const notThereOn = (
  { formation, disbanding }: TeamState,
  day: CalendarDate,
): Rejected<TeamRefusal> | undefined => {
  if (!formation) return reject('TeamNotFormed');
  if (day < formation.on) return reject('BeforeTeamFormed', { formedOn: formation.on });
  if (disbanding && disbanding.on <= day) return reject('TeamDisbanded', { disbandedOn: disbanding.on });
  return undefined;
};

/** What the team is called and where it works on a day; undefined where there is no such team then. */
export const teamOn = (
  state: TeamState,
  day: CalendarDate,
): { readonly name: string; readonly setting: string } | undefined => {
  const name = timeline.valueOn(state.names, day);
  const setting = timeline.valueOn(state.settings, day);
  return notThereOn(state, day) || name === undefined || setting === undefined
    ? undefined
    : { name, setting };
};
