import { beforeEach, describe, expect, it } from '@jest/globals';
import { fold, isRejected, uuid5, type Uuid } from '@alongside/kernel';
import type { AnyProjection } from '@alongside/projections';
import { rowsAfter, type GivenEvent } from '@alongside/projections/testing';
import { organisationStream } from '../contracts.js';
import { organisation, type OrganisationCommand, type OrganisationEvent } from '../domain/index.js';
import { localityMemberships } from './locality-memberships/locality-memberships.projection.js';
import { organisationIdentifiers } from './organisation-identifiers/organisation-identifiers.projection.js';
import {
  organisationNames,
  type OrganisationNameRow,
} from './organisation-names/organisation-names.projection.js';
import { organisations, type OrganisationRow } from './organisations/organisations.projection.js';

const [southern, solent, wessex] = [uuid5('RW1'), uuid5('R1C'), uuid5('Wessex')];
const [registeredOn, mergerDay] = ['2011-04-01', '2024-10-01'];
const NEW_NAME = 'Hampshire and Isle of Wight Healthcare NHS Foundation Trust';

/** What the deciders record, as the projections are given it. */
class Log {
  readonly events: (GivenEvent & OrganisationEvent & { id: Uuid; recordedAt: string })[] = [];

  record(organisationId: Uuid, ...commands: readonly OrganisationCommand[]): void {
    const stream = organisationStream(organisationId);
    for (const command of commands) {
      const state = fold(
        organisation,
        this.events.filter((event) => event.stream === stream),
      );
      const decided = organisation.decide(command, state);
      if (isRejected(decided)) throw new Error(decided.rejected);
      for (const event of decided) {
        const id = uuid5(`event ${this.events.length}`);
        this.events.push({ ...event, id, recordedAt: '2024-10-02T09:00:00.000Z', stream });
      }
    }
  }

  rows<Row extends object>(projection: AnyProjection): readonly Row[] {
    return rowsAfter<Row>(projection, this.events);
  }
}

const beginnings = (organisationId: Uuid, name: string, ods: string): readonly OrganisationCommand[] => [
  { type: 'RegisterOrganisation', organisationId, name, sector: 'nhsTrust', effectiveOn: registeredOn },
  {
    type: 'AssignIdentifier',
    system: 'ods',
    value: ods,
    until: null,
    heldByOthers: [],
    effectiveOn: registeredOn,
  },
  {
    type: 'JoinLocality',
    localityId: wessex,
    localityEstablishedOn: '2023-01-01',
    effectiveOn: '2023-01-01',
  },
];

describe('RW1 takes a new name and absorbs R1C on one day', () => {
  let log: Log;
  beforeEach(() => {
    log = new Log();
    log.record(southern, ...beginnings(southern, 'Southern Health NHS Foundation Trust', 'RW1'));
    log.record(solent, ...beginnings(solent, 'Solent NHS Trust', 'R1C'));
    log.record(southern, { type: 'RenameOrganisation', name: NEW_NAME, effectiveOn: mergerDay });
    log.record(
      solent,
      {
        type: 'MergeOrganisation',
        into: { organisationId: southern, registeredOn, closedOn: null, mergesInto: [] },
        hostOf: [],
        effectiveOn: mergerDay,
      },
      { type: 'EndIdentifier', system: 'ods', value: 'R1C', effectiveOn: mergerDay },
    );
  });

  it('leaves one open organisation under its old code and its new name', () => {
    const rows = log.rows<OrganisationRow>(organisations);
    expect(rows.find(({ organisation_id }) => organisation_id === southern)).toMatchObject({
      name: NEW_NAME,
      ods_code: 'RW1',
      closed_on: null,
      locality_ids: [wessex],
    });
  });
  it('closes the other, which names its successor and can still be found by its code', () => {
    const rows = log.rows<OrganisationRow>(organisations);
    expect(rows.find(({ organisation_id }) => organisation_id === solent)).toMatchObject({
      name: 'Solent NHS Trust',
      ods_code: 'R1C',
      closed_on: mergerDay,
      merged_into: southern,
      locality_ids: [],
    });
  });
  it('answers which name was borne on the eve and on the day', () => {
    const borneOn = (day: string) =>
      log
        .rows<OrganisationNameRow>(organisationNames)
        .filter((row) => row.organisation_id === southern && row.effective_on <= day)
        .toSorted((a, b) => (a.effective_on < b.effective_on ? -1 : 1))
        .at(-1)?.name;
    expect([borneOn('2024-09-30'), borneOn('2024-10-01')]).toEqual([
      'Southern Health NHS Foundation Trust',
      NEW_NAME,
    ]);
  });
  it('ends the stay and the code of the absorbed one on that day, and neither of the other', () => {
    type Ending = { organisation_id: Uuid; to_on: string | null };
    for (const projection of [localityMemberships, organisationIdentifiers]) {
      const rows = log.rows<Ending>(projection);
      expect(new Map(rows.map(({ organisation_id, to_on }) => [organisation_id, to_on]))).toEqual(
        new Map([
          [southern, null],
          [solent, mergerDay],
        ]),
      );
    }
  });
});
