import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, readable, scopedModel, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import { answeringFor } from '@alongside/localities/contracts';
import type { Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { passportShares } from '../projections/passport-shares/passport-shares.projection.js';
import { completionColumns, completionJoins, latestFirst, shareRuns, standing } from './completion.sql.js';
import { PassportReadings } from './passport-readings.js';
import { dayText } from './day-text.js';
import type {
  PassportShare,
  RelianceToReview,
  RelianceToReviewArgs,
  SharedCompletion,
  SharedTrainingArgs,
} from './passport.types.js';

const passportShare = scopedModel('PassportShare', passportShares);

interface Row extends SharedCompletion {
  readonly position: string;
  readonly sharedWith: Uuid;
}

/** Of several shares of a completion `c` with an organisation and those that merged into it, the one that runs longest. */
const shareOf = (organisation: string, readable: string, today: string): string => `
  SELECT s.with_organisation_id FROM training.passport_share s
  WHERE s.person_id = c.person_id AND s.with_organisation_id = ANY ${answeringFor(organisation, today)}
    AND s.with_organisation_id = ANY (${readable}::uuid[]) AND s.with_organisation_id = ANY (c.shared_with)
    AND ${shareRuns(today)}
  ORDER BY s.until DESC, s.with_organisation_id LIMIT 1`;

const shared = `
  SELECT ${completionColumns('$2')}, n.display_name AS "displayName", s.until AS "sharedUntil", s.with_organisation_id AS "sharedWith",
    r.decision AS reliance, r.reason AS "relianceReason"
  FROM training.passport_share s
  JOIN training.completion c ON c.person_id = s.person_id AND s.with_organisation_id = ANY (c.shared_with)
  LEFT JOIN people.name_card n ON n.person_id = c.person_id
  LEFT JOIN LATERAL (
    SELECT decision, reason FROM training.reliance
    WHERE completion_event_id = c.event_id AND organisation_id = ANY ${answeringFor('$1', '$5')}
    ORDER BY organisation_id = $1 DESC, decided_on DESC LIMIT 1
  ) r ON true
  ${completionJoins('$3', '$4')}
  WHERE $1::uuid = ANY ($3::uuid[]) AND s.with_organisation_id = (${shareOf('$1', '$3', '$5')})
    AND ($6::uuid IS NULL OR c.person_id = $6) AND ${standing('$2', '$7', '$8')}
  ${latestFirst} LIMIT $9`;

const review = `
  SELECT person_id AS "personId", completion_event_id AS "completionEventId", decision, decided_on AS "decidedOn"
  FROM training.reliance
  WHERE $1::uuid = ANY ($2::uuid[]) AND organisation_id = ANY ${answeringFor('$1', '$6')} AND organisation_id = ANY ($2)
    AND to_be_reviewed
    AND ($3::date IS NULL OR (decided_on, completion_event_id) > ($3, $4::uuid))
  ORDER BY decided_on, completion_event_id LIMIT $5`;

/** Who shows whom what they have completed, and what is made of it. */
@Injectable()
export class PassportReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly readings: PassportReadings,
  ) {}

  /** The person's own shares; none for a client. */
  async shares({ scope, actor }: Act, args: PageArgs): Promise<Page<PassportShare>> {
    const first = checkedFirst(args.first);
    const [until, withOrganisationId] = decodeCursor(args.after, 2) ?? [];
    const personId = scope.person;
    if (personId === null)
      return pageOf<PassportShare, PassportShare>(
        [],
        first,
        () => [],
        (row) => row,
      );
    const after =
      until && withOrganisationId
        ? {
            OR: [
              { until: { lt: new Date(until) } },
              { until: new Date(until), withOrganisationId: { gt: withOrganisationId } },
            ],
          }
        : {};
    const rows = await this.readModels.prisma(scope, (tx) =>
      tx.passportShare.findMany({
        where: { AND: [{ personId, ...after }, readable({ actor }, passportShare)] },
        orderBy: [{ until: 'desc' }, { withOrganisationId: 'asc' }],
        take: first + 1,
      }),
    );
    const { today } = actor;
    const shares = rows.map((row): PassportShare => {
      const days = {
        sharedOn: dayText(row.sharedOn),
        until: dayText(row.until),
        endedOn: dayText(row.endedOn),
      };
      const runs = days.endedOn === null && days.sharedOn <= today && days.until >= today;
      return { withOrganisationId: row.withOrganisationId, ...days, runs };
    });
    return pageOf(
      shares,
      first,
      (row) => [row.until, row.withOrganisationId],
      (row) => row,
    );
  }

  /**
   * What people share with an organisation of the actor's today: nothing of a share that has run out or was ended.
   * @throws NotLogged
   */
  async shared(act: Act, args: SharedTrainingArgs): Promise<Page<SharedCompletion>> {
    const { scope, actor } = act;
    const first = checkedFirst(args.first);
    const [completedOn, position] = decodeCursor(args.after, 2) ?? [null, null];
    const on = args.on ?? actor.today;
    const { organisations, people } = scope;
    const rows = await this.readModels.query<Row>(scope, {
      name: 'training.shared',
      text: shared,
      values: [
        args.organisationId,
        on,
        organisations.C2,
        people.C2,
        actor.today,
        args.personId ?? null,
        completedOn,
        position,
        first + 1,
      ],
    });
    await this.readings.written(act, rows.slice(0, first));
    return pageOf(
      rows,
      first,
      (row) => [row.completedOn, row.position],
      (row) => row,
    );
  }

  async relianceToReview({ scope, actor }: Act, args: RelianceToReviewArgs): Promise<Page<RelianceToReview>> {
    const first = checkedFirst(args.first);
    const [decidedOn, completionEventId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<RelianceToReview & object>(scope, {
      name: 'training.reliance_to_review',
      text: review,
      values: [
        args.organisationId,
        scope.organisations.C2,
        decidedOn,
        completionEventId,
        first + 1,
        actor.today,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.decidedOn, row.completionEventId],
      (row) => row,
    );
  }
}
