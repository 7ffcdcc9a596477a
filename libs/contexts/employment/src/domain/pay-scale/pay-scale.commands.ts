import type { CorrectionReason, Uuid } from '@alongside/kernel';
import type { BandPay, PayScaleCountry } from '../../contracts.js';

/** The pay table of a country for a year, as somebody took it from a circular. */
export interface PayTable {
  readonly country: PayScaleCountry;
  /** The year that begins in April, as `2025/26`. */
  readonly year: string;
  readonly circular: string;
  /** Whether the figures were checked against the circular itself. */
  readonly confirmed: boolean;
  readonly bands: readonly BandPay[];
}

/** Unconfirmed figures may be loaded anew; confirmed ones are corrected. */
export interface LoadPayScale extends PayTable {
  readonly type: 'LoadPayScale';
  readonly payScaleId: Uuid;
}

export interface CorrectPayScale extends PayTable {
  readonly type: 'CorrectPayScale';
  readonly reason: CorrectionReason;
}

export interface ConfirmPayScale {
  readonly type: 'ConfirmPayScale';
  /** The circular that the figures were checked against. */
  readonly circular: string;
}

export type PayScaleCommand = LoadPayScale | CorrectPayScale | ConfirmPayScale;
