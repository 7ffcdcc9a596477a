import { describe, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { foldSpec, givenId } from '@alongside/projections/testing';
import {
  answered,
  contested,
  contestedEventId,
  leadId,
  organisationId,
  personId,
} from '../../domain/testing/person.examples.js';
import { contestedFacts, type ContestedFactRow } from './contested-facts.projection.js';

const spec = foldSpec<ContestedFactRow>(contestedFacts);
const erased = { erased: true, at: '2026-01-01T00:00:00.000Z' } as const;
const open: ContestedFactRow = {
  contest_id: uuid5('a contest'),
  person_id: personId,
  event_id: contestedEventId,
  held_by: organisationId,
  contested_on: '2025-03-01',
  statement: 'I was there that day.',
  outcome: null,
  answer: null,
  answered_by: null,
  answered_on: null,
};
const closed: ContestedFactRow = {
  ...open,
  outcome: 'corrected',
  answer: 'The register was wrong.',
  answered_by: leadId,
  answered_on: '2025-03-10',
};

describe('what is contested', () => {
  it('waits for an answer', () => {
    spec.given(contested()).then(open);
  });
  it('shows the answer and who gave it', () => {
    spec.given(contested(), answered()).then(closed);
  });
  it('shows the answer as it was corrected', () => {
    const corrects = { eventId: givenId(1), reason: 'enteredInError' as const };
    spec
      .given(contested(), answered(), { ...answered({ outcome: 'stands' }), corrects })
      .then({ ...closed, outcome: 'stands' });
  });
  it('keeps that there was a contest when its words are erased', () => {
    spec
      .given(contested({ statement: erased }), answered({ answer: erased }))
      .then({ ...closed, statement: null, answer: null });
  });
});
