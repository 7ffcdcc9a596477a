import type { CalendarDate, DataClass, DomainEvent, Instant, Personal, Uuid } from '@alongside/kernel';

export const breakGlassStream = (breakGlassId: Uuid): string => `breakglass-${breakGlassId}`;

/** What a break-glass can open. */
export const breakGlassClasses = ['C1', 'C2', 'C3', 'C4'] as const satisfies readonly DataClass[];
export type BreakGlassClass = (typeof breakGlassClasses)[number];

/** Whose records are to be opened, and who asks. */
interface OfBreakGlass {
  readonly breakGlassId: Uuid;
  readonly requestedBy: Uuid;
  /** The organisation whose records are opened. */
  readonly organisationId: Uuid;
  /** The one person whose records are opened; null: everybody's in the organisation. */
  readonly personId: Uuid | null;
  readonly classes: readonly BreakGlassClass[];
  readonly effectiveOn: CalendarDate;
}

/** An operator asks to read what operators never read. Nothing is opened before somebody else agrees. */
export type BreakGlassRequested = DomainEvent<
  'BreakGlassRequested',
  OfBreakGlass & {
    /** Shown to everybody whose records were opened. */
    readonly reason: Personal<string>;
    /** For how long, from the approval: 24 at most. */
    readonly hours: number;
  }
>;

/** Opened from `from` until before `until`. */
export type BreakGlassApproved = DomainEvent<
  'BreakGlassApproved',
  OfBreakGlass & { readonly approvedBy: Uuid; readonly from: Instant; readonly until: Instant }
>;

export type BreakGlassRefused = DomainEvent<'BreakGlassRefused', OfBreakGlass & { readonly refusedBy: Uuid }>;

/** Closed before its time, at `at`. */
export type BreakGlassEnded = DomainEvent<
  'BreakGlassEnded',
  OfBreakGlass & { readonly endedBy: Uuid; readonly at: Instant }
>;

export type BreakGlassEvent = BreakGlassRequested | BreakGlassApproved | BreakGlassRefused | BreakGlassEnded;
