import { describe, it } from '@jest/globals';
import { factId, specFor } from '@alongside/kernel/testing';
import type {
  EquivalentBandDeclared,
  JobEvaluationRecorded,
  OfPost,
  PlacesAgreed,
  PostBanded,
  PostClosed,
  PostEstablished,
} from '../../contracts.js';
import type { BandPost, CorrectPostBanding, EstablishPost } from './post.commands.js';
import { post } from './post.decider.js';

const { given } = specFor(post);

const whose: Omit<OfPost, 'effectiveOn'> = {
  postId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0001',
  employingOrganisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0002',
  hostOrganisationId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0003',
  localityId: '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0004',
};
const particulars = {
  ...whose,
  title: 'Peer support worker',
  roleFamily: 'peerWorker',
  teamId: null,
  team: 'Meadow ward',
  setting: 'inpatientWard',
  places: 2,
  hoursPerWeek: 37.5,
  effectiveOn: '2025-03-01',
};
const establish: EstablishPost = { type: 'EstablishPost', ...particulars, formedTeam: null };
const established: PostEstablished = { type: 'PostEstablished', data: particulars };

const evaluatedAt = (
  band: '3' | '4',
  reference = 'JE-101',
  evaluatedOn = '2025-03-10',
): JobEvaluationRecorded => ({
  type: 'JobEvaluationRecorded',
  data: { ...whose, effectiveOn: evaluatedOn, reference, band, evaluatedOn },
});
const bandPost = (change: Partial<BandPost> = {}): BandPost => ({
  type: 'BandPost',
  band: '4',
  evaluation: 'JE-101',
  effectiveOn: '2025-04-01',
  ...change,
});
const bandedAt = (band: '3' | '4', effectiveOn = '2025-04-01', evaluation = 'JE-101'): PostBanded => ({
  type: 'PostBanded',
  data: { ...whose, effectiveOn, band, evaluation },
});
const closed: PostClosed = {
  type: 'PostClosed',
  data: { ...whose, effectiveOn: '2025-12-01', reason: 'fundingEnded' },
};

describe('establishing a post', () => {
  const teamId = '0f0e7f6a-3a53-5d6e-9b0a-2f6c1f1a0009';
  const formedTeam = { name: 'Rowan ward', setting: 'secureWard' };

  it('takes name and setting from its team where they are left out', () => {
    given()
      .when({ ...establish, teamId, formedTeam, team: null, setting: null })
      .then({
        ...established,
        data: { ...particulars, teamId, team: 'Rowan ward', setting: 'secureWard' },
      });
  });
  it('keeps what is said of team and setting beside its team', () => {
    given()
      .when({ ...establish, teamId, formedTeam })
      .then({ ...established, data: { ...particulars, teamId } });
  });
  it('refuses a team that neither the employing nor the host organisation has', () => {
    given()
      .when({ ...establish, teamId })
      .thenRejected('TeamNotThere', { teamId });
  });
  it('refuses to be in no team and say neither what it is called nor where the work is done', () => {
    given()
      .when({ ...establish, team: null })
      .thenRejected('TeamMissing');
    given()
      .when({ ...establish, setting: null })
      .thenRejected('SettingMissing');
  });
  it('records what the post is and whose it is', () => {
    given().when(establish).then(established);
  });
  it('refuses the same post twice', () => {
    given(established).when(establish).thenRejected('PostExists');
  });
  it.each([0, -1, 1.5, 501])('refuses %p places', (places) => {
    given()
      .when({ ...establish, places })
      .thenRejected('PlacesOutOfRange');
  });
  it.each([0, -7.5, 60.5])('refuses %p hours a week', (hoursPerWeek) => {
    given()
      .when({ ...establish, hoursPerWeek })
      .thenRejected('HoursOutOfRange');
  });
  it('takes a post without agreed hours', () => {
    given()
      .when({ ...establish, hoursPerWeek: null })
      .then({ type: 'PostEstablished', data: { ...particulars, hoursPerWeek: null } });
  });
  it('answers every other command with a post that is not open', () => {
    given().when(bandPost()).thenRejected('PostNotOpen');
  });
});

