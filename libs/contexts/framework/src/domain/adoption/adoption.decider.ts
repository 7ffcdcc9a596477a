import { addDays, reject, timeline, type CalendarDate, type Decider, type Rejected } from '@alongside/kernel';
import type { AdoptionEvent, ClauseRule } from '../../contracts.js';
import type { Deviation } from '../clause/clause.applicable.js';
import { deviationDirection } from '../clause/clause.comparison.js';
import { ruleFaults } from '../clause/clause.faults.js';
import { sameQuestion } from '../clause/clause.subject.js';
import { correcting } from '../correcting.js';
import type {
  AdoptionCommand,
  AdoptVersion,
  ClauseDeviatedFrom,
  DeclareDeviation,
  EndAdoption,
  WithdrawDeviation,
} from './adoption.commands.js';
import type { AdoptionRefusal } from './adoption.refusals.js';
import {
  deviationsOf,
  evolveAdoption,
  versionsOf,
  type Adopting,
  type AdoptionState,
} from './adoption.state.js';

type Decision = readonly AdoptionEvent[] | Rejected<AdoptionRefusal>;

const MOST_CHARACTERS = 2_000;

const ofAdoption = ({ adoptionId, frameworkId, organisationId }: Adopting, effectiveOn: CalendarDate) => ({
  adoptionId,
  frameworkId,
  organisationId,
  effectiveOn,
});

const adopt = (command: AdoptVersion, state: AdoptionState): Decision => {
  const { adoptionId, frameworkId, organisationId, effectiveOn, corrects } = command;
  const { versionId, inForceFrom, supersededOn } = command.version;
  if (command.version.frameworkId !== frameworkId) return reject('VersionOfAnotherFramework');
  if (!command.inLocality) return reject('OrganisationNotInLocality');
  if (inForceFrom === null) return reject('VersionNotRatified');
  if (effectiveOn < inForceFrom) return reject('VersionNotYetInForce', { inForceFrom });
  if (supersededOn !== null && effectiveOn >= supersededOn)
    return reject('VersionSuperseded', { supersededOn });
  const adoptions = state.status === 'None' ? [] : state.adoptions;
  const wrong = adoptions.find(({ eventId }) => eventId === corrects?.eventId);
  if (corrects && (!wrong || wrong.value === null)) return reject('NothingToCorrect');
  if (!corrects && timeline.valueOn(versionsOf({ adoptions }), effectiveOn) === versionId) return [];
  return [
    {
      type: 'VersionAdopted',
      data: { adoptionId, frameworkId, organisationId, versionId, effectiveOn },
      ...correcting(command),
    },
  ];
};

const end = (command: EndAdoption, state: Adopting): Decision => {
  const { effectiveOn, corrects } = command;
  const wrong = state.adoptions.find(({ eventId }) => eventId === corrects?.eventId);
  if (corrects && (!wrong || wrong.value !== null)) return reject('NothingToCorrect');
  const adoptions = state.adoptions.filter((one) => one !== wrong);
  if (!timeline.valueOn(versionsOf({ adoptions }), effectiveOn)) return reject('NothingAdopted');
  return [{ type: 'AdoptionEnded', data: ofAdoption(state, effectiveOn), ...correcting(command) }];
};

/** The last day on which a deviation holds; before its first where it was withdrawn at once. */
const lastDay = ({ expiresOn, withdrawnOn }: Deviation): CalendarDate => {
  const withdrawn = withdrawnOn === null ? expiresOn : addDays(withdrawnOn, -1);
  return withdrawn < expiresOn ? withdrawn : expiresOn;
};

const refusalOfRule = (
  clause: ClauseDeviatedFrom,
  rule: ClauseRule,
): Rejected<AdoptionRefusal> | undefined => {
  const faults = ruleFaults(rule);
  if (faults.length > 0) return reject('ClauseNotEvaluable', { faults });
  if (clause.rule.kind === 'principle') return reject('ClauseHasNoRule');
  if (!sameQuestion(clause.rule, rule)) return reject('RuleOfAnotherSubject');
  const never = clause.rule.kind === 'boundary' && clause.rule.stance === 'never';
  const own = rule.kind === 'boundary' ? rule.stance : undefined;
  return never && own !== 'never' ? reject('LooserThanNever') : undefined;
};

const declare = (command: DeclareDeviation, state: Adopting): Decision => {
  const { deviationId, clause, rule, expiresOn, effectiveOn, corrects } = command;
  const reason = command.reason.trim();
  const wrong = state.declared.find(({ eventId }) => eventId === corrects?.eventId);
  if (corrects && wrong?.deviationId !== deviationId) return reject('NothingToCorrect');
  const adopted = timeline.valueOn(versionsOf(state), effectiveOn);
  if (!adopted) return reject('NothingAdopted');
  if (clause?.versionId !== adopted) return reject('ClauseOfAnotherVersion', { adopted });
  const { versionId, clauseId } = clause;
  const refusal = refusalOfRule(clause, rule);
  if (refusal) return refusal;
  const direction = deviationDirection(clause.rule, rule);
  if (direction === null) return reject('NothingDeviates');
  if (reason === '' || reason.length > MOST_CHARACTERS) return reject('ReasonMissing');
  if (expiresOn < effectiveOn) return reject('ExpiresBeforeStart');
  const other = deviationsOf(state).find(
    (one) =>
      one.deviationId !== wrong?.deviationId &&
      one.versionId === versionId &&
      one.clauseId === clauseId &&
      one.from <= expiresOn &&
      effectiveOn <= lastDay(one),
  );
  if (other) return reject('DeviationStands', { deviationId: other.deviationId, until: lastDay(other) });
  return [
    {
      type: 'DeviationDeclared',
      data: {
        ...ofAdoption(state, effectiveOn),
        deviationId,
        versionId,
        clauseId,
        reason,
        expiresOn,
        rule,
        direction,
      },
      ...correcting(command),
    },
  ];
};

const withdraw = ({ deviationId, effectiveOn }: WithdrawDeviation, state: Adopting): Decision => {
  const deviation = deviationsOf(state).find((one) => one.deviationId === deviationId);
  if (!deviation) return reject('DeviationUnknown');
  if (effectiveOn < deviation.from) return reject('BeforeDeviation', { from: deviation.from });
  if (deviation.withdrawnOn !== null || deviation.expiresOn < effectiveOn) return [];
  return [
    {
      type: 'DeviationWithdrawn',
      data: { ...ofAdoption(state, effectiveOn), deviationId, clauseId: deviation.clauseId },
    },
  ];
};

const decide = (command: AdoptionCommand, state: AdoptionState): Decision => {
  if (command.type === 'AdoptVersion') return adopt(command, state);
  if (state.status === 'None') return reject('NothingAdopted');
  switch (command.type) {
    case 'EndAdoption':
      return end(command, state);
    case 'DeclareDeviation':
      return declare(command, state);
    case 'WithdrawDeviation':
      return withdraw(command, state);
    default:
      return command satisfies never;
  }
};

export const adoption: Decider<AdoptionCommand, AdoptionState, AdoptionEvent, AdoptionRefusal> = {
  initialState: { status: 'None' },
  decide,
  evolve: evolveAdoption,
};
