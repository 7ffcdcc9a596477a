import type { Random } from './random.js';

const given =
  `Aaliyah Adaeze Aidan Alison Amara Amir Anjali Anna Beatrice Ben Bethan Callum Carys Chidi Claire Daniel Deepa
Dermot Diana Eleanor Elijah Emeka Esme Fatima Femi Fiona Gareth Grace Hamza Hannah Harriet Idris Imogen Isaac Jade Jamal
Jasmine Joan Joseph Kamala Keisha Kofi Laura Leila Liam Lucy Malik Margaret Marcus Mei Mina Nadia Naomi Niall Nina Noor
Oliver Olu Patrick Priya Rachel Rahul Rhys Rosa Ruth Sam Sanjay Sean Shanice Sofia Tamsin Tariq Theo Tomasz Uma Vera
Wendy Yusuf Zainab Zoe`.split(/\s+/);

const family =
  `Abbott Adeyemi Ahmed Akhtar Anderson Bailey Banerjee Begum Bennett Brennan Campbell Chaudhry Chen Clarke
Cole Davies Desai Doyle Edwards Evans Farrell Fernandes Flynn Foster Gibson Grant Green Hall Harris Hassan Hughes Hussain
Ivanova James Jones Kaur Kelly Khan King Kowalski Lambert Lee Lewis Mahmood Martin Mbeki Mensah Mills Morgan Murphy Nash
Nguyen Norris Obi Okafor Osei Owen Parker Patel Pereira Price Quinn Rahman Reid Roberts Rossi Sharma Shaw Silva Singh
Smith Stone Taylor Thapa Thomas Turner Usman Walker Ward Watson Webb Williams Wood Wright Young`.split(/\s+/);

export interface InventedName {
  readonly givenName: string;
  readonly familyName: string;
}

/** A name of nobody in particular. */
export const inventName = (random: Random): InventedName => ({
  givenName: random.pick(given),
  familyName: random.pick(family),
});
