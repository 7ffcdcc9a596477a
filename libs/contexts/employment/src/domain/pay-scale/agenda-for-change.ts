import type { Band, BandPay, StepPoint } from '../../contracts.js';
import type { PayTable } from './pay-scale.commands.js';

type Point = readonly [stepPoint: StepPoint, annualPounds: number, yearsAtPoint: number | null];

const pay = (band: Band, ...points: readonly Point[]): BandPay => ({
  band,
  points: points.map(([stepPoint, annualPounds, yearsAtPoint]) => ({
    stepPoint,
    annualPence: annualPounds * 100,
    yearsAtPoint,
  })),
});

/**
 * Agenda for Change in England for 2025/26. The figures come from a secondary source that agrees with live
 * advertisements, and were not checked against the circular: hence unconfirmed.
 */
const england2025: PayTable = {
  country: 'england',
  year: '2025/26',
  circular: 'Pay and Conditions Circular (AforC) 2025/26, England: reference to be confirmed',
  confirmed: false,
  bands: [
    pay('2', ['entry', 24_465, 2], ['top', 24_465, null]),
    pay('3', ['entry', 24_937, 2], ['top', 26_598, null]),
    pay('4', ['entry', 27_485, 3], ['top', 30_162, null]),
    pay('5', ['entry', 31_049, 2], ['intermediate', 33_487, 2], ['top', 37_796, null]),
    pay('6', ['entry', 38_682, 2], ['intermediate', 40_823, 3], ['top', 46_580, null]),
    pay('7', ['entry', 47_810, 2], ['intermediate', 50_273, 3], ['top', 54_710, null]),
    pay('8a', ['entry', 55_690, 2], ['intermediate', 58_487, 3], ['top', 62_682, null]),
  ],
};

/** The award for 2026/27 is known (3.3% from April 2026), its table is not: an operator loads it from the circular. */
const england2026: PayTable = {
  country: 'england',
  year: '2026/27',
  circular: '',
  confirmed: false,
  bands: [],
};

/** Pay tables that come with the program. Those without bands wait for an operator. */
export const shippedPayTables: readonly PayTable[] = [england2025, england2026];
