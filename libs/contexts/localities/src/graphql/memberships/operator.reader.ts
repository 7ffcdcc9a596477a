import { Inject, Injectable } from '@nestjs/common';
import { WRITING, type Act } from '@alongside/application';
import { factsOf, type Writing } from '@alongside/event-store';
import { checkedFirst, decodeCursor, pageOf, type Page, type PageArgs } from '@alongside/graphql-kit';
import { holds } from '@alongside/identity';
import { fold } from '@alongside/kernel';
import { membershipStream, OPERATORS } from '../../contracts.js';
import { operators, type OperatorsEvent } from '../../domain/index.js';
import { lastDayBefore } from '../day-of-column.js';
import type { Operator } from './operator.types.js';

/** Who operates the installation: read from the one stream that all of them share. */
@Injectable()
export class OperatorReader {
  constructor(@Inject(WRITING) private readonly writing: Writing) {}

  /** Those of today and later; empty for whoever is no operator. */
  async operators({ actor }: Act, args: PageArgs): Promise<Page<Operator>> {
    const first = checkedFirst(args.first);
    const [from = '', grantId = ''] = decodeCursor(args.after, 2) ?? [];
    const facts = holds(actor, 'operator')
      ? await factsOf<OperatorsEvent>(this.writing, membershipStream(OPERATORS))
      : [];
    const held = fold(operators, facts)
      .appointments.filter(({ until }) => until === null || actor.today < until)
      .filter((one) => one.from > from || (one.from === from && one.eventId > grantId))
      .toSorted((a, b) => (a.from + a.eventId < b.from + b.eventId ? -1 : 1));
    return pageOf(
      held,
      first,
      (one) => [one.from, one.eventId],
      ({ personId, eventId, from: since, until }) => ({
        personId,
        appointmentId: eventId,
        from: since,
        until: lastDayBefore(until),
      }),
    );
  }
}
