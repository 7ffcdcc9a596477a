import { uuid5, type Uuid } from '@alongside/kernel';
import type { Sector } from '@alongside/localities/contracts';

export interface Partner {
  readonly organisationId: Uuid;
  readonly name: string;
  readonly sector: Sector;
  readonly ods?: string;
  readonly localities: readonly LocalityName[];
  /** The share of a locality's peer workers that works here. */
  readonly weight: number;
  readonly teams: readonly string[];
}

export type LocalityName = 'Sussex' | 'Wessex';

export const localityIdOf = (name: LocalityName): Uuid => uuid5(`demonstration:locality:${name}`);

const nhs = (
  ods: string,
  name: string,
  sector: Sector,
  locality: LocalityName,
  weight: number,
  teams: readonly string[],
): Partner => ({
  organisationId: uuid5(`organisation:ods:${ods}`),
  name,
  sector,
  ods,
  localities: [locality],
  weight,
  teams,
});

const voluntary = (name: string, sector: Sector, weight: number, teams: readonly string[]): Partner => ({
  organisationId: uuid5(`organisation:name:${name}`),
  name,
  sector,
  localities: ['Sussex'],
  weight,
  teams,
});

/** RW1 before 1 October 2024, when it took its present name and absorbed R1C. */
export const RW1_FORMER_NAME = 'Southern Health NHS Foundation Trust';
export const RW1_NAME = 'Hampshire and Isle of Wight Healthcare NHS Foundation Trust';
export const MERGER_DAY = '2024-10-01';

const wards = [
  'Amber Ward',
  'Rowan Ward',
  'Crisis Resolution North',
  'Community Team East',
  'Community Team West',
  'Recovery College',
];

export const partners: readonly Partner[] = [
  nhs('RX2', 'Sussex Partnership NHS Foundation Trust', 'nhsTrust', 'Sussex', 9, wards),
  nhs('RDR', 'Sussex Community NHS Foundation Trust', 'nhsTrust', 'Sussex', 2, [
    'Community Wellbeing',
    'Neighbourhood Team',
  ]),
  nhs('RYR', 'University Hospitals Sussex NHS Foundation Trust', 'nhsTrust', 'Sussex', 1, [
    'Emergency Department Liaison',
  ]),
  nhs('RXC', 'East Sussex Healthcare NHS Trust', 'nhsTrust', 'Sussex', 1, ['Liaison Team']),
  nhs('QNX', 'NHS Sussex Integrated Care Board', 'integratedCareBoard', 'Sussex', 0, []),
  voluntary('CAPITAL Project Trust', 'userLed', 3, ['Inpatient Peer Support', 'Community Peer Support']),
  voluntary('Sussex Oakleaf', 'vcse', 2, ['Staying Well', 'Supported Living']),
  voluntary('Southdown', 'vcse', 2, ['Recovery Services']),
  voluntary('Mind in Brighton and Hove', 'vcse', 1, ['Peer Support Service']),
  nhs('RW1', RW1_FORMER_NAME, 'nhsTrust', 'Wessex', 6, [
    'Elmleigh',
    'Antelope House',
    'Community Team Southampton',
  ]),
  nhs('R1C', 'Solent NHS Trust', 'nhsTrust', 'Wessex', 2, ['Community Team Portsmouth']),
  nhs('RHM', 'University Hospital Southampton NHS Foundation Trust', 'nhsTrust', 'Wessex', 1, [
    'Psychological Medicine',
  ]),
  nhs('RHU', 'Portsmouth Hospitals University NHS Trust', 'nhsTrust', 'Wessex', 1, ['Mental Health Liaison']),
  nhs('QRL', 'NHS Hampshire and Isle of Wight Integrated Care Board', 'integratedCareBoard', 'Wessex', 0, []),
];

export const partnerByOds = (ods: string): Partner => partners.find((partner) => partner.ods === ods)!;

export const hostOf: Readonly<Record<LocalityName, Partner>> = {
  Sussex: partnerByOds('QNX'),
  Wessex: partnerByOds('QRL'),
};
