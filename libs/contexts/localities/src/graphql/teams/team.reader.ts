import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { timeline, type CalendarDate } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { answeringFor } from '../../contracts.js';
import type { TeamHistory } from '../../projections/teams/teams.projection.js';
import { dayOfColumn } from '../day-of-column.js';
import type { Team, TeamArgs, TeamRecord, TeamsArgs } from './team.types.js';

/** What a list of the history says for the day `$2`. */
const saidOn = (list: string): string => `
  (SELECT said ->> 'value' FROM jsonb_array_elements(t.history -> '${list}') WITH ORDINALITY AS told (said, place)
   WHERE (said ->> 'from')::date <= $2::date ORDER BY place DESC LIMIT 1)`;

/** Those of organisations that merged into it are its own from the day of the merger, and theirs no more. */
const many = `
  SELECT * FROM (
    SELECT t.team_id AS "teamId", t.organisation_id AS "organisationId", ${saidOn('names')} AS name,
      ${saidOn('settings')} AS setting, t.formed_on AS "formedOn", t.disbanded_on AS "disbandedOn"
    FROM localities.team t
    WHERE t.organisation_id = ANY ${answeringFor('$1', '$2')}
      AND t.formed_on <= $2::date AND (t.disbanded_on IS NULL OR t.disbanded_on > $2::date)
  ) there
  WHERE $3::text IS NULL OR (name, "teamId") > ($3, $4::uuid)
  ORDER BY name, "teamId" LIMIT $5`;

/** What was said for the day; the first that was said for a day before all of it. */
const onDay = (said: TeamHistory['names'], day: CalendarDate): string =>
  timeline.valueOn(said, day) ?? said[0]!.value;

/** Teams are public: whoever is signed in reads all of them. */
@Injectable()
export class TeamReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async teams({ scope, actor }: Act, args: TeamsArgs): Promise<Page<Team>> {
    const first = checkedFirst(args.first);
    const [name, teamId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Team & object>(scope, {
      name: 'localities.teams',
      text: many,
      values: [args.organisationId, args.on ?? actor.today, name, teamId, first + 1],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.name, row.teamId],
      (row) => row,
    );
  }

  async team({ scope, actor }: Act, { teamId, on }: TeamArgs): Promise<TeamRecord | null> {
    const found = await this.readModels.prisma(
      scope,
      async (transaction) => await transaction.team.findUnique({ where: { teamId } }),
    );
    if (!found) return null;
    const day = on ?? actor.today;
    const { names, settings, disbandedBy } = found.history as unknown as TeamHistory;
    return {
      teamId,
      organisationId: found.organisationId,
      name: onDay(names, day),
      setting: onDay(settings, day),
      formedOn: dayOfColumn(found.formedOn),
      disbandedOn: found.disbandedOn && dayOfColumn(found.disbandedOn),
      names: names.map(({ value, ...said }) => ({ name: value, ...said })),
      settings: settings.map(({ value, ...said }) => ({ setting: value, ...said })),
      disbandedBy,
    };
  }
}
