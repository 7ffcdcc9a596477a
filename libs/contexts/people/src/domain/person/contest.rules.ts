import { reject } from '@alongside/kernel';
import { correcting } from '../correcting.js';
import type { AnswerContest, ContestFact } from './person.commands.js';
import { notOnRecord, type Decision, type PersonState } from './person.state.js';

export const contest = (command: ContestFact, state: PersonState): Decision => {
  const { contestId, eventId, fact, effectiveOn } = command;
  const statement = command.statement.trim();
  const refused = notOnRecord(state, effectiveOn);
  if (refused) return refused;
  const { personId } = state.registration!;
  if (!fact || fact.about !== personId) return reject('FactUnknown');
  if (state.contests.some((one) => one.eventId === eventId && one.answerId === null))
    return reject('ContestAlreadyOpen');
  if (statement === '') return reject('StatementMissing');
  return [
    {
      type: 'FactContested',
      data: { contestId, personId, eventId, heldBy: fact.heldBy, statement, effectiveOn },
    },
  ];
};

export const answerContest = (command: AnswerContest, state: PersonState): Decision => {
  const { contestId, outcome, answeredBy, effectiveOn, corrects } = command;
  const answer = command.answer.trim();
  if (!state.registration) return reject('PersonNotRegistered');
  const { personId } = state.registration;
  const open = state.contests.find((one) => one.contestId === contestId);
  if (!open) return reject('ContestUnknown');
  if (corrects && open.answerId !== corrects.eventId) return reject('NothingToCorrect');
  if (!corrects && open.answerId !== null) return reject('ContestAlreadyAnswered');
  if (effectiveOn < open.on) return reject('AnsweredBeforeContested', { contestedOn: open.on });
  if (answeredBy === personId) return reject('AnsweredByContestant');
  if (answer === '') return reject('AnswerMissing');
  const { eventId, heldBy } = open;
  return [
    {
      type: 'ContestAnswered',
      data: { contestId, personId, eventId, heldBy, outcome, answer, answeredBy, effectiveOn },
      ...correcting(command),
    },
  ];
};
