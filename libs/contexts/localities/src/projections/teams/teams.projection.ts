import type { CalendarDate, Uuid } from '@alongside/kernel';
import { type Change, projection, type Published, type Said, saying } from '@alongside/projections';
import type { TeamEvent } from '../../contracts.js';

/** What was said over time, as far as it decides the columns beside it. */
export interface TeamHistory {
  readonly names: readonly Said<string>[];
  readonly settings: readonly Said<string>[];
  /** The event that a reinstatement names; null while the team is there. */
  readonly disbandedBy: Uuid | null;
}

export interface TeamRow {
  readonly team_id: Uuid;
  readonly organisation_id: Uuid;
  /** The last of its names; `history` says which one it bore when. */
  readonly name: string;
  readonly setting: string;
  readonly formed_on: CalendarDate;
  /** The first day on which there is no such team; it may lie ahead. */
  readonly disbanded_on: CalendarDate | null;
  readonly history: TeamHistory;
}

type Told = Pick<TeamRow, 'name' | 'setting' | 'history'>;

const telling = (history: TeamHistory): Told => ({
  name: history.names.at(-1)!.value,
  setting: history.settings.at(-1)!.value,
  history,
});

const change = ({ data }: Published<TeamEvent>, fold: (row: TeamRow) => TeamRow): Change<TeamRow> => ({
  key: [data.teamId],
  fold: (row) => row && fold(row),
});

const disbanded = (row: TeamRow, on: CalendarDate | null, disbandedBy: Uuid | null): TeamRow => ({
  ...row,
  disbanded_on: on,
  history: { ...row.history, disbandedBy },
});

/** Every team of the partner organisations as it stands: public reference data. */
export const teams = projection<TeamRow, TeamEvent>({
  name: 'teams',
  version: 1,
  table: 'localities.team',
  columns: {
    team_id: 'uuid',
    organisation_id: 'uuid',
    name: 'text',
    setting: 'text',
    formed_on: 'date',
    disbanded_on: 'date',
    history: 'json',
  },
  key: ['team_id'],
  access: { class: 'C0', everyone: true },
  on: {
    TeamFormed: (event) => ({
      key: [event.data.teamId],
      fold: (row) => ({
        team_id: event.data.teamId,
        organisation_id: event.data.organisationId,
        formed_on: event.data.effectiveOn,
        disbanded_on: row?.disbanded_on ?? null,
        ...telling({
          names: saying(row?.history.names ?? [], event, event.data.name),
          settings: saying(row?.history.settings ?? [], event, event.data.setting),
          disbandedBy: row?.history.disbandedBy ?? null,
        }),
      }),
    }),
    TeamRenamed: (event) =>
      change(event, (row) => ({
        ...row,
        ...telling({ ...row.history, names: saying(row.history.names, event, event.data.name) }),
      })),
    TeamSettingNamed: (event) =>
      change(event, (row) => ({
        ...row,
        ...telling({ ...row.history, settings: saying(row.history.settings, event, event.data.setting) }),
      })),
    TeamDisbanded: (event) => change(event, (row) => disbanded(row, event.data.effectiveOn, event.id)),
    TeamReinstated: (event) => change(event, (row) => disbanded(row, null, null)),
  },
});
