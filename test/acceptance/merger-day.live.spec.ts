import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localityIdOf, partnerByOds, staffOf, type Partner } from '@alongside/demonstration';
import { addDays, dayOf, type CalendarDate, type Uuid } from '@alongside/kernel';
import { talkWith, type Talk } from '../support/graph-talk.js';
import { startProgram, type Program } from '../support/program.js';

const today = dayOf(new Date().toISOString());
const PEOPLE = 'people(organisationId: $id, on: $on, first: 100, after: $after) { nodes { id: personId }';

describe('on the very day of a merger', () => {
  let program: Program;
  let give: Talk['give'], listed: Talk['listed'], tried: Talk['tried'];

  const [absorber, leaving, leavingTomorrow] = ['RDR', 'RYR', 'RXC'].map(partnerByOds) as [
    Partner,
    Partner,
    Partner,
  ];
  const peopleOf = (who: Uuid, id: Uuid, on?: CalendarDate) => listed(who, PEOPLE, id, on);
  const staffIn = (ids: readonly Uuid[], partner: Partner): boolean =>
    ids.includes(staffOf(partner).supervisors[1]!);

  const [of, to, still] = [leaving, absorber, leavingTomorrow].map(staffOf) as [
    ReturnType<typeof staffOf>,
    ReturnType<typeof staffOf>,
    ReturnType<typeof staffOf>,
  ];
  const yesterday = addDays(today, -1);
  const before: { theirs?: readonly Uuid[]; others?: readonly Uuid[] } = {};

  beforeAll(async () => {
    program = await startProgram({ extent: 'partners', pointsPerMinute: 10_000_000 });
    ({ give, listed, tried } = talkWith(program, 'the day of a merger'));
    before.theirs = await peopleOf(of.hr, leaving.organisationId);
    before.others = await peopleOf(to.hr, leaving.organisationId);
    for (const [who, { organisationId }, effectiveOn] of [
      [of.lead, leaving, today],
      [still.lead, leavingTomorrow, addDays(today, 1)],
    ] as const)
      await give(who, 'mergeOrganisation', {
        organisationId,
        intoOrganisationId: absorber.organisationId,
        effectiveOn,
      });
  }, 90_000);
  afterAll(() => program?.close(), 30_000);

  it('the staff of the absorbed one see nothing any more, not even of the days before', async () => {
    expect(staffIn(before.theirs!, leaving)).toBe(true);
    expect(await peopleOf(of.hr, leaving.organisationId)).toEqual([]);
    expect(await peopleOf(of.hr, leaving.organisationId, yesterday)).toEqual([]);
    expect(await peopleOf(of.hr, absorber.organisationId)).toEqual([]);
  });

  it('its successor’s see its people among their own, and apart on the days before', async () => {
    expect(before.others).toEqual([]);
    const now = await peopleOf(to.hr, absorber.organisationId);
    expect([staffIn(now, leaving), staffIn(now, absorber)]).toEqual([true, true]);
    const own = await peopleOf(to.hr, absorber.organisationId, yesterday);
    expect([staffIn(own, leaving), staffIn(own, absorber)]).toEqual([false, true]);
    expect(staffIn(await peopleOf(to.hr, leaving.organisationId, yesterday), leaving)).toBe(true);
    expect(await peopleOf(to.hr, leaving.organisationId)).toEqual([]);
  });

  it('nothing of it is so on the eve', async () => {
    const theirs = await peopleOf(still.hr, leavingTomorrow.organisationId);
    expect(staffIn(theirs, leavingTomorrow)).toBe(true);
    for (const on of [today, addDays(today, 1)]) {
      const seen = await peopleOf(to.hr, absorber.organisationId, on);
      expect(staffIn(seen, leavingTomorrow)).toBe(false);
    }
    expect(await peopleOf(to.hr, leavingTomorrow.organisationId)).toEqual([]);
  });

  it('whoever led the absorbed one says nothing more of it', async () => {
    const renaming = { organisationId: leaving.organisationId, name: 'Another', effectiveOn: today };
    expect(await tried(of.lead, 'renameOrganisation', renaming)).toBe('NOT_FOUND');
  });

  it('no circle of mergers is closed, whichever of them comes first', async () => {
    for (const [{ organisationId }, into] of [
      [absorber, leavingTomorrow],
      [absorber, leaving],
    ] as const)
      expect(
        await tried(to.lead, 'mergeOrganisation', {
          organisationId,
          intoOrganisationId: into.organisationId,
          effectiveOn: today,
        }),
      ).toBe('MergerCycle');
  });

  it('the successor may be known by the code of what it absorbed from that day, and not before', async () => {
    const code = (value: string, effectiveOn: CalendarDate) => ({
      organisationId: absorber.organisationId,
      system: 'ods',
      value,
      effectiveOn,
    });
    expect(await tried(to.lead, 'assignIdentifier', code('RYR', today))).toBe('IdentifierOverlaps');
    expect(await tried(to.lead, 'endIdentifier', code('RDR', yesterday))).toBe('accepted');
    expect(await tried(to.lead, 'assignIdentifier', code('RYR', yesterday))).toBe('IdentifierHeldByAnother');
    expect(await tried(to.lead, 'assignIdentifier', code('RXC', today))).toBe('IdentifierHeldByAnother');
    expect(await tried(to.lead, 'assignIdentifier', code('RYR', today))).toBe('accepted');
  });

  it('the successor takes nobody on in what it absorbed, but for the days before', async () => {
    const workplace = {
      employingOrganisationId: leaving.organisationId,
      localityId: localityIdOf('Sussex'),
      title: 'Peer worker',
      roleFamily: 'peerWorker',
    };
    const engaged = (startsOn: CalendarDate) =>
      tried(to.hr, 'beginEngagement', {
        ...workplace,
        personId: of.supervisors[1]!,
        kind: 'volunteer',
        startsOn,
      });
    const established = (effectiveOn: CalendarDate) =>
      tried(to.hr, 'establishPost', {
        ...workplace,
        team: 'Liaison',
        setting: 'communityTeam',
        places: 1,
        effectiveOn,
      });
    expect([await engaged(today), await established(today)]).toEqual([
      'OrganisationClosed',
      'OrganisationClosed',
    ]);
    expect([await engaged(yesterday), await established(yesterday)]).toEqual(['accepted', 'accepted']);
  });
});
