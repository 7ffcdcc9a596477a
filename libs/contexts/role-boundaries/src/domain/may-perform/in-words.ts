import { settings, tasks } from '@alongside/framework/contracts';
import type { LineCondition } from '../../contracts.js';
import type { ConditionStatus } from './condition.js';
import type { Judgement } from './may-perform.js';

const label = (words: Readonly<Record<string, string>>, word: string): string => words[word] ?? word;

/** A condition as it is said to people. */
export const conditionInWords = (condition: LineCondition): string => {
  switch (condition.kind) {
    case 'trainingInDate':
      return `training in date, ${condition.evidence} (${condition.courseKind})`;
    case 'monthsInPost':
      return condition.months === 1 ? '1 month in post' : `${condition.months} months in post`;
    case 'secondPersonPresent':
      return 'a second person present';
    case 'setting':
      return `setting: ${condition.settings.map((setting) => label(settings, setting)).join(', ')}`;
    case 'supervisionCurrent':
      return `supervision not overdue (${condition.supervision})`;
    case 'workerOptedIn':
      return 'the worker has opted in';
    case 'teamTrained':
      return `the team trained (${condition.courseKind})`;
    default:
      return condition satisfies never;
  }
};

const bases: Readonly<Record<Judgement['decidedBy'], string>> = {
  agreement: 'as worker and organisation have agreed',
  framework: 'as the framework says',
  deviation: 'as the organisation has declared in its deviation from the framework',
  nothing: 'neither agreement nor framework speaks of it',
  engagement: 'the person does not work here on this day',
};

/** What a judgement comes to, in one or two sentences that a worker can show to whoever asks. */
export const judgementInWords = (task: string, judgement: Judgement): string => {
  const { verdict, stance, decidedBy, exceptionId, conditions } = judgement;
  const what = label(tasks, task);
  const basis = bases[decidedBy];
  const that = (status: ConditionStatus): string =>
    conditions
      .filter((judged) => judged.status === status)
      .map(({ condition }) => conditionInWords(condition))
      .join('; ');
  if (decidedBy === 'engagement') return `No. ${what}: ${basis}.`;
  if (verdict === 'notAgreed')
    return `Not agreed. ${what}: nobody has agreed whether this may be done. Ask before doing it; you may decline.`;
  if (stance === 'never') return `No. ${what}: never, ${basis}.`;
  if (that('unmet')) return `No. ${what}: ${basis}, not while this is unmet: ${that('unmet')}.`;
  if (verdict === 'no') return `No. ${what}: not by default, ${basis}, and no exception holds.`;
  const allowed = exceptionId === null ? basis : 'by an exception that holds on this day';
  if (verdict === 'onlyIf') return `Only if. ${what}: ${allowed}, if this holds: ${that('depends')}.`;
  return conditions.length > 0
    ? `Yes. ${what}: ${allowed}. Every condition is met.`
    : `Yes. ${what}: ${allowed}.`;
};
