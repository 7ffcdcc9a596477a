/** What is known of the checkpoints of a server: between 23.10 and the first corrected releases, filtered ones are wrong. */
export const isSupported = (version: string): boolean => {
  const [major, minor, patch] = (/^(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1) ?? []).map(Number);
  if (major === undefined || minor === undefined || patch === undefined) return false;
  if (major === 23) return minor === 10;
  if (major === 24) return minor === 10 ? patch >= 5 : minor > 10;
  return major === 25 ? minor > 0 || patch >= 1 : major > 25;
};
