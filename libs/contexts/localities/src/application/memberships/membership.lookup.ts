import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { READ_MODELS, WRITING, type Act } from '@alongside/application';
import { factsOf, type Writing } from '@alongside/event-store';
import { holds } from '@alongside/identity';
import { fold, type CalendarDate, type Uuid } from '@alongside/kernel';
import { KnownTo, personStream } from '@alongside/people/contracts';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import {
  membershipIdOf,
  membershipStream,
  PredecessorsOf,
  type Predecessor,
  type Role,
  type Scope,
} from '../../contracts.js';
import {
  isHeldOn,
  membership,
  type MembershipEvent,
  type MembershipState,
  type Period,
  type PlaceOpen,
} from '../../domain/index.js';
import { PartnerReader } from '../partner.reader.js';

const borrowed = `
  SELECT from_on AS "from", to_on AS "until" FROM localities.access_grant
  WHERE basis = 'delegation' AND holder_id = $1 AND role = $2 AND scope_id = $3 AND membership_id <> $4`;

const partnersOf = `
  SELECT organisation_id AS "organisationId" FROM localities.organisation WHERE $1::uuid = ANY (locality_ids)`;

/** What commands must know of people and of that in which they hold roles, beyond the membership that they act on. */
@Injectable()
export class MembershipLookup {
  constructor(
    @Inject(PartnerReader) private readonly partners: PartnerReader,
    @Inject(WRITING) private readonly writing: Writing,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /** When there is what a role would be held in, from the record itself; undefined where there is no such thing. */
  async place({ kind, id }: Scope): Promise<PlaceOpen | undefined> {
    if (kind === 'organisation') {
      const found = await this.partners.organisation(id);
      return found ? { from: found.registeredOn, until: found.closedOn } : undefined;
    }
    if (kind === 'locality') {
      const establishedOn = await this.partners.localityEstablishedOn(id);
      return establishedOn ? { from: establishedOn, until: null } : undefined;
    }
    return null;
  }

  /** From the record itself, and so never behind. */
  async isRegistered(personId: Uuid): Promise<boolean> {
    return (await factsOf(this.writing, personStream(personId))).length > 0;
  }

  /** Whether the organisation or those that merged into it, or one of the locality's, have to do with the person. */
  async isKnownIn(personId: Uuid, { kind, id }: Scope, today: CalendarDate): Promise<boolean> {
    const organisationIds =
      kind === 'organisation' ? [id, ...(await this.predecessors(id, today))] : await this.partnersIn(id);
    return this.queries.execute<KnownTo, boolean>(new KnownTo(personId, organisationIds));
  }

  /** When somebody holds a role, or has it from others than the holder of the membership. */
  async heldBy(personId: Uuid, role: Role, scope: Scope, butFrom: Uuid): Promise<readonly Period[]> {
    const { grants } = await this.membershipOf(personId, role, scope.id);
    const lent = await this.readModels.query<Period & object>(
      { ...emptyScope, person: personId },
      {
        name: 'localities.borrowed',
        text: borrowed,
        values: [personId, role, scope.id, butFrom],
      },
    );
    return [...grants, ...lent];
  }

  /**
   * Whether somebody who may give roles in the scope has that from somebody else. An operator, and whoever leads the
   * organisation itself or one that took it over, does not.
   */
  async borrowsAuthority({ actor }: Pick<Act, 'actor'>, { kind, id }: Scope): Promise<boolean> {
    if (holds(actor, 'operator') || (kind !== 'organisation' && kind !== 'locality')) return false;
    const role = kind === 'organisation' ? 'organisationLead' : 'frameworkLead';
    const successor = kind === 'organisation' ? await this.partners.successor(id) : null;
    const own = await Promise.all(
      [id, ...(successor?.mergesInto ?? [])].map((place) => this.membershipOf(actor.id, role, place)),
    );
    return !own.some((state) => isHeldOn(state, actor.today));
  }

  private async membershipOf(personId: Uuid, role: Role, scopeId: Uuid): Promise<MembershipState> {
    const stream = membershipStream(membershipIdOf(personId, role, scopeId));
    return fold(membership, await factsOf<MembershipEvent>(this.writing, stream));
  }

  private async predecessors(organisationId: Uuid, on: CalendarDate): Promise<readonly Uuid[]> {
    const found = await this.queries.execute<PredecessorsOf, readonly Predecessor[]>(
      new PredecessorsOf(organisationId, on),
    );
    return found.map((one) => one.organisationId);
  }

  private async partnersIn(localityId: Uuid): Promise<readonly Uuid[]> {
    const rows = await this.readModels.query<{ readonly organisationId: Uuid }>(emptyScope, {
      name: 'localities.partners_of',
      text: partnersOf,
      values: [localityId],
    });
    return rows.map(({ organisationId }) => organisationId);
  }
}
