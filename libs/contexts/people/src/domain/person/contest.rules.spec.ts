import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { factId, specFor } from '@alongside/kernel/testing';
import {
  answered,
  contested,
  contestedEventId,
  leadId,
  organisationId,
  personId,
  registered,
} from '../testing/person.examples.js';
import type { AnswerContest, ContestFact } from './person.commands.js';
import { person } from './person.decider.js';

const { given } = specFor(person);
const contest = (part: Partial<ContestFact> = {}): ContestFact => ({
  type: 'ContestFact',
  contestId: uuid5('a contest'),
  eventId: contestedEventId,
  fact: { about: personId, heldBy: organisationId },
  statement: ' I was there that day. ',
  effectiveOn: '2025-03-01',
  ...part,
});
const answer = (part: Partial<AnswerContest> = {}): AnswerContest => ({
  type: 'AnswerContest',
  contestId: uuid5('a contest'),
  outcome: 'corrected',
  answer: ' The register was wrong. ',
  answeredBy: leadId,
  effectiveOn: '2025-03-10',
  ...part,
});

describe('contesting a fact', () => {
  it("stands beside the fact, with the person's own words", () => {
    given(registered()).when(contest()).then(contested());
  });
  it('refuses a fact that is not about the person, or not there', () => {
    given(registered())
      .when(contest({ fact: null }))
      .thenRejected('FactUnknown');
    given(registered())
      .when(contest({ fact: { about: leadId, heldBy: organisationId } }))
      .thenRejected('FactUnknown');
    given(registered())
      .when(contest({ fact: { about: null, heldBy: organisationId } }))
      .thenRejected('FactUnknown');
  });
  it('refuses to contest again before the answer, and takes it afterwards', () => {
    const again = contest({ contestId: uuid5('again'), effectiveOn: '2025-04-01' });
    given(registered(), contested()).when(again).thenRejected('ContestAlreadyOpen');
    given(registered(), contested(), answered())
      .when(again)
      .then(contested({ contestId: uuid5('again'), effectiveOn: '2025-04-01' }));
  });
  it('refuses an empty statement, and somebody who is not on record', () => {
    given(registered())
      .when(contest({ statement: '' }))
      .thenRejected('StatementMissing');
    given().when(contest()).thenRejected('PersonNotRegistered');
  });
});

describe('answering a contest', () => {
  it('says what was found and who says so', () => {
    given(registered(), contested()).when(answer()).then(answered());
  });
  it('is never done by the person who contests', () => {
    given(registered(), contested())
      .when(answer({ answeredBy: personId }))
      .thenRejected('AnsweredByContestant');
  });
  it('refuses a second answer, unless it corrects the first', () => {
    const corrects = { eventId: factId(2), reason: 'enteredInError' as const };
    given(registered(), contested(), answered()).when(answer()).thenRejected('ContestAlreadyAnswered');
    given(registered(), contested(), answered())
      .when(answer({ outcome: 'stands', corrects }))
      .then({ ...answered({ outcome: 'stands' }), corrects });
    given(registered(), contested()).when(answer({ corrects })).thenRejected('NothingToCorrect');
  });
  it('refuses an answer before the contest, an empty one, and one to nothing', () => {
    given(registered(), contested())
      .when(answer({ effectiveOn: '2025-02-28' }))
      .thenRejected('AnsweredBeforeContested', { contestedOn: '2025-03-01' });
    given(registered(), contested())
      .when(answer({ answer: ' ' }))
      .thenRejected('AnswerMissing');
    given(registered()).when(answer()).thenRejected('ContestUnknown');
    given().when(answer()).thenRejected('PersonNotRegistered');
  });
});
