/** Why a post refuses, and what to do about it. */
export const postRefusals = {
  OrganisationClosed:
    'The employing or the host organisation is closed on this day. Choose an earlier day, or name its successor.',
  PostExists: 'This post is already established. Use another id for another post.',
  PostNotOpen: 'The post is closed or was never established. Choose an open post.',
  BeforePostEstablished:
    'The post did not exist on this day. Give a day on or after the one it was established.',
  TeamNotThere:
    'Neither the employing nor the host organisation has this team on this day. Choose a team of theirs, or leave it out.',
  TeamMissing: 'The post is in no team on record. Say what the organisation calls its team.',
  SettingMissing: 'The post is in no team on record. Say in which setting the work is done.',
  PlacesOutOfRange: 'A post has between 1 and 500 places. Give a whole number within that range.',
  HoursOutOfRange: 'Weekly hours are more than 0 and at most 60. Leave them out where none are agreed.',
  PlacesInUse: 'More places are held than would be left. End engagements or keep the places.',
  EvaluationExists:
    'This reference already stands for another outcome. Give the evaluation its own reference.',
  EvaluationNotRecorded:
    'No job evaluation with this reference is recorded. Record its outcome, then band the post.',
  BandNotEvaluated:
    'The job evaluation did not reach this band. Record an evaluation outcome that does, then band the post.',
  EvaluatedAfterBanding:
    'The job was evaluated after this day. Band the post from the day of the evaluation or later.',
  BandedOnThisDay: 'The post was banded from this very day before. Correct that banding instead.',
  BandingNotFound: 'No banding of this post that still stands has this id. Look up the one to correct.',
  PostIsBanded: 'The post has an evaluated band on this day, so it needs no equivalent.',
  NoPlaceLeft:
    'Every place is held on some day from this one. Wait for one to come free, or agree more places.',
  TermEndsBeforeStart: 'The fixed term ends before it begins. Give a later last day.',
  PlaceNotReserved: 'No place of this post is held for this engagement.',
  PlaceReleased: 'This place was released from another day before. Say why that day was wrong to correct it.',
} as const satisfies Record<string, string>;
export type PostRefusal = keyof typeof postRefusals;
