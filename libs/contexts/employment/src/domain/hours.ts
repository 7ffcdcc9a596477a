/** Whether weekly hours can be meant: more than none and at most 60, or none agreed. */
export const hoursArePossible = (hoursPerWeek: number | null): boolean =>
  hoursPerWeek === null || (hoursPerWeek > 0 && hoursPerWeek <= 60);
