/** Subjects remembered at once; who has not asked for longest is forgotten first, and so starts anew. */
const MAX_SUBJECTS = 10_000;

export interface Budget {
  /** Whether the subject could pay. */
  readonly spend: (subject: string, cost: number) => boolean;
}

/** Points that each subject has left: a bucket that fills evenly. Kept in this process alone. */
export const createBudget = (pointsPerMinute: number, now: () => number = Date.now): Budget => {
  const buckets = new Map<string, { readonly points: number; readonly at: number }>();
  return {
    spend: (subject, cost) => {
      const at = now();
      const bucket = buckets.get(subject) ?? { points: pointsPerMinute, at };
      const points = Math.min(pointsPerMinute, bucket.points + ((at - bucket.at) * pointsPerMinute) / 60_000);
      const paid = points >= cost;
      buckets.delete(subject);
      buckets.set(subject, { points: paid ? points - cost : points, at });
      if (buckets.size > MAX_SUBJECTS) buckets.delete(buckets.keys().next().value!);
      return paid;
    },
  };
};
