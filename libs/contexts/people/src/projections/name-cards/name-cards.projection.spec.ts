import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec, givenId, type GivenEvent } from '@alongside/projections/testing';
import type { EngagementBegun } from '@alongside/employment/contracts';
import { membershipIdOf, type RoleGranted } from '@alongside/localities/contracts';
import type { ApplicationSubmitted } from '@alongside/recruitment/contracts';
import {
  contactGiven,
  named,
  organisationId,
  personId,
  registered,
} from '../../domain/testing/person.examples.js';
import { nameCards, searchable, type NameCardRow } from './name-cards.projection.js';

const spec = foldSpec<NameCardRow>(nameCards);
const [employer, host, applied] = [uuid5('employer'), uuid5('host'), uuid5('applied')];
const erased = { erased: true, at: '2026-01-01T00:00:00.000Z' } as const;
const correcting = (index: number) => ({ eventId: givenId(index), reason: 'enteredInError' as const });

const begun = (part: Partial<EngagementBegun['data']> = {}): EngagementBegun => ({
  type: 'EngagementBegun',
  data: {
    engagementId: uuid5('engagement'),
    personId,
    postId: null,
    employingOrganisationId: employer,
    hostOrganisationId: host,
    localityId: uuid5('Sussex'),
    applicationId: null,
    kind: 'volunteer',
    title: 'Peer volunteer',
    roleFamily: 'peerSupport',
    hoursPerWeek: null,
    fixedTermUntil: null,
    effectiveOn: '2025-04-01',
    ...part,
  },
});
const submitted: ApplicationSubmitted = {
  type: 'ApplicationSubmitted',
  data: {
    applicationId: uuid5('application'),
    vacancyId: uuid5('vacancy'),
    personId,
    organisationId: applied,
    postId: uuid5('post'),
    localityId: uuid5('Sussex'),
    engagementKind: 'agendaForChange',
    roleFamily: 'peerSupport',
    stages: [],
    effectiveOn: '2025-03-01',
  },
};
const granted = (scope: RoleGranted['data']['scope']): RoleGranted => ({
  type: 'RoleGranted',
  data: {
    membershipId: membershipIdOf(personId, 'hr', scope.id),
    personId,
    role: 'hr',
    scope,
    endsOn: null,
    effectiveOn: '2025-05-01',
  },
});
const only = (...events: readonly GivenEvent[]): NameCardRow => {
  const rows = spec.given(...events).rows();
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

describe('the name card', () => {
  it('shows name and contact as they were registered', () => {
    spec.given(registered()).then({
      person_id: personId,
      given_name: 'Ama',
      family_name: 'Boateng',
      display_name: 'Ama Boateng',
      sort_name: 'boateng ama',
      email: 'ama@example.org',
      phone: null,
      organisation_ids: [organisationId],
      demonstration: true,
      history: {
        names: [{ eventId: givenId(0), from: '2025-01-01', value: { given: 'Ama', family: 'Boateng' } }],
        contacts: [
          { eventId: givenId(0), from: '2025-01-01', value: { email: 'ama@example.org', phone: null } },
        ],
        ties: [{ eventId: givenId(0), from: '2025-01-01', value: [organisationId] }],
      },
    });
  });
  it('shows the name that holds last, whenever it was learnt', () => {
    expect(only(registered(), named()).display_name).toBe('Ama Mensah');
    expect(only(registered(), named(), named('2025-03-01', 'Owusu')).display_name).toBe('Ama Mensah');
  });
  it('shows the former name where the later one is corrected away', () => {
    const corrected = { ...named('2024-12-01', 'Owusu'), corrects: correcting(1) };
    expect(only(registered(), named(), corrected).display_name).toBe('Ama Boateng');
  });
  it('shows somebody with one name under it', () => {
    expect(only(registered({ familyName: '' }))).toMatchObject({ display_name: 'Ama', sort_name: 'ama' });
  });
  it('shows the last contact', () => {
    expect(only(registered(), contactGiven())).toMatchObject({
      email: 'a.boateng@example.org',
      phone: '+44 1273 123456',
    });
  });
  it('shows nothing of what was erased, and stays', () => {
    const forgotten = registered({ givenName: erased, familyName: erased, email: erased, phone: erased });
    const row = only(forgotten);
    expect(row).toMatchObject({
      given_name: null,
      family_name: null,
      display_name: null,
      sort_name: null,
      email: null,
      phone: null,
      organisation_ids: [organisationId],
    });
    expect(JSON.stringify(row)).not.toContain('erased');
  });
  it('belongs to every organisation that has to do with the person, once', () => {
    const row = only(
      registered(),
      begun(),
      begun({ engagementId: uuid5('second'), employingOrganisationId: host }),
      submitted,
      granted({ kind: 'organisation', id: applied }),
      granted({ kind: 'locality', id: uuid5('Sussex') }),
    );
    expect(row.organisation_ids).toEqual([organisationId, employer, host, applied].toSorted());
  });
  it('no longer belongs to an organisation that came to it in error', () => {
    const corrected = { ...begun({ employingOrganisationId: host }), corrects: correcting(1) };
    expect(only(registered(), begun(), corrected).organisation_ids).toEqual(
      [organisationId, host].toSorted(),
    );
    const { membershipId, personId: of, role, scope } = granted({ kind: 'organisation', id: applied }).data;
    const ended = {
      type: 'RoleEnded',
      data: { membershipId, grantId: givenId(1), personId: of, role, scope, effectiveOn: '2025-05-01' },
    };
    const grant = granted({ kind: 'organisation', id: applied });
    expect(only(registered(), grant, ended).organisation_ids).toContain(applied);
    expect(only(registered(), grant, { ...ended, corrects: correcting(1) }).organisation_ids).not.toContain(
      applied,
    );
  });
  it('is there for whoever is engaged before being named', () => {
    expect(only(begun())).toMatchObject({ display_name: null, demonstration: false });
    expect(only(begun(), registered())).toMatchObject({ display_name: 'Ama Boateng', demonstration: true });
  });
});

describe('a name to search for', () => {
  it('is put without accents, capitals and needless spaces', () => {
    expect(searchable('  Núñez   ÉLODIE ')).toBe('nunez elodie');
    expect(searchable("O'Brien-Łukasz")).toBe("o'brien-łukasz");
  });
});
