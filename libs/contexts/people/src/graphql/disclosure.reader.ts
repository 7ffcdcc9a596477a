import { Inject, Injectable } from '@nestjs/common';
import { LoggedOpener, type About, type Grounds } from '@alongside/access-log';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import { organisationsOf, type Actor } from '@alongside/identity';
import {
  addDays,
  disclosed,
  type CalendarDate,
  type ErasedValue,
  type Json,
  type Personal,
  type Uuid,
} from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { disclosureRoles, type DisclosureRole } from '../contracts.js';
import type { Disclosure, DisclosuresToMeArgs, DisclosureToMe } from './disclosure.types.js';

/** A row as it is stored: text sealed, and the first day on which it is no longer shared. */
type Stored<Shown> = Omit<Shown, 'text' | 'until' | 'inForce'> & {
  readonly text: Personal<string>;
  readonly toOn: CalendarDate | null;
};

const columns = `
  d.grant_id AS "grantId", d.shared_with_organisation_id AS "sharedWithOrganisationId", d.person_id AS "personId",
  d.shared_with_role AS "sharedWithRole", d.area, d.text, d.from_on AS "from", d.to_on AS "toOn"`;

const own = `
  SELECT ${columns}, o.name AS "sharedWithOrganisationName"
  FROM people.disclosure d LEFT JOIN localities.organisation o ON o.organisation_id = d.shared_with_organisation_id
  WHERE d.person_id = $1 AND ($2::date IS NULL OR (d.from_on, d.grant_id) < ($2, $3::uuid))
  ORDER BY d.from_on DESC, d.grant_id DESC LIMIT $4`;

const toMe = `
  SELECT ${columns}, n.display_name AS "displayName"
  FROM people.disclosure d LEFT JOIN people.name_card n ON n.person_id = d.person_id
  WHERE d.shared_with_organisation_id = $1 AND d.from_on <= $2::date AND (d.to_on IS NULL OR $2 < d.to_on)
    AND (($1::uuid = ANY ($3::uuid[]) AND coalesce(d.shared_with_role, 'organisationLead') = 'organisationLead')
      OR ($1 = ANY ($4::uuid[]) AND coalesce(d.shared_with_role, 'hr') = 'hr')
      OR ($1 = ANY ($5::uuid[]) AND coalesce(d.shared_with_role, 'supervisor') = 'supervisor'
        AND EXISTS (
          SELECT FROM supervision.arrangement a JOIN employment.engagement e USING (engagement_id)
          WHERE a.supervisor_id = $6::uuid AND a.person_id = d.person_id AND a.supervisor_from <= $2
            AND (a.ended_on IS NULL OR $2 < a.ended_on)
            AND (e.employing_organisation_id = $1 OR e.host_organisation_id = $1))))
    AND ($7::uuid IS NULL OR d.person_id = $7) AND ($8::text IS NULL OR d.area = $8)
    AND ($9::date IS NULL OR (d.from_on, d.grant_id) < ($9, $10::uuid))
  ORDER BY d.from_on DESC, d.grant_id DESC LIMIT $11`;

const keyOf = ({ from, grantId }: { readonly from: string; readonly grantId: Uuid }) => [from, grantId];

/** What people disclose, to themselves and to whom they share it with. That they do is as sensitive as what they say. */
@Injectable()
export class DisclosureReader {
  constructor(
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    private readonly opener: LoggedOpener,
  ) {}

  /** @throws NotLogged */
  async mine(act: Act, args: PageArgs): Promise<Page<Disclosure>> {
    const first = checkedFirst(args.first);
    const after = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Stored<Disclosure> & { personId: Uuid }>(act.scope, {
      name: 'people.my_disclosures',
      text: own,
      values: [act.scope.person, ...after, first + 1],
    });
    const { today } = act.actor;
    const shown = (await this.opened(act, rows, first)).map(({ toOn, ...row }) => ({
      ...row,
      until: lastDay(toOn),
      inForce: row.from <= today && (toOn === null || today < toOn),
    }));
    return pageOf(shown, first, keyOf, (row) => row);
  }

  /** @throws NotLogged */
  async toMe(act: Act, args: DisclosuresToMeArgs): Promise<Page<DisclosureToMe>> {
    const { actor } = act;
    const first = checkedFirst(args.first);
    const after = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Stored<DisclosureToMe> & object>(act.scope, {
      name: 'people.disclosures_to_me',
      text: toMe,
      values: [
        args.organisationId,
        actor.today,
        ...disclosureRoles.map((role) => organisationsOf(actor, role)),
        act.scope.person,
        args.personId ?? null,
        args.area ?? null,
        ...after,
        first + 1,
      ],
    });
    const shown = (await this.opened(act, rows, first)).map(({ toOn, ...row }) => ({
      ...row,
      until: lastDay(toOn),
    }));
    return pageOf(shown, first, keyOf, (row) => row);
  }

  /** The page with its texts. Beyond it nothing is opened. */
  private async opened<Row extends Stored<Disclosure | DisclosureToMe> & { readonly personId: Uuid }>(
    act: Act,
    rows: readonly Row[],
    first: number,
  ): Promise<readonly (Omit<Row, 'text'> & { readonly text: string | null })[]> {
    const page = rows.slice(0, first);
    const texts = await this.opener.open(
      act,
      page.map((row) => ({ about: aboutDisclosure(act.actor, row), value: row.text })),
    );
    return rows.map((row, index) => ({ ...row, text: textOf(texts[index]) }));
  }
}

const lastDay = (toOn: CalendarDate | null): CalendarDate | null =>
  toOn === null ? null : addDays(toOn, -1);

const textOf = (value: Json | ErasedValue | undefined): string | null =>
  (disclosed(value as Personal<string | null | undefined>) ?? null) as string | null;

const aboutDisclosure = (
  actor: Actor,
  row: Stored<Disclosure | DisclosureToMe> & { readonly personId: Uuid },
): About => ({
  what: 'disclosure',
  class: 'C3',
  person: row.personId,
  organisation: row.sharedWithOrganisationId,
  grounds: groundsOfDisclosure(actor, row),
});

/** The person's own, or shared with the first of the roles that the reader holds there. */
const groundsOfDisclosure = (
  actor: Actor,
  {
    personId,
    grantId,
    area,
    sharedWithRole,
    sharedWithOrganisationId: organisation,
  }: Stored<Disclosure | DisclosureToMe> & { readonly personId: Uuid },
): Grounds => {
  if (personId === actor.id)
    return { basis: 'self', basisId: null, role: null, onBehalfOf: null, purpose: area };
  const open: readonly DisclosureRole[] = sharedWithRole === null ? disclosureRoles : [sharedWithRole];
  const role = open.find((one) => organisationsOf(actor, one).includes(organisation)) ?? null;
  return { basis: 'disclosure', basisId: grantId, role, onBehalfOf: organisation, purpose: area };
};
