import type { CalendarDate, Correction, Uuid } from '@alongside/kernel';

/** What the handler found out about an organisation; null where there is none by that id. */
export interface OrganisationFound {
  readonly registeredOn: CalendarDate;
  readonly closedOn: CalendarDate | null;
}

export interface EstablishLocality {
  readonly type: 'EstablishLocality';
  readonly localityId: Uuid;
  readonly name: string;
  readonly hostOrganisationId: Uuid;
  readonly host: OrganisationFound | null;
  readonly effectiveOn: CalendarDate;
  /** Names the establishing event that this one puts right. */
  readonly corrects?: Correction;
}

export interface NameLocalityHost {
  readonly type: 'NameLocalityHost';
  readonly hostOrganisationId: Uuid;
  readonly host: OrganisationFound | null;
  readonly effectiveOn: CalendarDate;
  readonly corrects?: Correction;
}

export type LocalityCommand = EstablishLocality | NameLocalityHost;
