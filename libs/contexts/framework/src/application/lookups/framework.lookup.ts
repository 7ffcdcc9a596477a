import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, WRITING } from '@alongside/application';
import { asFact, factsOf, type RecordedEvent, type Writing } from '@alongside/event-store';
import { disclosed, fold, type CalendarDate, type Fact, type Uuid } from '@alongside/kernel';
import { emptyScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import {
  frameworkStream,
  versionStream,
  type FrameworkEvent,
  type GroupMemberJoined,
  type VersionDrafted,
  type VersionEvent,
} from '../../contracts.js';
import {
  framework,
  standingOn,
  version,
  versionInForceLast,
  type AdoptVersion,
  type Drafted,
  type FoundedFramework,
} from '../../domain/index.js';

/** Where a version belongs. */
export interface VersionPlace {
  readonly frameworkId: Uuid;
  readonly localityId: Uuid;
}

const undecided = `
  SELECT version_id AS "versionId" FROM framework.version
  WHERE framework_id = $1 AND status NOT IN ('notRatified', 'superseded')`;

const partner = `
  SELECT organisation_id FROM localities.organisation WHERE organisation_id = $1 AND $2::uuid = ANY (locality_ids)`;

/**
 * What a command must know of other streams. It is read from these streams, so that a command sees what the one before
 * it decided; read models only say which streams there are.
 */
@Injectable()
export class FrameworkLookup {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** Undefined where there is no such version. */
  async placeOf(versionId: Uuid): Promise<VersionPlace | undefined> {
    const drafted = await this.first<VersionDrafted>(versionStream(versionId));
    return drafted && this.placeOfFramework(drafted.data.frameworkId);
  }

  /** Undefined where there is no such framework. */
  async placeOfFramework(frameworkId: Uuid): Promise<VersionPlace | undefined> {
    const founded = await this.first<FrameworkEvent>(frameworkStream(frameworkId));
    return founded?.type === 'FrameworkFounded'
      ? { frameworkId, localityId: founded.data.localityId }
      : undefined;
  }

  /** Undefined where there is no such framework. What members bring stays sealed. */
  async framework(frameworkId: Uuid): Promise<FoundedFramework | undefined> {
    const facts = await factsOf<FrameworkEvent>(this.writing, frameworkStream(frameworkId));
    const state = fold(framework, facts);
    return state.status === 'None' ? undefined : state;
  }

  /** The fact by which a person is in the group on a day; undefined where they are not in it. */
  async joiningOf(frameworkId: Uuid, personId: Uuid, on: CalendarDate): Promise<RecordedEvent | undefined> {
    const stored = await this.writing.store.read(frameworkStream(frameworkId));
    const facts = stored.map((event) => asFact<FrameworkEvent>(this.writing.codec.upcast(event)));
    const state = fold(framework, facts);
    const standing = state.status === 'None' ? undefined : standingOn(state, personId, on);
    return standing?.joined ? stored.find(({ id }) => id === standing.eventId) : undefined;
  }

  /** Whether this member brings lived experience; false once that was erased. No other member's is opened. */
  async bringsLivedExperience(joining: RecordedEvent): Promise<boolean> {
    const opened = asFact<GroupMemberJoined>(await this.writing.codec.openAll(joining));
    return disclosed(opened.data.livedExperience) ?? false;
  }

  /** The version last ratified whose place no other has taken; undefined where there is none. */
  async current(frameworkId: Uuid): Promise<Drafted | undefined> {
    const rows = await this.readModels.query<{ readonly versionId: Uuid }>(emptyScope, {
      name: 'framework.undecided_versions',
      text: undecided,
      values: [frameworkId],
    });
    return versionInForceLast(await Promise.all(rows.map(({ versionId }) => this.version(versionId))));
  }

  async version(versionId: Uuid): Promise<Drafted | undefined> {
    const state = fold(version, await this.versionFacts(versionId));
    return state.status === 'None' ? undefined : state;
  }

  /** A version as its adoption must know it; undefined where there is none. */
  async adoptable(versionId: Uuid): Promise<AdoptVersion['version'] | undefined> {
    const facts = await this.versionFacts(versionId);
    const state = fold(version, facts);
    if (state.status === 'None') return undefined;
    const superseded = facts.find(({ type }) => type === 'VersionSuperseded');
    const { frameworkId, inForceFrom } = state;
    return { versionId, frameworkId, inForceFrom, supersededOn: superseded?.data.effectiveOn ?? null };
  }

  /** Whether an organisation is a partner in a locality, with no leaving on record. */
  async isPartner(organisationId: Uuid, localityId: Uuid): Promise<boolean> {
    const rows = await this.readModels.query(emptyScope, {
      name: 'framework.partner_in_locality',
      text: partner,
      values: [organisationId, localityId],
    });
    return rows.length > 0;
  }

  private versionFacts(versionId: Uuid): Promise<readonly Fact<VersionEvent>[]> {
    return factsOf<VersionEvent>(this.writing, versionStream(versionId));
  }

  private async first<Event extends FrameworkEvent | VersionEvent>(
    stream: string,
  ): Promise<Fact<Event> | undefined> {
    const [event] = await this.writing.store.read(stream, { max: 1 });
    return event && asFact<Event>(this.writing.codec.upcast(event));
  }
}
