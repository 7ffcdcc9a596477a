import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page } from '@alongside/graphql-kit';
import { readableOrganisations } from '@alongside/identity';
import { answeringFor } from '@alongside/localities/contracts';
import type { ReadModels } from '@alongside/read-models';
import type { Post, PostsArgs } from './post.types.js';

const columns = `
  post_id AS "postId", title, role_family AS "roleFamily", employing_organisation_id AS "employingOrganisationId",
  host_organisation_id AS "hostOrganisationId", locality_id AS "localityId",
  team_id AS "teamId", team, setting, places,
  places_held AS "placesHeld", band, banded_on AS "bandedOn", equivalent_band AS "equivalentBand",
  hours_per_week AS "hoursPerWeek", established_on AS "establishedOn", closed_on AS "closedOn"`;

const one = `
  SELECT ${columns} FROM employment.post
  WHERE post_id = $1 AND (employing_organisation_id = ANY ($2::uuid[]) OR host_organisation_id = ANY ($2))`;

const many = `
  SELECT ${columns} FROM employment.post
  WHERE $1::uuid = ANY ($2::uuid[])
    AND (employing_organisation_id = ANY ${answeringFor('$1', '$4')} OR host_organisation_id = ANY ${answeringFor('$1', '$4')})
    AND (employing_organisation_id = ANY ($2) OR host_organisation_id = ANY ($2))
    AND (NOT $3 OR closed_on IS NULL OR closed_on > $4::date)
    AND ($5::uuid IS NULL OR team_id = $5)
    AND ($6::text IS NULL OR (title, post_id) > ($6, $7::uuid))
  ORDER BY title, post_id LIMIT $8`;

@Injectable()
export class PostReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  async post({ scope }: Act, postId: string): Promise<Post | null> {
    const [row] = await this.readModels.query<Post & object>(scope, {
      name: 'employment.post',
      text: one,
      values: [postId, readableOrganisations(scope, 'employment', 'C1')],
    });
    return row ?? null;
  }

  async posts({ scope, actor }: Act, args: PostsArgs): Promise<Page<Post>> {
    const first = checkedFirst(args.first);
    const [title, postId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Post & object>(scope, {
      name: 'employment.posts',
      text: many,
      values: [
        args.organisationId,
        readableOrganisations(scope, 'employment', 'C1'),
        args.openOnly === true,
        args.on ?? actor.today,
        args.teamId ?? null,
        title,
        postId,
        first + 1,
      ],
    });
    return pageOf(
      rows,
      first,
      (row) => [row.title, row.postId],
      (row) => row,
    );
  }
}
