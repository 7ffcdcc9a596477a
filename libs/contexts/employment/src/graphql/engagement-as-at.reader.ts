import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { organisationsOf, readableOrganisations } from '@alongside/identity';
import type { AsOf, CalendarDate, Instant } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import type { EngagementFactRow } from '../projections/engagement-fact/engagement-fact.projection.js';
import type { EngagementAsAt, EngagementArgs } from './workforce.types.js';

const facts = `
  SELECT * FROM employment.engagement_fact
  WHERE engagement_id = $1 AND recorded_at <= $2::timestamptz
    AND (corrected_at IS NULL OR corrected_at > $2::timestamptz)
    AND (person_id = $3::uuid OR employing_organisation_id = ANY ($4::uuid[]) OR host_organisation_id = ANY ($4))
  ORDER BY effective_on, position`;

const band = `
  SELECT event_id, band FROM employment.post_banding
  WHERE post_id = $1 AND effective_on <= $2::date AND recorded_at <= $3::timestamptz
    AND (corrected_at IS NULL OR corrected_at > $3::timestamptz)
  ORDER BY (basis = 'banded') DESC, effective_on DESC, position DESC LIMIT 1`;

/** Later than anything that can be recorded. */
const END_OF_TIME: Instant = '9999-12-31T00:00:00.000Z';

/** What a set of facts that were known together says of one day. Undefined where there was no engagement. */
export const engagementOn = (
  known: readonly EngagementFactRow[],
  day: CalendarDate,
): (Omit<EngagementAsAt, 'band'> & { readonly postId: string | null }) | undefined => {
  const begun = known.findLast((row) => row.fact === 'begun');
  if (!begun) return undefined;
  const ended = known.findLast((row) => row.fact === 'ended');
  const hours =
    known.findLast((row) => (row.fact === 'begun' || row.fact === 'hours') && row.effective_on <= day) ??
    begun;
  const endsOn = ended?.last_day ?? null;
  return {
    engagementId: begun.engagement_id,
    personId: begun.person_id,
    postId: begun.post_id,
    kind: begun.kind!,
    title: begun.title!,
    beginsOn: begun.effective_on,
    endsOn,
    hoursPerWeek: hours.hours_per_week,
    inForce: begun.effective_on <= day && (endsOn === null || endsOn >= day),
    decidedBy: [...new Set([begun.event_id, hours.event_id, ...(ended ? [ended.event_id] : [])])],
  };
};

/** Answers what was true of an engagement on a day, as known at a moment. */
@Injectable()
export class EngagementAsAtReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async engagement({ scope, actor }: Act, args: EngagementArgs): Promise<EngagementAsAt | null> {
    const { asAt, asKnownAt }: AsOf = {
      asAt: args.asAt ?? actor.today,
      asKnownAt: args.asKnownAt ?? END_OF_TIME,
    };
    const known = await this.readModels.query<EngagementFactRow>(scope, {
      name: 'employment.engagement_facts',
      text: facts,
      values: [
        args.engagementId,
        asKnownAt,
        scope.person,
        // Supervising somebody in one organisation shows nothing of what they do for others.
        [...readableOrganisations(scope, 'employment', 'C2'), ...organisationsOf(actor, 'supervisor')],
      ],
    });
    const found = engagementOn(known, asAt!);
    if (!found) return null;
    const { postId, ...engagement } = found;
    const [banding] = postId
      ? await this.readModels.query<{ event_id: string; band: EngagementAsAt['band'] }>(scope, {
          name: 'employment.band_on',
          text: band,
          values: [postId, asAt, asKnownAt],
        })
      : [];
    return {
      ...engagement,
      band: banding?.band ?? null,
      decidedBy: banding ? [...engagement.decidedBy, banding.event_id] : engagement.decidedBy,
    };
  }
}
