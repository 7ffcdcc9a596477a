import { uuid5 } from '@alongside/kernel';
import type { Clause, ClauseRule, EngagementKind } from '@alongside/framework/contracts';
import type { LocalityName } from './partners.js';

const employed: readonly EngagementKind[] = ['agendaForChange', 'otherEmployment', 'bank', 'apprenticeship'];
const unpaid: readonly EngagementKind[] = ['volunteer', 'involvementPayment', 'honorary', 'secondment'];

const clause = (
  locality: LocalityName,
  name: string,
  title: string,
  wording: string,
  rule: ClauseRule,
): Clause => ({
  clauseId: uuid5(`demonstration:clause:${locality}:${name}`),
  kind: rule.kind,
  title,
  wording,
  rule,
});

/** The two localities share most of it, and differ where partners really do. */
export const clausesOf = (locality: LocalityName): readonly Clause[] => {
  const sussex = locality === 'Sussex';
  const of = (name: string, title: string, wording: string, rule: ClauseRule): Clause =>
    clause(locality, name, title, wording, rule);
  return [
    of(
      'mutuality',
      'Mutuality',
      'Peer relationships are reciprocal: both learn, and neither is the expert on the other.',
      {
        kind: 'principle',
        alignments: [
          { set: 'imroc', item: '1' },
          { set: 'together', item: '2' },
        ],
      },
    ),
    of(
      'choice',
      'Own story, own choice',
      'A peer worker decides what of their own story they share, with whom, and when.',
      {
        kind: 'principle',
        alignments: [{ set: 'imroc', item: '7' }],
      },
    ),
    of(
      'role',
      'Peer worker',
      'A peer worker uses their own lived experience of mental distress to support others.',
      {
        kind: 'roleProfile',
        roleFamily: 'peerWorker',
        engagementKinds: ['agendaForChange', 'otherEmployment', 'bank', 'volunteer', 'involvementPayment'],
        bands: { from: '3', to: '4' },
        criteria: ['Lived experience of mental distress', 'Willing to use it in support of others'],
      },
    ),
    of('senior', 'Senior peer worker', 'A senior peer worker also supports and supervises other peers.', {
      kind: 'roleProfile',
      roleFamily: 'seniorPeerWorker',
      engagementKinds: ['agendaForChange', 'otherEmployment'],
      bands: { from: '4', to: '5' },
      criteria: ['A year as a peer worker'],
    }),
    of(
      'training',
      'Peer support training',
      'Peer workers complete an accredited or recognised peer support course, with their competence assessed.',
      {
        kind: 'trainingRequirement',
        roleFamily: 'peerWorker',
        subject: { of: 'course', courseKind: 'imroc40' },
        evidence: 'assessed',
        due: sussex ? { by: 'months', months: 6 } : { by: 'start' },
        refresherMonths: null,
      },
    ),
    of(
      'safeguarding',
      'Safeguarding adults',
      'Everybody in a peer role keeps safeguarding training in date.',
      {
        kind: 'trainingRequirement',
        roleFamily: 'peerWorker',
        subject: { of: 'course', courseKind: 'coreSkillsSafeguardingAdults' },
        evidence: 'attended',
        due: { by: 'months', months: 3 },
        refresherMonths: 36,
      },
    ),
    of(
      'line',
      'Line supervision',
      'Line supervision at least every four weeks. No national interval exists; this one is ours.',
      {
        kind: 'supervisionStandard',
        supervision: 'line',
        roleFamily: 'peerWorker',
        monthsInPost: { from: 0, before: null },
        everyDays: 28,
        peerShare: 0,
      },
    ),
    of(
      'peer',
      'Supervision by a peer',
      'Supervision by somebody with lived experience at least every eight weeks.',
      {
        kind: 'supervisionStandard',
        supervision: 'peer',
        roleFamily: 'peerWorker',
        monthsInPost: { from: 0, before: null },
        everyDays: sussex ? 56 : 84,
        peerShare: 1,
      },
    ),
    of('restraint', 'Physical restraint', 'Peer workers do not take part in physical restraint.', {
      kind: 'boundary',
      task: 'physicalRestraint',
      stance: sussex ? 'never' : 'withConditions',
      conditions: sussex
        ? []
        : [
            { kind: 'trainingInDate', courseKind: 'restraintReduction', evidence: 'assessed' },
            { kind: 'workerOptedIn' },
          ],
    }),
    of('medication', 'Administering medication', 'Peer workers do not administer medication.', {
      kind: 'boundary',
      task: 'medicationAdminister',
      stance: 'never',
      conditions: [],
    }),
    of('alone', 'Working alone', 'Only after training and time in the role.', {
      kind: 'boundary',
      task: 'loneWorking',
      stance: 'withConditions',
      conditions: [
        { kind: 'trainingInDate', courseKind: 'loneWorking', evidence: 'attended' },
        { kind: 'monthsInPost', months: 3 },
      ],
    }),
    of(
      'shifts',
      'Healthcare assistant shifts on the same ward',
      'Partners do not agree on this yet, and say so.',
      {
        kind: 'boundary',
        task: 'healthcareAssistantShifts',
        stance: 'notAgreed',
        conditions: [],
      },
    ),
    of(
      'notes',
      'Writing in clinical notes',
      sussex ? 'Usual, in words agreed with the person.' : 'Not by default.',
      {
        kind: 'boundary',
        task: 'writingNotes',
        stance: sussex ? 'usual' : 'notByDefault',
        conditions: sussex ? [] : [{ kind: 'supervisionCurrent', supervision: 'practice' }],
      },
    ),
    of(
      'recruitment',
      'Recruitment',
      'Panels include people with lived experience; unpaid roles need fewer checks.',
      {
        kind: 'recruitmentStandard',
        panelShare: sussex ? 0.5 : 0.3333,
        checks: [
          ...employed.map((engagementKind) => ({
            engagementKind,
            checks: [
              'identity',
              'rightToWork',
              'registrationAndQualification',
              'historyAndReferences',
              'criminalRecord',
              'workHealth',
            ] as const,
          })),
          ...unpaid.map((engagementKind) => ({
            engagementKind,
            checks: ['identity', 'criminalRecord'] as const,
          })),
        ],
      },
    ),
    of('banding', 'Banding of peer workers', 'Peer workers are band 3 or 4, by job evaluation.', {
      kind: 'bandingRule',
      roleFamily: 'peerWorker',
      bandFrom: '3',
      bandTo: '4',
      evaluationNeeded: true,
    }),
    of(
      'prepared',
      'A prepared team',
      'The team has been prepared for peers, with peers, before it advertises.',
      {
        kind: 'readinessItem',
        for: 'team',
        reviewMonths: 24,
      },
    ),
    of(
      'supervisor',
      'A supervisor in place',
      'Somebody is named who will supervise, before the post is advertised.',
      {
        kind: 'readinessItem',
        for: 'organisation',
        reviewMonths: null,
      },
    ),
  ];
};

export const clauseOf = (locality: LocalityName, name: string): Clause => {
  const { clauseId } = clause(locality, name, '', '', { kind: 'principle', alignments: [] });
  return clausesOf(locality).find((found) => found.clauseId === clauseId)!;
};
