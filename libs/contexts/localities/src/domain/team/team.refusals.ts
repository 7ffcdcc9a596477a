import { readinessRefusals } from '../readiness/readiness.refusals.js';

export const teamRefusals = {
  ...readinessRefusals,
  TeamAlreadyFormed: 'This team is formed. Correct its forming, or form another under a new id.',
  TeamNotFormed: 'There is no such team. Form it first.',
  OrganisationUnknown: 'No organisation is registered under this id. Register it first.',
  OrganisationNotOpen:
    'The organisation is not open on that day. Choose a day on which it is, or form the team in its successor.',
  BeforeTeamFormed: 'The team did not exist on that day. Choose a day on or after the one it was formed on.',
  TeamDisbanded:
    'The team is disbanded on that day. Choose an earlier day, or form a team anew under another id.',
  AfterLaterFact: 'The team has an earlier fact on record. Form it on or before that day.',
  FactsAfterDisbanding:
    'The team has a fact on record on or after that day. Correct it, or disband the team later.',
  NameMissing: 'The name is empty. Give the name that the organisation calls it by.',
  NameHeldFromThatDay: 'Another name begins on that day. Correct that one.',
  SettingHeldFromThatDay: 'Another setting begins on that day. Correct that one.',
} as const satisfies Record<string, string>;

export type TeamRefusal = keyof typeof teamRefusals;
