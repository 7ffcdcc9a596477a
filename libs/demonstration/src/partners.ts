import { uuid5, type Uuid } from '@alongside/kernel';
import type { Setting } from '@alongside/framework/contracts';
import type { Sector } from '@alongside/localities/contracts';

/** A team of a partner, from the partner's first day on. */
export interface StoryTeam {
  readonly teamId: Uuid;
  readonly name: string;
  readonly setting: Setting;
}

export interface Partner {
  readonly organisationId: Uuid;
  readonly name: string;
  readonly sector: Sector;
  readonly ods?: string;
  readonly localities: readonly LocalityName[];
  /** The share of a locality's peer workers that works here. */
  readonly weight: number;
  readonly teams: readonly StoryTeam[];
}

export type LocalityName = 'Sussex' | 'Wessex';

export const localityIdOf = (name: LocalityName): Uuid => uuid5(`demonstration:locality:${name}`);

type Teams = readonly (readonly [name: string, setting: Setting])[];

const teamsOf = (partner: string, teams: Teams): readonly StoryTeam[] =>
  teams.map(([name, setting]) => ({
    teamId: uuid5(`demonstration:team:${partner}:${name}`),
    name,
    setting,
  }));

const nhs = (
  ods: string,
  name: string,
  sector: Sector,
  locality: LocalityName,
  weight: number,
  teams: Teams,
): Partner => ({
  organisationId: uuid5(`organisation:ods:${ods}`),
  name,
  sector,
  ods,
  localities: [locality],
  weight,
  teams: teamsOf(ods, teams),
});

const voluntary = (name: string, sector: Sector, weight: number, teams: Teams): Partner => ({
  organisationId: uuid5(`organisation:name:${name}`),
  name,
  sector,
  localities: ['Sussex'],
  weight,
  teams: teamsOf(name, teams),
});

/** When every organisation and locality of the story began. */
export const FOUNDED = '2015-04-01';

/** RW1 before 1 October 2024, when it took its present name and absorbed R1C. */
export const RW1_FORMER_NAME = 'Southern Health NHS Foundation Trust';
export const RW1_NAME = 'Hampshire and Isle of Wight Healthcare NHS Foundation Trust';
export const MERGER_DAY = '2024-10-01';

const ofSussexPartnership: Teams = [
  ['Amber Ward', 'inpatientWard'],
  ['Rowan Ward', 'inpatientWard'],
  ['Crisis Resolution North', 'crisisService'],
  ['Community Team East', 'communityTeam'],
  ['Community Team West', 'communityTeam'],
  ['Recovery College', 'recoveryCollege'],
];

export const partners: readonly Partner[] = [
  nhs('RX2', 'Sussex Partnership NHS Foundation Trust', 'nhsTrust', 'Sussex', 9, ofSussexPartnership),
  nhs('RDR', 'Sussex Community NHS Foundation Trust', 'nhsTrust', 'Sussex', 2, [
    ['Community Wellbeing', 'communityTeam'],
    ['Neighbourhood Team', 'communityTeam'],
  ]),
  nhs('RYR', 'University Hospitals Sussex NHS Foundation Trust', 'nhsTrust', 'Sussex', 1, [
    ['Emergency Department Liaison', 'emergencyDepartment'],
  ]),
  nhs('RXC', 'East Sussex Healthcare NHS Trust', 'nhsTrust', 'Sussex', 1, [
    ['Liaison Team', 'emergencyDepartment'],
  ]),
  nhs('QNX', 'NHS Sussex Integrated Care Board', 'integratedCareBoard', 'Sussex', 0, []),
  voluntary('CAPITAL Project Trust', 'userLed', 3, [
    ['Inpatient Peer Support', 'inpatientWard'],
    ['Community Peer Support', 'voluntarySectorService'],
  ]),
  voluntary('Sussex Oakleaf', 'vcse', 2, [
    ['Staying Well', 'crisisService'],
    ['Supported Living', 'personsHome'],
  ]),
  voluntary('Southdown', 'vcse', 2, [['Recovery Services', 'voluntarySectorService']]),
  voluntary('Mind in Brighton and Hove', 'vcse', 1, [['Peer Support Service', 'voluntarySectorService']]),
  nhs('RW1', RW1_FORMER_NAME, 'nhsTrust', 'Wessex', 6, [
    ['Elmleigh', 'inpatientWard'],
    ['Antelope House', 'inpatientWard'],
    ['Community Team Southampton', 'communityTeam'],
  ]),
  nhs('R1C', 'Solent NHS Trust', 'nhsTrust', 'Wessex', 2, [['Community Team Portsmouth', 'communityTeam']]),
  nhs('RHM', 'University Hospital Southampton NHS Foundation Trust', 'nhsTrust', 'Wessex', 1, [
    ['Psychological Medicine', 'emergencyDepartment'],
  ]),
  nhs('RHU', 'Portsmouth Hospitals University NHS Trust', 'nhsTrust', 'Wessex', 1, [
    ['Mental Health Liaison', 'emergencyDepartment'],
  ]),
  nhs('QRL', 'NHS Hampshire and Isle of Wight Integrated Care Board', 'integratedCareBoard', 'Wessex', 0, []),
];

export const partnerByOds = (ods: string): Partner => partners.find((partner) => partner.ods === ods)!;

export const hostOf: Readonly<Record<LocalityName, Partner>> = {
  Sussex: partnerByOds('QNX'),
  Wessex: partnerByOds('QRL'),
};