describe('recording a job evaluation', () => {
  it('records its outcome', () => {
    given(established)
      .when({ type: 'RecordJobEvaluation', reference: 'JE-101', band: '4', evaluatedOn: '2025-03-10' })
      .then(evaluatedAt('4'));
  });
  it('counts an evaluation older than the post from the first day of the post', () => {
    given(established)
      .when({ type: 'RecordJobEvaluation', reference: 'JE-101', band: '4', evaluatedOn: '2025-01-20' })
      .then({
        type: 'JobEvaluationRecorded',
        data: {
          ...whose,
          effectiveOn: '2025-03-01',
          reference: 'JE-101',
          band: '4',
          evaluatedOn: '2025-01-20',
        },
      });
  });
  it('decides nothing when it is said again', () => {
    given(established, evaluatedAt('4'))
      .when({ type: 'RecordJobEvaluation', reference: 'JE-101', band: '4', evaluatedOn: '2025-03-10' })
      .thenNothing();
  });
  it('refuses another outcome under the same reference', () => {
    given(established, evaluatedAt('4'))
      .when({ type: 'RecordJobEvaluation', reference: 'JE-101', band: '5', evaluatedOn: '2025-03-10' })
      .thenRejected('EvaluationExists', { band: '4', evaluatedOn: '2025-03-10' });
  });
});

describe('banding a post', () => {
  it('records the band with the evaluation that justifies it', () => {
    given(established, evaluatedAt('4')).when(bandPost()).then(bandedAt('4'));
  });
  it('refuses a band that the job evaluation did not reach', () => {
    given(established, evaluatedAt('3'))
      .when(bandPost())
      .thenRejected('BandNotEvaluated', { evaluated: '3' });
  });
  it('refuses a band below the one that the job evaluation reached', () => {
    given(established, evaluatedAt('4'))
      .when(bandPost({ band: '3' }))
      .thenRejected('BandNotEvaluated', { evaluated: '4' });
  });
  it('refuses an evaluation that nobody recorded', () => {
    given(established).when(bandPost()).thenRejected('EvaluationNotRecorded', { evaluation: 'JE-101' });
  });
  it('refuses a band from before the day on which the job was evaluated', () => {
    given(established, evaluatedAt('4', 'JE-101', '2025-05-01'))
      .when(bandPost())
      .thenRejected('EvaluatedAfterBanding', { evaluatedOn: '2025-05-01' });
  });
  it('takes a band from the very day on which the job was evaluated', () => {
    given(established, evaluatedAt('4', 'JE-101', '2025-04-01'))
      .when(bandPost())
      .then(bandedAt('4'));
  });
  it('refuses a band from before the post existed', () => {
    given(established, evaluatedAt('4', 'JE-101', '2025-01-10'))
      .when(bandPost({ effectiveOn: '2025-02-01' }))
      .thenRejected('BeforePostEstablished', { establishedOn: '2025-03-01' });
  });
  it('decides nothing when the post has this band by this evaluation already', () => {
    given(established, evaluatedAt('4'), bandedAt('4'))
      .when(bandPost({ effectiveOn: '2025-06-01' }))
      .thenNothing();
  });
  it('records the same band again when a new evaluation confirms it', () => {
    given(established, evaluatedAt('4'), bandedAt('4'), evaluatedAt('4', 'JE-102', '2025-05-20'))
      .when(bandPost({ evaluation: 'JE-102', effectiveOn: '2025-06-01' }))
      .then(bandedAt('4', '2025-06-01', 'JE-102'));
  });
  it('looks at the band of the day it is about, not at the last one', () => {
    given(
      established,
      evaluatedAt('3'),
      evaluatedAt('4', 'JE-102', '2025-05-20'),
      bandedAt('4', '2025-06-01', 'JE-102'),
    )
      .when(bandPost({ band: '3' }))
      .then(bandedAt('3'));
  });
  it('refuses a second band from the same day', () => {
    given(established, evaluatedAt('3'), bandedAt('3'), evaluatedAt('4', 'JE-102', '2025-03-20'))
      .when(bandPost({ evaluation: 'JE-102' }))
      .thenRejected('BandedOnThisDay');
  });
  it('refuses a closed post', () => {
    given(established, evaluatedAt('4'), closed).when(bandPost()).thenRejected('PostNotOpen');
  });
});

