import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';
import type { OrganisationFound } from '../locality/locality.commands.js';
import type { ReadinessCommand } from '../readiness/readiness.commands.js';

/** `corrects` names the event of the same kind that the new one stands in for. */
interface Correctable {
  readonly effectiveOn: CalendarDate;
  readonly corrects?: Correction;
}

export interface FormTeam extends Correctable {
  readonly type: 'FormTeam';
  readonly teamId: Uuid;
  readonly organisationId: Uuid;
  readonly name: string;
  /** As the framework names settings. */
  readonly setting: string;
  /** As looked up; null where no organisation is registered under the id. */
  readonly organisation: OrganisationFound | null;
}

export interface RenameTeam extends Correctable {
  readonly type: 'RenameTeam';
  readonly name: string;
}

export interface NameTeamSetting extends Correctable {
  readonly type: 'NameTeamSetting';
  readonly setting: string;
}

export interface DisbandTeam {
  readonly type: 'DisbandTeam';
  /** The first day on which there is no such team. */
  readonly effectiveOn: CalendarDate;
}

/** The disbanding was recorded in error. */
export interface ReinstateTeam {
  readonly type: 'ReinstateTeam';
  readonly corrects: Correction;
}

export type TeamCommand =
  FormTeam | RenameTeam | NameTeamSetting | DisbandTeam | ReinstateTeam | ReadinessCommand;
