import { reject, timeline, type Decider, type Fact, type Rejected } from '@alongside/kernel';
import type { PlacesAgreed, PostClosed, PostEstablished, PostEvent } from '../../contracts.js';
import { hoursArePossible } from '../hours.js';
import { band, correctBanding, declareEquivalent, recordEvaluation } from './post.banding.js';
import type { AgreePlaces, ClosePost, EstablishPost, PostCommand } from './post.commands.js';
import { leftFrom, withPlaces } from './post.places.js';
import type { PostRefusal } from './post.refusals.js';
import { release, reserve } from './post.reserving.js';
import { ofPost, type OpenPost, type PostState } from './post.state.js';

type Decision<Event = PostEvent> = readonly Event[] | Rejected<PostRefusal>;

const decide = (command: PostCommand, state: PostState): Decision => {
  if (state.status === 'None')
    return command.type === 'EstablishPost' ? establish(command) : reject('PostNotOpen');
  switch (command.type) {
    case 'EstablishPost':
      return reject('PostExists');
    case 'CorrectPostBanding':
      return correctBanding(command, state);
    case 'ReservePlace':
      return reserve(command, state);
    case 'ReleasePlace':
      return release(command, state);
    default:
      return state.status === 'Open' ? decideOpen(command, state) : reject('PostNotOpen');
  }
};

type OpenCommand = Exclude<
  PostCommand,
  { type: 'EstablishPost' | 'CorrectPostBanding' | 'ReservePlace' | 'ReleasePlace' }
>;

const decideOpen = (command: OpenCommand, post: OpenPost): Decision => {
  switch (command.type) {
    case 'AgreePlaces':
      return agreePlaces(command, post);
    case 'RecordJobEvaluation':
      return recordEvaluation(command, post);
    case 'BandPost':
      return band(command, post);
    case 'DeclareEquivalentBand':
      return declareEquivalent(command, post);
    case 'ClosePost':
      return close(command, post);
    default:
      return command satisfies never;
  }
};

const arePlaces = (places: number): boolean => Number.isInteger(places) && places >= 1 && places <= 500;

const establish = ({ type: _, formedTeam, ...data }: EstablishPost): Decision<PostEstablished> => {
  if (!arePlaces(data.places)) return reject('PlacesOutOfRange');
  if (!hoursArePossible(data.hoursPerWeek)) return reject('HoursOutOfRange');
  if (data.teamId !== null && !formedTeam) return reject('TeamNotThere', { teamId: data.teamId });
  const team = data.team ?? formedTeam?.name;
  const setting = data.setting ?? formedTeam?.setting;
  if (team === undefined) return reject('TeamMissing');
  if (setting === undefined) return reject('SettingMissing');
  return [{ type: 'PostEstablished', data: { ...data, team, setting } }];
};

const agreePlaces = ({ places, effectiveOn }: AgreePlaces, post: OpenPost): Decision<PlacesAgreed> => {
  if (!arePlaces(places)) return reject('PlacesOutOfRange');
  if (effectiveOn < post.establishedOn)
    return reject('BeforePostEstablished', { establishedOn: post.establishedOn });
  if (timeline.valueOn(post.places, effectiveOn) === places) return [];
  const left = leftFrom({ ...post, places: withPlaces(post, effectiveOn, places) }, effectiveOn);
  if (left < 0) return reject('PlacesInUse', { tooFew: -left });
  return [{ type: 'PlacesAgreed', data: { ...ofPost(post, effectiveOn), places } }];
};

const close = ({ reason, effectiveOn }: ClosePost, post: OpenPost): Decision<PostClosed> => {
  if (effectiveOn < post.establishedOn)
    return reject('BeforePostEstablished', { establishedOn: post.establishedOn });
  const held = post.reservations.filter(({ until }) => until === null || until > effectiveOn).length;
  if (held > 0) return reject('PlacesInUse', { held });
  return [{ type: 'PostClosed', data: { ...ofPost(post, effectiveOn), reason } }];
};

const evolve = (state: PostState, fact: Fact<PostEvent>): PostState => {
  if (state.status === 'None') return fact.type === 'PostEstablished' ? established(fact) : state;
  const { effectiveOn } = fact.data;
  switch (fact.type) {
    case 'PostEstablished':
      return state;
    case 'PlacesAgreed':
      return { ...state, places: timeline.from(state.places, effectiveOn, fact.data.places) };
    case 'JobEvaluationRecorded': {
      const { reference, band: evaluated, evaluatedOn } = fact.data;
      return { ...state, evaluations: [...state.evaluations, { reference, band: evaluated, evaluatedOn }] };
    }
    case 'PostBanded': {
      const banding = { eventId: fact.id, band: fact.data.band, evaluation: fact.data.evaluation };
      return { ...state, bandings: timeline.from(state.bandings, effectiveOn, banding) };
    }
    case 'EquivalentBandDeclared':
      return { ...state, equivalentBands: timeline.from(state.equivalentBands, effectiveOn, fact.data.band) };
    case 'PlaceReserved': {
      const held = { engagementId: fact.data.engagementId, from: effectiveOn, until: null, releasedBy: null };
      return { ...state, reservations: [...state.reservations, held] };
    }
    case 'PlaceReleased':
      return {
        ...state,
        reservations: state.reservations.map((held) =>
          held.engagementId === fact.data.engagementId
            ? { ...held, until: effectiveOn, releasedBy: fact.id }
            : held,
        ),
      };
    case 'ReservationRefused': {
      const { applicationId, startsOn } = fact.data;
      return { ...state, refusals: [...state.refusals, { applicationId, startsOn }] };
    }
    case 'PostClosed':
      return { ...state, status: 'Closed', closedOn: effectiveOn };
    default:
      return fact satisfies never;
  }
};

const established = ({ data }: Fact<PostEstablished>): OpenPost => ({
  status: 'Open',
  postId: data.postId,
  employingOrganisationId: data.employingOrganisationId,
  hostOrganisationId: data.hostOrganisationId,
  localityId: data.localityId,
  title: data.title,
  roleFamily: data.roleFamily,
  hoursPerWeek: data.hoursPerWeek,
  establishedOn: data.effectiveOn,
  places: [{ from: data.effectiveOn, value: data.places }],
  evaluations: [],
  bandings: [],
  equivalentBands: [],
  reservations: [],
  refusals: [],
});

/**
 * A post: its places, and the band that a job evaluation gives it. It never holds more places than it has. A closed
 * post records nothing but corrections of what was, and places that it refuses.
 */
export const post: Decider<PostCommand, PostState, PostEvent, PostRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve,
};
