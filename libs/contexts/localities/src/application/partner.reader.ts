import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, WRITING } from '@alongside/application';
import { factsOf, type Writing } from '@alongside/event-store';
import { fold, type CalendarDate, type Uuid } from '@alongside/kernel';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import { localityStream, organisationStream, type IdentifierSystem } from '../contracts.js';
import {
  holdsOn,
  hostsFrom,
  identifierText,
  locality,
  organisation,
  type CloseOrganisation,
  type LocalityEvent,
  type LocalityState,
  type MergeOrganisation,
  type OrganisationEvent,
  type OrganisationFound,
  type OrganisationState,
  type Period,
  type Successor,
} from '../domain/index.js';
import { predecessors } from './predecessors-of/predecessors.sql.js';

// From the day of a merger the successor may be known by the code of what it absorbed.
const held = `
  SELECT i.from_on AS "from", least(i.to_on, p."mergedOn") AS "until" FROM localities.organisation_identifier i
  LEFT JOIN (${predecessors('$3', "'infinity'")}) p ON p."organisationId" = i.organisation_id
  WHERE i.system = $1 AND i.value = $2 AND i.organisation_id <> $3::uuid`;

const everHosted = `
  SELECT locality_id AS "localityId" FROM localities.locality
  WHERE hosts @> jsonb_build_array(jsonb_build_object('value', $1::text)) ORDER BY locality_id`;

/**
 * What commands must know of other organisations and localities. One that is named is read from the record itself;
 * which ones there are at all is looked up in read models, which may be moments behind.
 */
@Injectable()
export class PartnerReader {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** Null where no organisation is registered under the id. */
  async organisation(organisationId: Uuid): Promise<OrganisationFound | null> {
    const { registration, closure } = await this.record(organisationId);
    return registration ? { registeredOn: registration.on, closedOn: closure?.on ?? null } : null;
  }

  /** The organisation as its own stream says it. */
  async record(organisationId: Uuid): Promise<OrganisationState> {
    return fold(
      organisation,
      await factsOf<OrganisationEvent>(this.writing, organisationStream(organisationId)),
    );
  }

  /** The command by which the organisation is absorbed, with what it must know. */
  async merger(
    organisationId: Uuid,
    {
      intoOrganisationId,
      effectiveOn,
    }: { readonly intoOrganisationId: Uuid; readonly effectiveOn: CalendarDate },
  ): Promise<MergeOrganisation> {
    const [into, hostOf] = await Promise.all([
      this.successor(intoOrganisationId),
      this.hostOf(organisationId, effectiveOn),
    ]);
    return { type: 'MergeOrganisation', into, hostOf, effectiveOn };
  }

  /** The command by which the organisation is closed, with what it must know. */
  async closing(
    organisationId: Uuid,
    { effectiveOn }: Pick<CloseOrganisation, 'effectiveOn'>,
  ): Promise<CloseOrganisation> {
    return {
      type: 'CloseOrganisation',
      hostOf: await this.hostOf(organisationId, effectiveOn),
      effectiveOn,
    };
  }

  /** The organisation as one that another shall merge into; null where none is registered under the id. */
  async successor(organisationId: Uuid): Promise<Successor | null> {
    const found = await this.organisation(organisationId);
    return found && { organisationId, ...found, mergesInto: await this.mergesInto(organisationId) };
  }

  /** Whether the records of the other are this organisation's on the day: its own, or of one that merged into it by then. */
  async answersFor(organisationId: Uuid, other: Uuid, day: CalendarDate): Promise<boolean> {
    return organisationId === other || (await this.mergesInto(other, day)).includes(organisationId);
  }

  /** The localities that the organisation has joined, also those that it left. */
  async joined(organisationId: Uuid): Promise<readonly Uuid[]> {
    const { localities } = await this.record(organisationId);
    return localities.map(({ localityId }) => localityId);
  }

  /** Whether the organisation takes part in the locality on the day. One that is closed takes part in none. */
  async isIn(organisationId: Uuid, localityId: Uuid, day: CalendarDate): Promise<boolean> {
    const { localities } = await this.record(organisationId);
    return localities.some((stay) => stay.localityId === localityId && holdsOn(stay, day));
  }

  /** Null where no locality is established under the id. */
  async localityEstablishedOn(localityId: Uuid): Promise<CalendarDate | null> {
    return (await this.locality(localityId)).established?.on ?? null;
  }

  async hosts(organisationId: Uuid, localityId: Uuid, from: CalendarDate): Promise<boolean> {
    return hostsFrom(await this.locality(localityId), organisationId, from);
  }

  /** The localities that the organisation hosts on the day or later. */
  async hostOf(organisationId: Uuid, from: CalendarDate): Promise<readonly Uuid[]> {
    const rows = await this.readModels.query<{ localityId: Uuid }>(emptyScope, {
      name: 'localities.ever_hosted',
      text: everHosted,
      values: [organisationId],
    });
    const hosting = await Promise.all(
      rows.map(({ localityId }) => this.hosts(organisationId, localityId, from)),
    );
    return rows.filter((_, index) => hosting[index]).map(({ localityId }) => localityId);
  }

  /** When organisations other than this one held the identifier: until it absorbed them, where it did. */
  heldByOthers(organisationId: Uuid, system: IdentifierSystem, value: string): Promise<readonly Period[]> {
    return this.readModels.query<Period & object>(emptyScope, {
      name: 'localities.identifier_held',
      text: held,
      values: [system, identifierText(value), organisationId],
    });
  }

  private async mergesInto(organisationId: Uuid, by: CalendarDate | null = null): Promise<readonly Uuid[]> {
    const found: Uuid[] = [];
    for (let next: Uuid | null = organisationId; next;) {
      const { closure }: OrganisationState = await this.record(next);
      next = closure && (by === null || closure.on <= by) ? closure.intoOrganisationId : null;
      if (next && found.includes(next)) break;
      if (next) found.push(next);
    }
    return found;
  }

  private async locality(localityId: Uuid): Promise<LocalityState> {
    return fold(locality, await factsOf<LocalityEvent>(this.writing, localityStream(localityId)));
  }
}
