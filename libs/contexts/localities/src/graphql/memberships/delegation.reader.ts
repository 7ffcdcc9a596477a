import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, type Act } from '@alongside/application';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import { localitiesOf } from '@alongside/identity';
import type { CalendarDate, Uuid } from '@alongside/kernel';
import { emptyScope, type ReadScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import type { ScopeKind } from '../../contracts.js';
import { lastDayBefore } from '../day-of-column.js';
import { requiredPlace } from '../scope-asked-for.js';
import type { DelegationsArgs, RoleDelegation } from './delegation.types.js';

interface Row extends Omit<RoleDelegation, 'until' | 'lenderName' | 'delegateName'> {
  readonly to: CalendarDate;
}

interface Place {
  readonly kind: ScopeKind;
  readonly id: Uuid;
}

interface Named {
  readonly personId: Uuid;
  readonly name: string | null;
}

const columns = `
  SELECT d.grant_id AS "delegationId", d.membership_id AS "membershipId", d.role, p.holder_id AS "lenderId",
    d.holder_id AS "delegateId", d.organisation_id AS "organisationId",
    CASE WHEN d.scope_kind = 'locality' THEN d.scope_id END AS "localityId", d.from_on AS "from", d.to_on AS "to"
  FROM localities.access_grant d JOIN localities.access_grant p ON p.grant_id = d.parent_id
  WHERE d.basis = 'delegation' AND d.from_on < d.to_on
    AND ($1::date IS NULL OR (d.from_on, d.grant_id) < ($1, $2::uuid))`;

const latestFirst = 'ORDER BY d.from_on DESC, d.grant_id DESC LIMIT $3';

const inPlace = `${columns} AND $4::uuid = ANY ($5::uuid[]) AND d.scope_id = $4 AND d.scope_kind = $6 ${latestFirst}`;

const ofOneself = `${columns} AND d.scope_id = ANY ($4::uuid[]) AND $5::uuid IN (p.holder_id, d.holder_id) ${latestFirst}`;

const places = `
  SELECT DISTINCT scope_kind AS kind, scope_id AS id FROM localities.access_grant
  WHERE holder_id = $1 AND basis IN ('role', 'delegation') AND scope_kind IN ('organisation', 'locality')`;

const named =
  'SELECT person_id AS "personId", display_name AS name FROM people.name_card WHERE person_id = ANY ($1::uuid[])';

/** Who acts in whose role: for those who may read names there, and for the two whom it concerns. */
@Injectable()
export class DelegationReader {
  constructor(@Inject(READ_MODELS) private readonly readModels: ReadModels) {}

  /** Empty where it is not the actor's to see. @throws GraphQLError where not one place is named */
  delegations(act: Act, args: DelegationsArgs): Promise<Page<RoleDelegation>> {
    const place = requiredPlace(args);
    const readable =
      place.kind === 'locality' ? localitiesOf(act.actor, 'frameworkLead') : act.scope.organisations.C1;
    return this.page(act, args, act.scope, 'localities.delegations', inPlace, [
      place.id,
      readable,
      place.kind,
    ]);
  }

  async mine(act: Act, args: PageArgs): Promise<Page<RoleDelegation>> {
    const { person } = act.scope;
    const held = await this.readModels.query<Place & object>(act.scope, {
      name: 'localities.places_of',
      text: places,
      values: [person],
    });
    const ids = (kind: ScopeKind) => held.filter((place) => place.kind === kind).map(({ id }) => id);
    // What one lends is written down beside the delegate, whom one may not read otherwise: only names are kept back.
    const scope: ReadScope = {
      ...emptyScope,
      person,
      organisations: { ...emptyScope.organisations, C2: ids('organisation') },
      localities: ids('locality'),
    };
    return this.page(act, args, scope, 'localities.my_delegations', ofOneself, [
      held.map(({ id }) => id),
      person,
    ]);
  }

  private async page(
    act: Act,
    args: PageArgs,
    scope: ReadScope,
    name: string,
    text: string,
    values: readonly unknown[],
  ): Promise<Page<RoleDelegation>> {
    const first = checkedFirst(args.first);
    const [from, delegationId] = decodeCursor(args.after, 2) ?? [null, null];
    const rows = await this.readModels.query<Row & object>(scope, {
      name,
      text,
      values: [from, delegationId, first + 1, ...values],
    });
    const names = await this.namesOf(
      act,
      rows.flatMap(({ lenderId, delegateId }) => [lenderId, delegateId]),
    );
    return pageOf(
      rows,
      first,
      (row) => [row.from, row.delegationId],
      ({ to, ...row }) => ({
        ...row,
        lenderName: names.get(row.lenderId) ?? null,
        delegateName: names.get(row.delegateId) ?? null,
        until: lastDayBefore(to)!,
      }),
    );
  }

  private async namesOf({ scope }: Act, people: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string | null>> {
    if (people.length === 0) return new Map();
    const rows = await this.readModels.query<Named & object>(scope, {
      name: 'localities.names_of',
      text: named,
      values: [[...new Set(people)]],
    });
    return new Map(rows.map(({ personId, name }) => [personId, name]));
  }
}
