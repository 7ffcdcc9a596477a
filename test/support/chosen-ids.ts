import { uuid5 } from '@alongside/kernel';
import type { Choice } from './graph-questions.js';
import type { KnownWords } from './known-words.js';
import type { Reader } from './readers.js';

/** Where the ids stand that an argument takes. */
const columns: Readonly<Record<string, readonly [table: string, column: string]>> = {
  organisation: ['localities.organisation', 'organisation_id'],
  person: ['people.name_card', 'person_id'],
  locality: ['localities.locality', 'locality_id'],
  team: ['localities.team', 'team_id'],
  agreement: ['localities.agreement', 'agreement_id'],
  breakGlass: ['localities.break_glass', 'break_glass_id'],
  membership: ['localities.access_grant', 'membership_id'],
  delegation: ['localities.access_grant', 'grant_id'],
  framework: ['framework.framework', 'framework_id'],
  version: ['framework.version', 'version_id'],
  clause: ['framework.clause', 'clause_id'],
  adoption: ['framework.adoption', 'adoption_id'],
  vacancy: ['recruitment.vacancy', 'vacancy_id'],
  application: ['recruitment.application', 'application_id'],
  course: ['training.course', 'course_id'],
  cohort: ['training.cohort', 'cohort_id'],
  enrolment: ['training.enrolment', 'enrolment_id'],
  completionEvent: ['training.completion', 'event_id'],
  post: ['employment.post', 'post_id'],
  engagement: ['employment.engagement', 'engagement_id'],
  supervision: ['supervision.arrangement', 'supervision_id'],
  contest: ['people.contest', 'contest_id'],
  invitation: ['people.invitation', 'invitation_id'],
  disclosure: ['people.disclosure', 'grant_id'],
  query: ['role_boundaries.query_raised', 'query_id'],
  concern: ['role_boundaries.concern', 'concern_id'],
  event: ['history.fact', 'event_id'],
};

/** Arguments that are not called after what they name. */
const kinds: Readonly<Record<string, string>> = {
  bookedBy: 'organisation',
  registeredBy: 'organisation',
  disclosing: 'organisation',
  id: 'organisation',
  delegateId: 'person',
  assessorId: 'person',
  supervisorId: 'person',
  visibleTo: 'person',
  with: 'person',
  left: 'version',
  right: 'version',
  grantId: 'disclosure',
  correctedEventId: 'event',
};

/** Records that have a history. */
const recorded = [
  'engagement',
  'person',
  'post',
  'application',
  'supervision',
  'vacancy',
  'organisation',
  'concern',
];

const kindOf = ({ as, nth }: Choice): string => {
  if (as === 'recordId') return recorded[nth % recorded.length]!;
  const own = kinds[as] ?? as.replace(/Id$/, '');
  if (own in columns) return own;
  return Object.keys(columns).find((kind) => own.toLowerCase().endsWith(kind)) ?? 'event';
};

const oneOf = (ids: readonly string[], nth: number): string | undefined => ids[nth % ids.length];

/** Organisations are known to everybody: here those in which the reader has a part. */
const known = (words: KnownWords, reader: Reader, kind: string): readonly string[] => {
  if (kind !== 'organisation') return words.ids(...columns[kind]!, { seenBy: reader });
  return (reader.actor?.grants ?? []).flatMap(({ scope }) =>
    scope.kind === 'organisation' ? [scope.id] : [],
  );
};

/** What there is to choose from, as text of a document. */
export const chooser = (words: KnownWords, cursors: ReadonlyMap<string, readonly string[]>) => {
  const names = words.ids('people.name_card', 'family_name');
  const pools = new Map<string, readonly string[]>();
  const pool = (key: string, make: () => readonly string[]): readonly string[] => {
    const before = pools.get(key) ?? make();
    pools.set(key, before);
    return before;
  };
  const idFor = (reader: Reader, choice: Choice): string => {
    const kind = kindOf(choice);
    const { from, nth } = choice;
    if (from === 'nowhere') return uuid5(`nowhere ${nth}`);
    const all = Object.keys(columns);
    const other = from === 'another kind' ? all[nth % all.length]! : kind;
    const own = from === 'known' ? pool(`${reader.name} ${kind}`, () => known(words, reader, kind)) : [];
    return (
      oneOf(own, nth) ??
      oneOf(
        pool(other, () => words.ids(...columns[other]!)),
        nth,
      ) ??
      uuid5('none')
    );
  };
  const cursorFor = ({ as, from, nth }: Choice): string | undefined => {
    const own = from === 'another kind' ? undefined : cursors.get(as.replace('after ', ''));
    return oneOf(own ?? [...cursors.values()].flat(), nth);
  };
  return (reader: Reader) =>
    (choice: Choice): string => {
      if (choice.of === 'cursor') return JSON.stringify(cursorFor(choice) ?? 'WyJhIl0');
      if (choice.of === 'name')
        return JSON.stringify(oneOf(names, choice.nth)!.slice(0, 3 + (choice.nth % 12)));
      return JSON.stringify(idFor(reader, choice));
    };
};

/** Of each kind something that is not the reader's, whether or not they know of it. */
export const foreignTo = (words: KnownWords, reader: Reader) => {
  const { id, grants } = reader.actor!;
  const own = new Set([id, ...grants.map(({ scope }) => scope.id)]);
  const pools = new Map<string, readonly string[]>();
  return (choice: Choice): string => {
    if (choice.of === 'name') return '"Zq"';
    const kind = kindOf(choice);
    const pool = pools.get(kind) ?? words.ids(...columns[kind]!, { without: own });
    pools.set(kind, pool);
    return JSON.stringify(oneOf(pool, choice.nth) ?? uuid5('none'));
  };
};
