import type { CourseKind } from '../../contracts.js';

export interface CoreSkill {
  readonly kind: CourseKind;
  readonly title: string;
  /** In our words. */
  readonly wording: string;
  /**
   * A preset for new courses, in months: the interval commonly published for the subject at its first level. Not
   * confirmed against the current edition of the framework, and an organisation's own policy goes before it.
   */
  readonly usualRefresherMonths: number;
}

/** The eleven subjects of the Core Skills Training Framework (England), which staff carry between NHS employers. */
export const coreSkills: readonly CoreSkill[] = [
  {
    kind: 'coreSkillsConflictResolution',
    title: 'Conflict resolution',
    wording: 'Seeing conflict coming, calming it, and knowing when to step away.',
    usualRefresherMonths: 36,
  },
  {
    kind: 'coreSkillsEqualityDiversityHumanRights',
    title: 'Equality, diversity and human rights',
    wording: 'Treating people fairly, and knowing the law that says so.',
    usualRefresherMonths: 36,
  },
  {
    kind: 'coreSkillsFire',
    title: 'Fire safety',
    wording: 'Preventing fire, raising the alarm and getting people out.',
    usualRefresherMonths: 24,
  },
  {
    kind: 'coreSkillsHealthAndSafety',
    title: 'Health, safety and welfare',
    wording: 'Noticing what could hurt somebody at work and doing something about it.',
    usualRefresherMonths: 36,
  },
  {
    kind: 'coreSkillsInfectionPrevention',
    title: 'Infection prevention and control',
    wording: 'Keeping infection from passing between people.',
    usualRefresherMonths: 36,
  },
  {
    kind: 'coreSkillsInformationGovernance',
    title: 'Information governance and data security',
    wording: 'Keeping what is known about people safe, and sharing it only as it should be.',
    usualRefresherMonths: 12,
  },
  {
    kind: 'coreSkillsMovingAndHandling',
    title: 'Moving and handling',
    wording: 'Moving things, and helping people move, without injury.',
    usualRefresherMonths: 36,
  },
  {
    kind: 'coreSkillsPreventingRadicalisation',
    title: 'Preventing radicalisation',
    wording: 'Recognising somebody who is being drawn into terrorism, and whom to tell.',
    usualRefresherMonths: 36,
  },
  {
    kind: 'coreSkillsResuscitation',
    title: 'Resuscitation',
    wording: 'What to do when somebody collapses, until help comes.',
    usualRefresherMonths: 12,
  },
  {
    kind: 'coreSkillsSafeguardingAdults',
    title: 'Safeguarding adults',
    wording: 'Recognising harm to an adult, and what to do about it.',
    usualRefresherMonths: 36,
  },
  {
    kind: 'coreSkillsSafeguardingChildren',
    title: 'Safeguarding children',
    wording: 'Recognising harm to a child, and what to do about it.',
    usualRefresherMonths: 36,
  },
];
