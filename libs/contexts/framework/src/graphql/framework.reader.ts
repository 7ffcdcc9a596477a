import { Inject, Injectable } from '@nestjs/common';
import { LoggedOpener, type WhenAsked } from '@alongside/access-log';
import { READ_MODELS, type Act } from '@alongside/application';
import { pageOf, type Page } from '@alongside/graphql-kit';
import { localitiesOf } from '@alongside/identity';
import type { Personal } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { frameworkIdOf } from '../contracts.js';
import type { Framework, GroupMember, GroupMembersArgs } from './framework.types.js';
import { startOf } from './paging.args.js';

const group = `
  SELECT * FROM (
    SELECT DISTINCT ON (g.person_id)
      g.person_id AS "personId", n.display_name AS "displayName", coalesce(n.sort_name, '') AS "sortName",
      g.organisation_id AS "organisationId", g.member, g.effective_on AS "from", g.event_id AS "joinedEventId",
      g.lived_experience AS "sealedExperience"
    FROM framework.group_member g LEFT JOIN people.name_card n USING (person_id)
    WHERE g.framework_id = $1 AND (g.locality_id = ANY ($2::uuid[]) OR g.person_id = $3::uuid)
      AND g.effective_on <= $4::date AND g.corrected_at IS NULL
    ORDER BY g.person_id, g.effective_on DESC, g.position DESC
  ) standing
  WHERE member AND ($5::text IS NULL OR ("sortName", "personId") > ($5, $6::uuid))
  ORDER BY "sortName", "personId" LIMIT $7`;

interface GroupRow extends Omit<GroupMember, 'livedExperience'> {
  readonly sortName: string;
  readonly sealedExperience: Personal<boolean> | null;
}

@Injectable()
export class FrameworkReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly opener: LoggedOpener,
  ) {}

  framework({ scope, actor }: Act, localityId: string): Promise<Framework | null> {
    const today = new Date(actor.today);
    return this.readModels.prisma(scope, async (tx) => {
      const found = await tx.framework.findUnique({ where: { frameworkId: frameworkIdOf(localityId) } });
      if (!found) return null;
      const inForce = await tx.frameworkVersion.findFirst({
        select: { versionId: true },
        where: {
          frameworkId: found.frameworkId,
          inForceFrom: { lte: today },
          OR: [{ supersededOn: null }, { supersededOn: { gt: today } }],
        },
        orderBy: [{ inForceFrom: 'desc' }, { number: 'desc' }],
      });
      const foundedOn = found.foundedOn.toISOString().slice(0, 10);
      return { ...found, foundedOn, versionInForce: inForce?.versionId ?? null };
    });
  }

  /** The whole group to whoever leads the framework; to anybody else, at most themselves. */
  async members(act: Act, args: GroupMembersArgs): Promise<Page<GroupMember>> {
    const { scope, actor } = act;
    const { first, start } = startOf(args, 2);
    const rows = await this.readModels.query<GroupRow>(scope, {
      name: 'framework.group_members',
      text: group,
      values: [
        args.frameworkId,
        localitiesOf(actor, 'frameworkLead'),
        scope.person,
        actor.today,
        ...start,
        first + 1,
      ],
    });
    return pageOf(
      rows.map((row) => ({ ...row, livedExperience: this.ownExperience(act, row) })),
      first,
      (row) => [row.sortName, row.personId],
      (row) => row,
    );
  }

  private ownExperience(
    act: Act,
    { personId, organisationId, sealedExperience }: GroupRow,
  ): WhenAsked<boolean> | null {
    if (personId !== act.scope.person || !act.scope.people.C3.includes(personId)) return null;
    return this.opener.whenAsked(
      act,
      { what: 'groupLivedExperience', class: 'C3', person: personId, organisation: organisationId },
      sealedExperience,
    );
  }
}