describe('correcting a banding', () => {
  const history = [
    established,
    evaluatedAt('3'),
    bandedAt('3'),
    evaluatedAt('4', 'JE-102', '2025-05-20'),
    bandedAt('4', '2025-06-01', 'JE-102'),
  ] as const;
  const correct = (change: Partial<CorrectPostBanding> = {}): CorrectPostBanding => ({
    type: 'CorrectPostBanding',
    eventId: factId(2),
    band: '3',
    evaluation: 'JE-101',
    effectiveOn: '2025-03-15',
    reason: 'wrongDate',
    ...change,
  });

  it('names the banding it stands in for, and why', () => {
    given(...history)
      .when(correct({ note: 'The letter gives 15 March.' }))
      .then({
        type: 'PostBanded',
        data: {
          ...whose,
          effectiveOn: '2025-03-15',
          band: '3',
          evaluation: 'JE-101',
          correctionNote: 'The letter gives 15 March.',
        },
        corrects: { eventId: factId(2), reason: 'wrongDate' },
      });
  });
  it('decides nothing when nothing would differ', () => {
    given(...history)
      .when(correct({ effectiveOn: '2025-04-01' }))
      .thenNothing();
  });
  it('refuses an event that is no banding of this post', () => {
    given(...history)
      .when(correct({ eventId: factId(1) }))
      .thenRejected('BandingNotFound');
  });
  it('refuses a banding that was corrected before', () => {
    const again: PostBanded = {
      ...bandedAt('3', '2025-03-20'),
      corrects: { eventId: factId(2), reason: 'wrongDate' },
    };
    given(...history, again)
      .when(correct())
      .thenRejected('BandingNotFound');
    given(...history, again)
      .when(correct({ eventId: factId(5) }))
      .then({
        ...bandedAt('3', '2025-03-15'),
        corrects: { eventId: factId(5), reason: 'wrongDate' },
      });
  });
  it('refuses a band that the job evaluation did not reach', () => {
    given(...history)
      .when(correct({ band: '4' }))
      .thenRejected('BandNotEvaluated', { evaluated: '3' });
  });
  it('refuses the day of another banding', () => {
    given(...history)
      .when(correct({ effectiveOn: '2025-06-01' }))
      .thenRejected('BandedOnThisDay');
  });
  it('is possible after the post has closed', () => {
    given(...history, closed)
      .when(correct())
      .then({
        ...bandedAt('3', '2025-03-15'),
        corrects: { eventId: factId(2), reason: 'wrongDate' },
      });
  });
});

describe('declaring an equivalent band', () => {
  const declared = (band: '3' | '4', effectiveOn = '2025-04-01'): EquivalentBandDeclared => ({
    type: 'EquivalentBandDeclared',
    data: { ...whose, effectiveOn, band },
  });

  it('needs no evaluation', () => {
    given(established)
      .when({ type: 'DeclareEquivalentBand', band: '3', effectiveOn: '2025-04-01' })
      .then(declared('3'));
  });
  it('decides nothing when it is the same as before', () => {
    given(established, declared('3'))
      .when({ type: 'DeclareEquivalentBand', band: '3', effectiveOn: '2025-05-01' })
      .thenNothing();
  });
  it('refuses a day before the post existed', () => {
    given(established)
      .when({ type: 'DeclareEquivalentBand', band: '3', effectiveOn: '2025-02-28' })
      .thenRejected('BeforePostEstablished');
  });
  it('refuses a post that is banded on that day', () => {
    given(established, evaluatedAt('4'), bandedAt('4'))
      .when({ type: 'DeclareEquivalentBand', band: '4', effectiveOn: '2025-04-01' })
      .thenRejected('PostIsBanded');
  });
  it('takes a day before the post was banded', () => {
    given(established, evaluatedAt('4'), bandedAt('4'))
      .when({ type: 'DeclareEquivalentBand', band: '4', effectiveOn: '2025-03-31' })
      .then(declared('4', '2025-03-31'));
  });
});

describe('closing a post', () => {
  it('records from when and why', () => {
    given(established)
      .when({ type: 'ClosePost', effectiveOn: '2025-12-01', reason: 'fundingEnded' })
      .then(closed);
  });
  it('refuses a day before the post existed', () => {
    given(established)
      .when({ type: 'ClosePost', effectiveOn: '2025-02-01', reason: 'enteredInError' })
      .thenRejected('BeforePostEstablished');
  });
  it('refuses to close twice', () => {
    given(established, closed)
      .when({ type: 'ClosePost', effectiveOn: '2025-12-01', reason: 'fundingEnded' })
      .thenRejected('PostNotOpen');
  });
});

describe('agreeing places', () => {
  const agreed = (places: number, effectiveOn = '2025-06-01'): PlacesAgreed => ({
    type: 'PlacesAgreed',
    data: { ...whose, effectiveOn, places },
  });
  it('records how many there are from a day', () => {
    given(established).when({ type: 'AgreePlaces', places: 3, effectiveOn: '2025-06-01' }).then(agreed(3));
  });
  it('decides nothing when there are as many', () => {
    given(established).when({ type: 'AgreePlaces', places: 2, effectiveOn: '2025-06-01' }).thenNothing();
  });
  it('refuses a day before the post existed', () => {
    given(established)
      .when({ type: 'AgreePlaces', places: 3, effectiveOn: '2025-02-01' })
      .thenRejected('BeforePostEstablished');
  });
  it('refuses no places at all', () => {
    given(established)
      .when({ type: 'AgreePlaces', places: 0, effectiveOn: '2025-06-01' })
      .thenRejected('PlacesOutOfRange');
  });
});
