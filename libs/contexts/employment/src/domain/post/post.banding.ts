import { reject, timeline, type CalendarDate, type Rejected } from '@alongside/kernel';
import type { Band, EquivalentBandDeclared, JobEvaluationRecorded, PostBanded } from '../../contracts.js';
import type {
  BandPost,
  CorrectPostBanding,
  DeclareEquivalentBand,
  RecordJobEvaluation,
} from './post.commands.js';
import type { PostRefusal } from './post.refusals.js';
import { ofPost, type OpenPost, type Post } from './post.state.js';

type Decision<Event> = readonly Event[] | Rejected<PostRefusal>;

export const recordEvaluation = (
  { reference, band, evaluatedOn }: RecordJobEvaluation,
  post: OpenPost,
): Decision<JobEvaluationRecorded> => {
  const known = post.evaluations.find((evaluation) => evaluation.reference === reference);
  if (known)
    return known.band === band && known.evaluatedOn === evaluatedOn
      ? []
      : reject('EvaluationExists', { band: known.band, evaluatedOn: known.evaluatedOn });
  const effectiveOn = evaluatedOn < post.establishedOn ? post.establishedOn : evaluatedOn;
  return [
    { type: 'JobEvaluationRecorded', data: { ...ofPost(post, effectiveOn), reference, band, evaluatedOn } },
  ];
};

export const band = (command: BandPost, post: OpenPost): Decision<PostBanded> => {
  const refusal = unjustified(command, post);
  if (refusal) return refusal;
  const standing = timeline.valueOn(post.bandings, command.effectiveOn);
  if (standing?.band === command.band && standing.evaluation === command.evaluation) return [];
  if (post.bandings.some(({ from }) => from === command.effectiveOn)) return reject('BandedOnThisDay');
  return [
    {
      type: 'PostBanded',
      data: {
        ...ofPost(post, command.effectiveOn),
        band: command.band,
        evaluation: command.evaluation,
      },
    },
  ];
};

export const correctBanding = (command: CorrectPostBanding, post: Post): Decision<PostBanded> => {
  const { eventId, effectiveOn, evaluation, reason, note } = command;
  const wrong = post.bandings.find(({ value }) => value.eventId === eventId);
  if (!wrong) return reject('BandingNotFound');
  const refusal = unjustified(command, post);
  if (refusal) return refusal;
  if (
    wrong.from === effectiveOn &&
    wrong.value.band === command.band &&
    wrong.value.evaluation === evaluation
  )
    return [];
  if (post.bandings.some(({ from, value }) => from === effectiveOn && value.eventId !== eventId))
    return reject('BandedOnThisDay');
  return [
    {
      type: 'PostBanded',
      data: {
        ...ofPost(post, effectiveOn),
        band: command.band,
        evaluation,
        ...(note === undefined ? {} : { correctionNote: note }),
      },
      corrects: { eventId, reason },
    },
  ];
};

/** Agenda for Change: a band comes from a job-evaluation outcome, never from the person who holds the post. */
const unjustified = (
  claim: { readonly band: Band; readonly evaluation: string; readonly effectiveOn: CalendarDate },
  post: Post,
): Rejected<PostRefusal> | undefined => {
  if (claim.effectiveOn < post.establishedOn)
    return reject('BeforePostEstablished', { establishedOn: post.establishedOn });
  const evaluation = post.evaluations.find(({ reference }) => reference === claim.evaluation);
  if (!evaluation) return reject('EvaluationNotRecorded', { evaluation: claim.evaluation });
  if (evaluation.band !== claim.band) return reject('BandNotEvaluated', { evaluated: evaluation.band });
  if (evaluation.evaluatedOn > claim.effectiveOn)
    return reject('EvaluatedAfterBanding', { evaluatedOn: evaluation.evaluatedOn });
  return undefined;
};

export const declareEquivalent = (
  { band: equivalent, effectiveOn }: DeclareEquivalentBand,
  post: OpenPost,
): Decision<EquivalentBandDeclared> => {
  if (effectiveOn < post.establishedOn)
    return reject('BeforePostEstablished', { establishedOn: post.establishedOn });
  if (timeline.valueOn(post.bandings, effectiveOn)) return reject('PostIsBanded');
  if (timeline.valueOn(post.equivalentBands, effectiveOn) === equivalent) return [];
  return [{ type: 'EquivalentBandDeclared', data: { ...ofPost(post, effectiveOn), band: equivalent } }];
};
