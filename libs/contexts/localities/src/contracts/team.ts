import type { CalendarDate, DomainEvent, Uuid } from '@alongside/kernel';

export const teamStream = (teamId: Uuid): string => `team-${teamId}`;

/** Of which team a fact speaks, and whose it is. */
interface OfTeam {
  readonly teamId: Uuid;
  readonly organisationId: Uuid;
  readonly effectiveOn: CalendarDate;
}

/** A team of an organisation, from `effectiveOn`. The name is the organisation's own word for it, and names nobody. */
export type TeamFormed = DomainEvent<
  'TeamFormed',
  OfTeam & {
    readonly name: string;
    /** Where it works, as the framework names settings. */
    readonly setting: string;
  }
>;

export type TeamRenamed = DomainEvent<'TeamRenamed', OfTeam & { readonly name: string }>;

/** The team works in this setting from `effectiveOn`. */
export type TeamSettingNamed = DomainEvent<'TeamSettingNamed', OfTeam & { readonly setting: string }>;

/** The first day on which there is no such team. */
export type TeamDisbanded = DomainEvent<'TeamDisbanded', OfTeam>;

/** The disbanding that `corrects` names never was. */
export type TeamReinstated = DomainEvent<'TeamReinstated', OfTeam>;

export type TeamEvent = TeamFormed | TeamRenamed | TeamSettingNamed | TeamDisbanded | TeamReinstated;
