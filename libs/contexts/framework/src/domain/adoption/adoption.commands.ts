import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';
import type { ClauseRule } from '../../contracts.js';

interface Dated {
  readonly effectiveOn: CalendarDate;
}

export interface AdoptVersion extends Dated {
  readonly type: 'AdoptVersion';
  readonly adoptionId: Uuid;
  readonly frameworkId: Uuid;
  readonly organisationId: Uuid;
  /** Looked up. `inForceFrom` is null where the version was not ratified, `supersededOn` while it is in force. */
  readonly version: {
    readonly versionId: Uuid;
    readonly frameworkId: Uuid;
    readonly inForceFrom: CalendarDate | null;
    readonly supersededOn: CalendarDate | null;
  };
  /** Looked up: whether the organisation is a partner in the framework's locality. */
  readonly inLocality: boolean;
  readonly corrects?: Correction;
}

export interface EndAdoption extends Dated {
  readonly type: 'EndAdoption';
  readonly corrects?: Correction;
}

export interface ClauseDeviatedFrom {
  readonly versionId: Uuid;
  readonly clauseId: Uuid;
  readonly rule: ClauseRule;
}

export interface DeclareDeviation extends Dated {
  readonly type: 'DeclareDeviation';
  readonly deviationId: Uuid;
  /** Looked up: the clause as the version adopted on the day has it; null where it has none of that id. */
  readonly clause: ClauseDeviatedFrom | null;
  /** What the organisation follows instead. */
  readonly rule: ClauseRule;
  /** Published. */
  readonly reason: string;
  /** The last day. */
  readonly expiresOn: CalendarDate;
  readonly corrects?: Correction;
}

export interface WithdrawDeviation extends Dated {
  readonly type: 'WithdrawDeviation';
  readonly deviationId: Uuid;
}

export type AdoptionCommand = AdoptVersion | EndAdoption | DeclareDeviation | WithdrawDeviation;
