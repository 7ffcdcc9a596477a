import { describe, expect, it } from '@jest/globals';
import { foldSpec, givenId, type GivenEvent } from '@alongside/projections/testing';
import { organisationId } from '../../domain/testing/organisation.examples.js';
import { disbanded, formed, renamedTeam, settingNamed, teamId } from '../../domain/testing/team.examples.js';
import { teams, type TeamRow } from './teams.projection.js';

const spec = foldSpec<TeamRow>(teams);
const correcting = (index: number) => ({ eventId: givenId(index), reason: 'enteredInError' as const });
const only = (...events: readonly GivenEvent[]): TeamRow => {
  const rows = spec.given(...events).rows();
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

describe('the list of teams', () => {
  it('shows a team as it was formed', () => {
    spec.given(formed()).then({
      team_id: teamId,
      organisation_id: organisationId,
      name: 'Elmleigh',
      setting: 'inpatientWard',
      formed_on: '2024-01-01',
      disbanded_on: null,
      history: {
        names: [{ eventId: givenId(0), from: '2024-01-01', value: 'Elmleigh' }],
        settings: [{ eventId: givenId(0), from: '2024-01-01', value: 'inpatientWard' }],
        disbandedBy: null,
      },
    });
  });
  it('shows the last name and setting by their days, not by the day of recording', () => {
    const row = only(
      formed(),
      renamedTeam('Last', '2025-01-01'),
      renamedTeam('Between', '2024-06-01'),
      settingNamed('remote', '2025-01-01'),
      settingNamed('publicPlace', '2024-06-01'),
    );
    expect(row).toMatchObject({ name: 'Last', setting: 'remote' });
    expect(row.history.names.map(({ value }) => value)).toEqual(['Elmleigh', 'Between', 'Last']);
  });
  it('shows what stood before where something is corrected to an earlier day', () => {
    const row = only(formed(), renamedTeam('Last', '2025-01-01'), {
      ...renamedTeam('Early', '2023-06-01'),
      corrects: correcting(1),
    });
    expect(row.name).toBe('Elmleigh');
  });
  it('keeps what came after a forming that is corrected', () => {
    const row = only(formed(), renamedTeam(), disbanded(), {
      ...formed({ name: 'Elm', effectiveOn: '2023-01-01' }),
      corrects: correcting(0),
    });
    expect(row).toMatchObject({
      name: 'Elmleigh Ward',
      formed_on: '2023-01-01',
      disbanded_on: '2025-01-01',
    });
    expect(row.history.names.map(({ value }) => value)).toEqual(['Elm', 'Elmleigh Ward']);
  });
  it('shows from when it is disbanded, until that never was', () => {
    const ended = only(formed(), disbanded());
    expect([ended.disbanded_on, ended.history.disbandedBy]).toEqual(['2025-01-01', givenId(1)]);
    const again = only(formed(), disbanded(), {
      type: 'TeamReinstated',
      data: { teamId, organisationId, effectiveOn: '2025-01-01' },
      corrects: correcting(1),
    });
    expect([again.disbanded_on, again.history.disbandedBy]).toEqual([null, null]);
  });
});
