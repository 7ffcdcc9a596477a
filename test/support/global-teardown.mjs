export default async () => {
  await globalThis.stopTestServer?.();
};
