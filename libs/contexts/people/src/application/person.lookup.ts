import { Inject, Injectable } from '@nestjs/common';
import { READ_MODELS, WRITING } from '@alongside/application';
import { factsOf, type Writing } from '@alongside/event-store';
import type { Instant, Uuid } from '@alongside/kernel';
import { successorOn } from '@alongside/localities/contracts';
import { emptyScope, type ReadScope } from '@alongside/postgres';
import type { ReadModels } from '@alongside/read-models';
import { personStream } from '../contracts.js';
import { person, type PersonEvent, type PersonState } from '../domain/index.js';

/** A login that was linked to a person, whether or not it leads to them still. */
export interface LoginOfPerson {
  readonly loginId: Uuid;
  /** Null while it leads to them. */
  readonly unlinkedAt: Instant | null;
}

// Of an organisation that has merged, its successor's. Where that is in several localities, the one established first.
const host = `
  SELECT l.host_organisation_id AS "hostId"
  FROM localities.organisation o JOIN localities.locality l ON l.locality_id = ANY (o.locality_ids)
  WHERE o.organisation_id = ${successorOn('$1', "now() AT TIME ZONE 'Europe/London'")} ORDER BY l.established_on, l.locality_id LIMIT 1`;

const login = `
  SELECT f.data ->> 'loginId' AS "loginId",
    (SELECT min(u.recorded_at) FROM history.fact u
      WHERE u.stream = f.stream AND u.type = 'LoginUnlinked') AS "unlinkedAt"
  FROM history.fact f
  WHERE f.subject_id = $1 AND f.type = 'LoginLinked' AND f.corrected_at IS NULL
  ORDER BY f.position DESC LIMIT 1`;

const oneself = (personId: Uuid): ReadScope => ({ ...emptyScope, person: personId });

/** What commands must know of a person beyond the stream that they act on. */
@Injectable()
export class PersonLookup {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /** From the record itself, and so never behind; null where nobody of this id is registered. */
  async registration(personId: Uuid): Promise<PersonState['registration']> {
    const facts = await factsOf<PersonEvent>(this.writing, personStream(personId));
    return facts.reduce(person.evolve, person.initialState).registration;
  }

  /**
   * Who is the controller of what a person enters alone: the host of the locality in which they were registered, else
   * the organisation that registered them. Undefined where nobody of this id is registered.
   */
  async controllerOfOwn(personId: Uuid): Promise<Uuid | undefined> {
    const registration = await this.registration(personId);
    if (!registration) return undefined;
    const [found] = await this.readModels.query<{ readonly hostId: Uuid }>(emptyScope, {
      name: 'people.host_of',
      text: host,
      values: [registration.registeredBy],
    });
    return found?.hostId ?? registration.registeredBy;
  }

  /** The login that was linked to the person last; undefined where there never was one. May be behind by the lag. */
  async loginOf(personId: Uuid): Promise<LoginOfPerson | undefined> {
    const [found] = await this.readModels.query<LoginOfPerson & object>(oneself(personId), {
      name: 'people.login_of',
      text: login,
      values: [personId],
    });
    return found;
  }
}
