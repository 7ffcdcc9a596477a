import type {
  ContestAnswered,
  DisclosureGranted,
  DisclosureWithdrawn,
  FactContested,
  PersonNamed,
  PersonRegistered,
  WorkContactGiven,
} from '../../contracts.js';

export type PersonEvent =
  | PersonRegistered
  | PersonNamed
  | WorkContactGiven
  | DisclosureGranted
  | DisclosureWithdrawn
  | FactContested
  | ContestAnswered;
