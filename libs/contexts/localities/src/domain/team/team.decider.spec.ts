import { describe, expect, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import { readinessOn } from '../readiness/readiness.state.js';
import { clauseId, correcting, met, organisationId, personId } from '../testing/organisation.examples.js';
import {
  disbanded,
  disbandTeam,
  formed,
  formTeam,
  nameSetting,
  renamedTeam,
  renameTeam,
  settingNamed,
  teamId,
} from '../testing/team.examples.js';
import { team } from './team.decider.js';
import { teamOn, type TeamEvent } from './team.state.js';

const { given } = specFor(team);

const reinstated = (index: number): TeamEvent => ({
  type: 'TeamReinstated',
  data: { teamId, organisationId, effectiveOn: '2025-01-01' },
  corrects: correcting(index),
});

describe('forming a team', () => {
  it('records whose it is, what it is called and where it works', () => {
    given().when(formTeam()).then(formed());
  });
  it('refuses an organisation that is unknown, not yet open or closed', () => {
    const [registeredOn, closedOn] = ['2011-04-01', '2024-10-01'];
    const on = (effectiveOn: string) => formTeam({ effectiveOn, organisation: { registeredOn, closedOn } });
    given()
      .when(formTeam({ organisation: null }))
      .thenRejected('OrganisationUnknown');
    given().when(on('2011-03-31')).thenRejected('OrganisationNotOpen', { registeredOn, closedOn });
    given().when(on('2024-10-01')).thenRejected('OrganisationNotOpen');
    given()
      .when(on('2024-09-30'))
      .then(formed({ effectiveOn: '2024-09-30' }));
  });
  it('refuses an empty name, and to form it twice', () => {
    given()
      .when(formTeam({ name: ' ' }))
      .thenRejected('NameMissing');
    given(formed()).when(formTeam()).thenRejected('TeamAlreadyFormed');
  });
  it('can be corrected, and only as far as nothing is on record before', () => {
    const corrected = formTeam({ name: 'Elm', effectiveOn: '2024-02-01', corrects: correcting(0) });
    given(formed(), renamedTeam())
      .when(corrected)
      .then({ ...formed({ name: 'Elm', effectiveOn: '2024-02-01' }), corrects: correcting(0) });
    given(formed(), renamedTeam())
      .when({ ...corrected, corrects: correcting(1) })
      .thenRejected('NothingToCorrect');
    for (const event of [renamedTeam(), settingNamed(), met('2024-06-01'), disbanded('2024-06-01')])
      given(formed(), event)
        .when({ ...corrected, effectiveOn: '2024-06-02' })
        .thenRejected('AfterLaterFact', { fact: '2024-06-01' });
  });
  it('comes before everything else', () => {
    for (const command of [renameTeam(), nameSetting(), disbandTeam()])
      given().when(command).thenRejected('TeamNotFormed');
    given()
      .when({ type: 'ReinstateTeam', corrects: correcting(0) })
      .thenRejected('TeamNotFormed');
    given(formed())
      .when(renameTeam({ effectiveOn: '2023-12-31' }))
      .thenRejected('BeforeTeamFormed', { formedOn: '2024-01-01' });
  });
});

describe('renaming a team', () => {
  it('keeps the old name for the days before', () => {
    given(formed()).when(renameTeam()).then(renamedTeam());
    const { state } = given(formed(), renamedTeam());
    expect(teamOn(state, '2024-05-31')).toEqual({ name: 'Elmleigh', setting: 'inpatientWard' });
    expect(teamOn(state, '2024-06-01')).toEqual({ name: 'Elmleigh Ward', setting: 'inpatientWard' });
    expect(teamOn(state, '2023-12-31')).toBeUndefined();
  });
  it('records nothing where it is called so already', () => {
    given(formed(), renamedTeam())
      .when(renameTeam({ effectiveOn: '2024-07-01' }))
      .thenNothing();
  });
  it('refuses an empty name, and a second one from the same day', () => {
    given(formed())
      .when(renameTeam({ name: '' }))
      .thenRejected('NameMissing');
    given(formed(), renamedTeam())
      .when(renameTeam({ name: 'Elm' }))
      .thenRejected('NameHeldFromThatDay');
  });
  it('can be corrected, and corrects no forming', () => {
    given(formed(), renamedTeam())
      .when(renameTeam({ name: 'Elm', corrects: correcting(1) }))
      .then({ ...renamedTeam('Elm'), corrects: correcting(1) });
    for (const index of [0, 2])
      given(formed(), renamedTeam(), settingNamed())
        .when(renameTeam({ name: 'Elm', corrects: correcting(index) }))
        .thenRejected('NothingToCorrect');
  });
});

describe('naming the setting of a team', () => {
  it('keeps the old one for the days before', () => {
    given(formed()).when(nameSetting()).then(settingNamed());
    const { state } = given(formed(), settingNamed());
    expect([teamOn(state, '2024-05-31')?.setting, teamOn(state, '2024-06-01')?.setting]).toEqual([
      'inpatientWard',
      'communityTeam',
    ]);
  });
  it('records nothing where it works there already', () => {
    given(formed())
      .when(nameSetting({ setting: 'inpatientWard' }))
      .thenNothing();
  });
  it('refuses a second one from the same day, and can be corrected', () => {
    given(formed(), settingNamed())
      .when(nameSetting({ setting: 'remote' }))
      .thenRejected('SettingHeldFromThatDay');
    given(formed(), settingNamed())
      .when(nameSetting({ setting: 'remote', corrects: correcting(1) }))
      .then({ ...settingNamed('remote'), corrects: correcting(1) });
    given(formed(), renamedTeam())
      .when(nameSetting({ corrects: correcting(1) }))
      .thenRejected('NothingToCorrect');
  });
});

describe('disbanding a team', () => {
  it('ends it from that day', () => {
    given(formed()).when(disbandTeam()).then(disbanded());
    const { state } = given(formed(), disbanded());
    expect(teamOn(state, '2024-12-31')).toBeDefined();
    expect(teamOn(state, '2025-01-01')).toBeUndefined();
  });
  it('takes late news of the days before, and none of later ones', () => {
    given(formed(), disbanded()).when(renameTeam()).then(renamedTeam());
    for (const command of [
      renameTeam({ effectiveOn: '2025-01-01' }),
      nameSetting({ effectiveOn: '2025-01-01' }),
      disbandTeam('2025-02-01'),
    ])
      given(formed(), disbanded()).when(command).thenRejected('TeamDisbanded', { disbandedOn: '2025-01-01' });
  });
  it('refuses a day with a fact on it or after it', () => {
    for (const event of [renamedTeam(), settingNamed(), met('2024-06-01'), disbanded('2024-06-01')])
      given(formed(), event)
        .when(disbandTeam('2024-05-01'))
        .thenRejected('FactsAfterDisbanding', { fact: '2024-06-01' });
    given(formed()).when(disbandTeam('2024-01-01')).then(disbanded('2024-01-01'));
  });
  it('can be said never to have been', () => {
    given(formed(), disbanded())
      .when({ type: 'ReinstateTeam', corrects: correcting(1) })
      .then(reinstated(1));
    given(formed(), disbanded(), reinstated(1))
      .when(renameTeam({ effectiveOn: '2025-02-01' }))
      .then(renamedTeam('Elmleigh Ward', '2025-02-01'));
    for (const history of [[formed()], [formed(), disbanded(), reinstated(1)]])
      given(...history)
        .when({ type: 'ReinstateTeam', corrects: correcting(1) })
        .thenRejected('NothingToCorrect');
  });
});

describe('what a team has in place', () => {
  const meeting = {
    type: 'MeetReadinessItem',
    clauseId,
    evidenceNote: 'Policy seen.',
    until: null,
    effectiveOn: '2024-06-01',
  } as const;
  const ofTeam = { ...met('2024-06-01'), data: { ...met('2024-06-01').data, teamId } };

  it('is said of the team, by the rules that hold for its organisation', () => {
    given(formed()).when(meeting).then(ofTeam);
    given(formed(), ofTeam)
      .when({
        type: 'WaiveReadinessItem',
        clauseId,
        waivedBy: personId,
        reason: 'Soon.',
        expiresOn: '2024-12-31',
        effectiveOn: '2024-07-01',
      })
      .thenRejected('ReadinessItemAlreadyMet');
    given(formed(), ofTeam)
      .when({ type: 'LapseReadinessItem', clauseId, effectiveOn: '2024-07-01' })
      .then({
        type: 'ReadinessItemLapsed',
        data: { organisationId, teamId, clauseId, effectiveOn: '2024-07-01' },
      });
    const { state } = given(formed(), ofTeam);
    expect(readinessOn(state, '2024-06-01')).toEqual([{ clauseId, status: 'met', until: null }]);
  });
  it('is said only of days on which it is there', () => {
    given().when(meeting).thenRejected('TeamNotFormed');
    given(formed())
      .when({ ...meeting, effectiveOn: '2023-12-31' })
      .thenRejected('BeforeTeamFormed');
    given(formed(), disbanded('2024-06-01')).when(meeting).thenRejected('TeamDisbanded');
  });
});
