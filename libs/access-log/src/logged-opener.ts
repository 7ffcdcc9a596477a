import { Inject, Injectable } from '@nestjs/common';
import { VALUE_OPENER, type Act } from '@alongside/application';
import type { Area } from '@alongside/identity';
import {
  isErased,
  isSealed,
  type DataClass,
  type ErasedValue,
  type Json,
  type Personal,
  type Uuid,
} from '@alongside/kernel';
import type { ValueOpener } from '@alongside/privacy';
import { AccessLog } from './access-log.js';
import type { Grounds } from './entry.js';
import { groundsOf } from './grounds.js';

/** What a value is, and whom it is about. */
export interface About {
  /** A stable word for the kind of value. */
  readonly what: string;
  readonly class: DataClass;
  readonly person: Uuid | null;
  /** Whose record it is. */
  readonly organisation: Uuid | null;
  /** Where it stands: what agreements share goes by areas. */
  readonly area?: Area;
  /**
   * Where something else than the rules of a role opens it. It is logged then also where the value is erased: that it was
   * there is shown all the same.
   */
  readonly grounds?: Grounds;
}

/** A value, sealed or not, with what it is. */
export interface Asked {
  readonly about: About;
  readonly value: Personal<Json>;
}

/**
 * A value that is opened, and its reading logged, only where the graph's caller asked for the field that holds it: as a
 * promise that begins when it is awaited.
 */
export type WhenAsked<Value> = PromiseLike<Value | null>;

interface Waiting extends Asked {
  readonly settle: (value: Json | null) => void;
  readonly fail: (error: unknown) => void;
}

/** A sealed value knows its class, whatever is said of it. */
const classOf = ({ about, value }: Asked): DataClass =>
  isSealed(value) && value.class > about.class ? value.class : about.class;

const isSensitive = (dataClass: DataClass): boolean => dataClass === 'C3' || dataClass === 'C4';

/** The only way in the graph to values of class C3 and C4: what is read is written down before it is shown. */
@Injectable()
export class LoggedOpener {
  private readonly waiting = new WeakMap<Act, Waiting[]>();

  constructor(
    @Inject(AccessLog) private readonly log: AccessLog,
    @Inject(VALUE_OPENER) private readonly opener: ValueOpener,
  ) {}

  /**
   * The values, in order, or what is left of them; null for one that neither `grounds` nor a rule opens to the actor. All readings are logged at once, before any value is opened.
   * @throws NotLogged, and then no value is opened
   */
  async open(act: Act, asked: readonly Asked[]): Promise<readonly (Json | ErasedValue)[]> {
    const open = asked.map((one) => ({ ...one, grounds: groundsFor(act, one) }));
    await this.log.write(
      act,
      open.flatMap(({ grounds, ...one }) => {
        const dataClass = classOf(one);
        if (!grounds || !isSensitive(dataClass)) return [];
        const { what, person, organisation } = one.about;
        return [{ ...grounds, class: dataClass, what, person, organisation }];
      }),
    );
    return Promise.all(open.map(({ value, grounds }) => (grounds ? this.plain(value) : leftOf(value))));
  }

  /** The value once it is asked for. Those that are asked for together are logged together. */
  whenAsked<Value extends Json>(act: Act, about: About, value: Personal<Value> | null): WhenAsked<Value> {
    let opened: Promise<Value | null> | undefined;
    return {
      then: (settled, failed) =>
        (opened ??= this.together(act, { about, value }) as Promise<Value | null>).then(settled, failed),
    };
  }

  private together(act: Act, asked: Asked): Promise<Json | null> {
    return new Promise((settle, fail) => {
      const already = this.waiting.get(act);
      if (already) return void already.push({ ...asked, settle, fail });
      const batch: Waiting[] = [{ ...asked, settle, fail }];
      this.waiting.set(act, batch);
      queueMicrotask(() => {
        this.waiting.delete(act);
        this.open(act, batch).then(
          (values) => batch.forEach((one, index) => one.settle(present(values[index]!))),
          (error: unknown) => batch.forEach((one) => one.fail(error)),
        );
      });
    });
  }

  private async plain(value: Asked['value']): Promise<Json | ErasedValue> {
    return isSealed(value) ? this.opener.openValue(value) : (value as Json | ErasedValue);
  }
}

/** What may be said of a value that nobody opens for the actor. */
const leftOf = (value: Asked['value']): ErasedValue | null => (isErased(value) ? value : null);

const present = (value: Json | ErasedValue): Json => (isErased(value) ? null : (value as Json));

/** By a rule nothing is read where there is nothing, or where it was erased. */
const groundsFor = ({ actor }: Act, asked: Asked): Grounds | undefined => {
  const { about, value } = asked;
  if (about.grounds) return about.grounds;
  if (value === null || isErased(value)) return undefined;
  return groundsOf(actor, classOf(asked), {
    ...(about.person === null ? {} : { person: about.person }),
    ...(about.organisation === null ? {} : { organisations: [about.organisation] }),
    ...(about.area === undefined ? {} : { area: about.area }),
  });
};
