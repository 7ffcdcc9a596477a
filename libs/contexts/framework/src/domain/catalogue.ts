import type { Catalogue } from '@alongside/kernel';
import type { AdoptionEvent, FrameworkEvent, VersionEvent } from '../contracts.js';

const rule = ['quorumShare', 'majorityShare'] as const;
const clause = ['versionId', 'clauseId', 'kind', 'title', 'wording', 'rule', 'effectiveOn'] as const;
const adoption = ['adoptionId', 'frameworkId', 'organisationId', 'effectiveOn'] as const;
const aligned = ['frameworkId', 'clauseId', 'otherFrameworkId', 'otherClauseId', 'effectiveOn'] as const;

/** What a group decides is published; what its members bring, say and vote is theirs. */
export const frameworkCatalogue: Catalogue<FrameworkEvent | VersionEvent | AdoptionEvent> = {
  FrameworkFounded: {
    version: 1,
    subject: null,
    open: ['frameworkId', 'localityId', 'name', ...rule, 'effectiveOn'],
  },
  GroupMemberJoined: {
    version: 1,
    subject: 'personId',
    open: ['frameworkId', 'personId', 'organisationId', 'effectiveOn'],
    sealed: { livedExperience: 'C3' },
  },
  GroupMemberLeft: { version: 1, subject: 'personId', open: ['frameworkId', 'personId', 'effectiveOn'] },
  ClausesAligned: { version: 1, subject: null, open: aligned },
  ClausesSeparated: { version: 1, subject: null, open: aligned },
  VersionDrafted: {
    version: 1,
    subject: null,
    open: ['versionId', 'frameworkId', 'number', 'replaces', ...rule, 'effectiveOn'],
  },
  ClauseProposed: { version: 1, subject: null, open: [...clause, 'carriedFrom'] },
  ClauseAmended: { version: 1, subject: null, open: clause },
  ClauseWithdrawn: { version: 1, subject: null, open: ['versionId', 'clauseId', 'effectiveOn'] },
  VotingRuleProposed: { version: 1, subject: null, open: ['versionId', ...rule, 'effectiveOn'] },
  ConsultationOpened: { version: 1, subject: null, open: ['versionId', 'effectiveOn'] },
  CommentMade: {
    version: 1,
    subject: 'personId',
    open: ['versionId', 'commentId', 'clauseId', 'personId', 'effectiveOn'],
    sealed: { text: 'C1' },
  },
  VotingOpened: { version: 1, subject: null, open: ['versionId', 'effectiveOn'] },
  BallotCast: {
    version: 1,
    subject: 'personId',
    open: ['versionId', 'personId', 'effectiveOn'],
    sealed: { choice: 'C3', livedExperience: 'C3' },
  },
  DissentStated: {
    version: 1,
    subject: 'personId',
    open: ['versionId', 'dissentId', 'personId', 'clauseId', 'named', 'effectiveOn'],
    sealed: { statement: 'C1' },
  },
  VotingClosed: {
    version: 1,
    subject: null,
    open: ['versionId', 'tally', 'deciding', 'livedExperienceDeciding', ...rule, 'effectiveOn'],
  },
  VersionRatified: {
    version: 1,
    subject: null,
    open: ['versionId', 'frameworkId', 'number', 'replaces', 'ratifiedOn', ...rule, 'effectiveOn'],
  },
  VersionNotRatified: {
    version: 1,
    subject: null,
    open: ['versionId', 'frameworkId', 'because', 'effectiveOn'],
  },
  VersionSuperseded: { version: 1, subject: null, open: ['versionId', 'frameworkId', 'by', 'effectiveOn'] },
  VersionAdopted: { version: 1, subject: null, open: [...adoption, 'versionId'] },
  DeviationDeclared: {
    version: 1,
    subject: null,
    open: [...adoption, 'deviationId', 'versionId', 'clauseId', 'reason', 'expiresOn', 'rule', 'direction'],
  },
  DeviationWithdrawn: { version: 1, subject: null, open: [...adoption, 'deviationId', 'clauseId'] },
  AdoptionEnded: { version: 1, subject: null, open: adoption },
};
