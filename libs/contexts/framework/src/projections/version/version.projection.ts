import type { CalendarDate, Uuid } from '@alongside/kernel';
import { projection, type Change, type Published } from '@alongside/projections';
import type { LapseReason, Tally, VersionEvent } from '../../contracts.js';

export type VersionStatus =
  'draft' | 'consultation' | 'voting' | 'votingClosed' | 'ratified' | 'notRatified' | 'superseded';

export interface VersionRow {
  readonly version_id: Uuid;
  readonly framework_id: Uuid;
  readonly locality_id: Uuid | null;
  readonly number: number;
  readonly replaces: Uuid | null;
  /** As decided: a ratified version is in force from `in_force_from` up to and without `superseded_on`. */
  readonly status: VersionStatus;
  /** By which the vote on this version is counted. */
  readonly quorum_share: number;
  readonly majority_share: number;
  /** By which the vote on its successor is, once this one is ratified. */
  readonly successor_quorum_share: number;
  readonly successor_majority_share: number;
  readonly drafted_on: CalendarDate;
  readonly consultation_on: CalendarDate | null;
  readonly voting_on: CalendarDate | null;
  readonly closed_on: CalendarDate | null;
  readonly tally: Tally | null;
  readonly deciding: number | null;
  readonly lived_experience_deciding: number | null;
  readonly ratified_on: CalendarDate | null;
  readonly in_force_from: CalendarDate | null;
  readonly lapsed_on: CalendarDate | null;
  readonly lapsed_because: LapseReason | null;
  readonly superseded_on: CalendarDate | null;
  readonly superseded_by: Uuid | null;
}

type Drafted = Published<Extract<VersionEvent, { type: 'VersionDrafted' }>>;

const drafted = ({ data, metadata }: Drafted): VersionRow => ({
  version_id: data.versionId,
  framework_id: data.frameworkId,
  locality_id: metadata.locality,
  number: data.number,
  replaces: data.replaces,
  status: 'draft',
  quorum_share: data.quorumShare,
  majority_share: data.majorityShare,
  successor_quorum_share: data.quorumShare,
  successor_majority_share: data.majorityShare,
  drafted_on: data.effectiveOn,
  consultation_on: null,
  voting_on: null,
  closed_on: null,
  tally: null,
  deciding: null,
  lived_experience_deciding: null,
  ratified_on: null,
  in_force_from: null,
  lapsed_on: null,
  lapsed_because: null,
  superseded_on: null,
  superseded_by: null,
});

const step = (versionId: Uuid, after: Partial<VersionRow>): Change<VersionRow> => ({
  key: [versionId],
  fold: (row) => row && { ...row, ...after },
});

export const versionProjection = projection<VersionRow, VersionEvent>({
  name: 'version',
  version: 1,
  table: 'framework.version',
  columns: {
    version_id: 'uuid',
    framework_id: 'uuid',
    locality_id: 'uuid',
    number: 'integer',
    replaces: 'uuid',
    status: 'text',
    quorum_share: 'number',
    majority_share: 'number',
    successor_quorum_share: 'number',
    successor_majority_share: 'number',
    drafted_on: 'date',
    consultation_on: 'date',
    voting_on: 'date',
    closed_on: 'date',
    tally: 'json',
    deciding: 'integer',
    lived_experience_deciding: 'integer',
    ratified_on: 'date',
    in_force_from: 'date',
    lapsed_on: 'date',
    lapsed_because: 'text',
    superseded_on: 'date',
    superseded_by: 'uuid',
  },
  key: ['version_id'],
  access: { class: 'C0', everyone: true },
  on: {
    VersionDrafted: (event) => ({ key: [event.data.versionId], fold: () => drafted(event) }),
    VotingRuleProposed: ({ data }) =>
      step(data.versionId, {
        successor_quorum_share: data.quorumShare,
        successor_majority_share: data.majorityShare,
      }),
    ConsultationOpened: ({ data }) =>
      step(data.versionId, { status: 'consultation', consultation_on: data.effectiveOn }),
    VotingOpened: ({ data }) => step(data.versionId, { status: 'voting', voting_on: data.effectiveOn }),
    VotingClosed: ({ data }) =>
      step(data.versionId, {
        status: 'votingClosed',
        closed_on: data.effectiveOn,
        tally: data.tally,
        deciding: data.deciding,
        lived_experience_deciding: data.livedExperienceDeciding,
      }),
    VersionRatified: ({ data }) =>
      step(data.versionId, {
        status: 'ratified',
        ratified_on: data.ratifiedOn,
        in_force_from: data.effectiveOn,
        successor_quorum_share: data.quorumShare,
        successor_majority_share: data.majorityShare,
      }),
    VersionNotRatified: ({ data }) =>
      step(data.versionId, {
        status: 'notRatified',
        lapsed_on: data.effectiveOn,
        lapsed_because: data.because,
      }),
    VersionSuperseded: ({ data }) =>
      step(data.versionId, {
        status: 'superseded',
        superseded_on: data.effectiveOn,
        superseded_by: data.by,
      }),
  },
});
